// Jobs: the arguments of calls. Their outcomes are in result.c.
#include <string.h>

#include "internal/transcode/transcode.h"
#include "shim.h"

// The block holds the struct, the options with their terminator, and the document, which may grow. A long document has a block of its
// own, so that it can go before the result comes.
enum { APART = 256 << 10 };

static uint8_t *document_of(const tm_job *job) { return (uint8_t *)(job + 1) + job->options_length + 1; }

tm_job *tm_job_new(tm_input_kind kind, size_t capacity, size_t options_length) {
  if (capacity > SIZE_MAX / 4 || options_length > SIZE_MAX / 4) return NULL;
  size_t apart = capacity > APART ? capacity : 0, size = sizeof(tm_job) + options_length + 1 + capacity - apart;
  uint8_t *document = apart == 0 ? NULL : tm_alloc(apart);
  tm_job *job = apart > 0 && document == NULL ? NULL : tm_alloc(size);
  if (job == NULL) {
    tm_free(document, apart);
    return NULL;
  }
  *job = (tm_job){.kind = kind, .size = size, .apart = apart, .options_length = options_length};
  job->options = (char *)(job + 1);
  job->options[options_length] = '\0';
  job->document = apart > 0 ? document : document_of(job);
  return job;
}

// Few documents need it, and one that does has room for twice as much from here on.
tm_job *tm_job_reserve(tm_job *job, size_t more) {
  size_t room = job->apart > 0 ? job->apart : job->size - (size_t)(job->document - (uint8_t *)job);
  if (room - job->document_length >= more) return job;
  tm_job *larger = tm_job_new(job->kind, 2 * (job->document_length + more), job->options_length);
  if (larger != NULL) {
    memcpy(larger->options, job->options, job->options_length);
    tm_block_move(larger->document, job->document, job->document_length);
    larger->document_length = job->document_length;
  }
  tm_job_free(job);
  return larger;
}

tm_job *tm_job_append(tm_job *job, const uint8_t *bytes, size_t length) {
  job = tm_job_reserve(job, length);
  if (job == NULL) return NULL;
  memcpy(job->document + job->document_length, bytes, length);
  job->document_length += length;
  return job;
}

// Options may have any length. There is room for one byte more.
char16_t *tm_job_units(const tm_job *job) { return (char16_t *)(job->document + (uintptr_t)job->document % sizeof(char16_t)); }

static bool is_lead(char16_t unit) { return unit >= 0xd800 && unit <= 0xdbff; }

size_t tm_job_decode(const tm_job *job, size_t from, size_t end, uint8_t *to, size_t *taken) {
  const char16_t *units = tm_job_units(job);
  if (end < job->document_length && is_lead(units[end - 1])) end--;
  *taken = end - from;
  return tm_utf16_to_utf8(to, units + from, end - from);
}

void tm_job_drop_document(tm_job *job) {
  if (job->apart == 0) return;
  tm_free(job->document, job->apart);
  job->document = NULL;
  job->apart = 0;
}

bool tm_job_may_again(const tm_job *job) { return !job->again && job->stream == NULL && tm_ceiling_external() > 0; }

void tm_job_free(tm_job *job) {
  tm_env *env = job->env;
  bool returns = job->returns;
  if (job->stream != NULL) tm_stream_drop(job->stream);  // pairs with the reference that tm_stream_send took
  tm_job_drop_result(job);
  tm_job_drop_document(job);
  tm_free(job, job->size);
  tm_ceiling_returned(returns);
  if (env != NULL) tm_env_drop(env);  // pairs with tm_env_retain in tm_submit_job
}

void tm_job_free_list(tm_job *job) {
  while (job != NULL) {
    tm_job *next = job->next;
    tm_job_free(job);
    job = next;
  }
}
