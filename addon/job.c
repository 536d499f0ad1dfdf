// Jobs: one block for a call's arguments, one for its outcome.
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
    memcpy(larger->document, job->document, job->document_length);
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

// A short outcome takes the place of the options and the document, which are not needed any more: it spares a block that one
// thread makes and another frees. What V8 comes to hold is longer: see externalFrom in js/calls/calls.ts.
enum { SHORT_RESULT = 16 << 10 };

static tm_text *place_in(tm_job *job) { return (tm_text *)(job + 1); }

static tm_text *new_text(tm_job *job, size_t length) {
  if (length > SIZE_MAX / 4) return NULL;
  size_t size = sizeof(tm_text) + length;
  bool fits = length <= SHORT_RESULT && size <= job->size - sizeof *job;
  tm_text *text = fits ? place_in(job) : tm_alloc(size);
  if (text != NULL) *text = (tm_text){.env = job->env, .size = size};
  return text;
}

void tm_job_drop_result(tm_job *job) {
  tm_text *text = job->result;
  job->result = NULL;
  if (text != NULL && text != place_in(job)) tm_free(text, text->size);
}

size_t tm_result_bytes(const tm_job *job) { return job->result_length * (job->wide ? sizeof(char16_t) : 1); }

// So many bytes of a result are written between two looks at whether it is still wanted.
enum { RESULT_PART = 1 << 20 };

// The length of the next part, which ends where a character does.
static size_t part_of(const uint8_t *text, size_t length) {
  if (length <= RESULT_PART) return length;
  size_t part = RESULT_PART;
  while (part > RESULT_PART - 4 && (text[part] & 0xc0) == 0x80) part--;
  return part;
}

// Writes the text as the result, in the form that job->wide says, or what there was time for if the job is cancelled: nobody sees it.
// Returns false for text that is not of that form.
static bool write_result(tm_job *job, const uint8_t *text, size_t length) {
  job->result_length = 0;
  while (length > 0 && __atomic_load_n(&job->cancelled, __ATOMIC_RELAXED) == 0) {
    size_t part = part_of(text, length), written;
    if (job->wide)
      written = tm_utf8_to_utf16((uint16_t *)job->result->content + job->result_length, text, part);
    else if (!tm_utf8_to_latin1(job->result->content + job->result_length, &written, text, part))
      return false;
    job->result_length += written;
    text += part;
    length -= part;
  }
  return true;
}

bool tm_is_wide(const uint8_t *text, size_t length) { return tm_utf8_is_wide(text, length); }

// The outcome is in a form of V8: Latin-1 if it fits, which takes half the memory, else UTF-16. The block has room for the longest
// text of so many bytes, since to count the characters costs another pass.
void tm_job_result(tm_job *job, tm_code code, const uint8_t *text, size_t length, bool wide) {
  tm_job_drop_result(job);
  job->code = code;
  job->wide = wide;
  if (!job->wide) {
    job->result = new_text(job, length);
    if (job->result == NULL || write_result(job, text, length)) return;
    tm_job_drop_result(job);  // it is not UTF-8
    job->wide = true;
  }
  job->result = new_text(job, length * sizeof(char16_t));
  job->result_length = 0;
  if (job->result != NULL) write_result(job, text, length);
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
