// The arguments of calls. Their outcomes are in result.c.
#include "job.h"

#include <string.h>

#include "../memory/memory.h"
#include "../memory/regions.h"
#include "../transcode/transcode.h"
#include "memory_limit.h"
#include "result.h"

// The block holds the struct, the options with their terminator, and the document, which may grow. A long document has a block of its
// own, so that it can go before the result comes.
enum { LONG_DOCUMENT = 256 << 10 };

static uint8_t *document_of(const tm_job *job) { return (uint8_t *)(job + 1) + job->options_length + 1; }

tm_job *tm_job_new(tm_input_kind kind, size_t capacity, size_t options_length) {
  if (capacity > SIZE_MAX / 4 || options_length > SIZE_MAX / 4) return NULL;
  size_t own = capacity > LONG_DOCUMENT ? capacity : 0, size = sizeof(tm_job) + options_length + 1 + capacity - own;
  uint8_t *document = own == 0 ? NULL : tm_alloc(own);
  tm_job *job = own > 0 && document == NULL ? NULL : tm_alloc(size);
  if (job == NULL) {
    tm_free(document, own);
    return NULL;
  }
  *job = (tm_job){.kind = kind, .size = size, .document_block = own, .options_length = options_length};
  job->options = (char *)(job + 1);
  job->options[options_length] = '\0';
  job->document = own > 0 ? document : document_of(job);
  return job;
}

// Few documents need it, and one that does has room for twice as much afterwards.
tm_job *tm_job_reserve(tm_job *job, size_t more) {
  size_t capacity = job->document_block > 0 ? job->document_block : job->size - (size_t)(job->document - (uint8_t *)job);
  if (capacity - job->document_length >= more) return job;
  tm_job *larger = tm_job_new(job->kind, 2 * (job->document_length + more), job->options_length);
  if (larger != NULL) {
    memcpy(larger->options, job->options, job->options_length);
    tm_block_move(larger->document, job->document, job->document_length);
    larger->document_length = job->document_length;
    larger->utf8 = job->utf8;
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

void tm_job_borrow(tm_job *job, uint8_t *bytes, size_t length) {
  tm_own(length);
  job->document = bytes;
  job->document_length = job->borrowed = length;
}

size_t tm_job_bytes(const tm_job *job) { return job->size + job->document_block + job->borrowed; }

// Aligned, since options may have any length: the block has a byte more than the units take.
char16_t *tm_job_units(const tm_job *job) { return (char16_t *)(job->document + (uintptr_t)job->document % sizeof(char16_t)); }

static bool is_lead(char16_t unit) { return unit >= 0xd800 && unit <= 0xdbff; }

size_t tm_job_decode(const tm_job *job, size_t from, size_t end, uint8_t *to, size_t *taken) {
  const char16_t *units = tm_job_units(job);
  if (end < job->document_length && is_lead(units[end - 1])) end--;
  *taken = end - from;
  return tm_utf16_to_utf8(to, units + from, end - from);
}

void tm_job_drop_document(tm_job *job) {
  if (job->borrowed > 0) {
    tm_disown(job->borrowed);
    job->document = NULL;
    job->borrowed = 0;
  }
  if (job->document_block == 0) return;
  tm_free(job->document, job->document_block);
  job->document = NULL;
  job->document_block = 0;
}

// ---- the way back to JavaScript ----

// How many bytes of an outcome are worth waiting for.
enum { MUCH = 64 << 10 };

void tm_job_return(tm_job *job) {
  job->returns = tm_job_bytes(job) + (job->result == NULL ? 0 : job->result->size) > MUCH;
  if (job->returns) tm_memory_return();
}

bool tm_job_may_again(const tm_job *job) { return !job->again && job->stream == NULL && tm_memory_external() > 0; }

void tm_job_begin_again(tm_job *job) {
  tm_job_drop_result(job);
  job->code = TM_OK;
  job->again = true;
  if (job->returns) tm_memory_returned();
  job->returns = false;
}

void tm_job_free(tm_job *job) {
  bool returns = job->returns;
  if (job->stream != NULL) tm_stream_drop(job->stream);  // pairs with the reference that tm_stream_send took
  tm_job_drop_result(job);
  tm_job_drop_document(job);
  tm_free(job, job->size);
  // Its memory has been given back, or is V8's.
  if (returns)
    tm_memory_returned();
  else
    tm_memory_changed();
}
