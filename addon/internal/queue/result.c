#include "result.h"

#include <string.h>

#include "../memory/memory.h"
#include "../memory/regions.h"
#include "../transcode/transcode.h"

// A short outcome takes the place of the options and the document, which are not needed any more: it spares a block that one
// thread makes and another frees. What V8 comes to hold is longer: see externalFrom in js/calls/calls.ts.
enum { SHORT_RESULT = 16 << 10 };

static tm_text *place_in(tm_job *job) { return (tm_text *)(job + 1); }

static tm_text *new_text(tm_job *job, size_t length) {
  if (length > SIZE_MAX / 4) return NULL;
  size_t size = sizeof(tm_text) + length;
  bool fits = length <= SHORT_RESULT && size <= job->size - sizeof *job;
  tm_text *text = fits ? place_in(job) : tm_alloc(size);
  if (text != NULL) *text = (tm_text){.size = size};
  return text;
}

void tm_job_drop_result(tm_job *job) {
  tm_text *text = job->result;
  job->result = NULL;
  job->result_length = 0;
  if (text != NULL && text != place_in(job)) tm_free(text, text->size);
}

static size_t width_of(const tm_job *job) { return job->wide ? sizeof(char16_t) : 1; }

size_t tm_result_bytes(const tm_job *job) { return job->result_length * width_of(job); }

// ---- an outcome that is there as a whole ----

static bool is_wanted(const tm_job *job) { return __atomic_load_n(&job->cancelled, __ATOMIC_RELAXED) == 0; }

// How many bytes of a result are written between two looks at whether it is still wanted.
enum { RESULT_PART = 1 << 20 };

// The length of the next part, which ends where a character does.
static size_t part_of(const uint8_t *text, size_t length) {
  if (length <= RESULT_PART) return length;
  size_t part = RESULT_PART;
  while (part > RESULT_PART - 4 && (text[part] & 0xc0) == 0x80) part--;
  return part;
}

bool tm_result_append(tm_job *job, const uint8_t *text, size_t length) {
  uint8_t *end = job->result->content + tm_result_bytes(job);
  size_t written = length;
  if (job->utf8 && job->code == TM_OK) {
    memcpy(end, text, length);
    job->result_length += length;
    return true;
  }
  if (job->wide)
    written = tm_utf8_to_utf16((uint16_t *)end, text, length);
  else if (!tm_utf8_to_latin1(end, &written, text, length))
    return false;
  job->result_length += written;
  return true;
}

// Writes the text as the result. If the job is cancelled it may stop: nobody sees the result. Returns false for text that is not of the
// form.
static bool write_result(tm_job *job, const uint8_t *text, size_t length) {
  while (length > 0 && is_wanted(job)) {
    size_t part = part_of(text, length);
    if (!tm_result_append(job, text, part)) return false;
    text += part;
    length -= part;
  }
  return true;
}

bool tm_is_wide(const uint8_t *text, size_t length) { return tm_utf8_is_wide(text, length); }

// The block has room for as many characters as the text has bytes, since counting them would cost another pass.
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
  if (job->result != NULL) write_result(job, text, length);
}

void tm_job_result_asks(tm_job *job, const uint8_t *bytes, size_t length) {
  tm_job_drop_result(job);
  job->code = TM_ASKS;
  job->wide = false;
  job->result = new_text(job, length);
  if (job->result == NULL) return;
  memcpy(job->result->content, bytes, length);
  job->result_length = length;
}

// ---- one that grows ----

size_t tm_result_capacity(const tm_job *job) {
  return job->result == NULL ? 0 : (job->result->size - sizeof(tm_text)) / width_of(job);
}

// How many characters become UTF-16 at a time.
enum { WIDENED = 2 << 20 };

static void widen(char16_t *to, uint8_t *from, size_t length) {
  for (size_t start = 0, end; start < length; start = end) {
    end = length - start > WIDENED ? start + WIDENED : length;
    for (size_t i = start; i < end; i++) to[i] = from[i];
    tm_block_forget(from, from + end);
  }
}

bool tm_result_grow(tm_job *job, size_t characters, bool wide) {
  if (characters > SIZE_MAX / 4) return false;
  size_t size = sizeof(tm_text) + characters * (wide ? sizeof(char16_t) : 1);
  tm_text *before = job->result, *text = tm_alloc(size);
  if (text == NULL) return false;
  *text = (tm_text){.size = size};
  if (before != NULL && wide == job->wide)
    tm_block_move(text->content, before->content, tm_result_bytes(job));
  else if (before != NULL)
    widen((char16_t *)text->content, before->content, job->result_length);
  if (before != NULL) tm_free(before, before->size);
  job->result = text;
  job->wide = wide;
  return true;
}

// What is shorter does not stay in the block that it has grown in, which is as large as a huge page at least.
enum { SHORT_FOR_BLOCK = 1 << 20 };

void tm_result_end(tm_job *job) {
  size_t length = tm_result_bytes(job);
  tm_text *all = job->result, *text = length < SHORT_FOR_BLOCK ? new_text(job, length) : NULL;
  job->code = TM_OK;
  if (text == NULL) {
    all->size = tm_shrink(all, all->size, sizeof(tm_text) + length);
    return;
  }
  memcpy(text->content, all->content, length);
  job->result = text;
  tm_free(all, all->size);
}
