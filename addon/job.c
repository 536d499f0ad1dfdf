// Jobs: one block for a call's arguments, one for its outcome. Text is turned into UTF-8 and back here, on the thread that does
// the work.
#include <string.h>

#include "internal/transcode/transcode.h"
#include "shim.h"

size_t tm_input_bytes(const tm_job *job) { return job->kind == TM_TEXT_UTF16 ? job->input_length * sizeof(char16_t) : job->input_length; }

// What lies before the input, so that a text can become UTF-8 in its place: three bytes for a unit at most, which are written no
// later than the unit is read. Even, as units have to lie.
static size_t headroom(const tm_job *job) { return job->kind == TM_TEXT_UTF16 ? (job->input_length + 1) & ~(size_t)1 : 0; }

// The block holds the struct, the input with room for the terminator that Node-API writes, and the options with theirs.
static size_t block_size(const tm_job *job) {
  return sizeof(tm_job) + headroom(job) + tm_input_bytes(job) + sizeof(char16_t) + job->options_length + 1;
}

tm_job *tm_job_new(tm_input_kind kind, size_t input_length, size_t options_length) {
  if (input_length > SIZE_MAX / 4 || options_length > SIZE_MAX / 4) return NULL;
  tm_job shape = {.kind = kind, .input_length = input_length, .options_length = options_length};
  tm_job *job = tm_alloc(block_size(&shape));
  if (job == NULL) return NULL;
  memcpy(job, &shape, sizeof shape);
  job->document = (uint8_t *)(job + 1);
  job->document_length = kind == TM_TEXT_UTF16 ? 0 : input_length;
  job->input = job->document + headroom(job);
  job->options = (char *)job->input + tm_input_bytes(job) + sizeof(char16_t);
  return job;
}

// Makes a text the document. Once only: it is written over.
void tm_job_decode(tm_job *job) {
  if (job->kind == TM_TEXT_UTF16) job->document_length = tm_utf16_to_utf8(job->document, job->input, job->input_length);
}

tm_job *tm_job_take(void) {
  tm_job *job = tm_queue_take();
  tm_job_decode(job);
  return job;
}

static void free_result(tm_job *job) {
  tm_free(job->result, job->result_size);
  job->result = NULL;
  job->result_length = 0;
}

static bool room_for_result(tm_job *job, size_t size) {
  free_result(job);
  // An empty result has a block too, so that NULL always means that there was no memory.
  job->result_size = size > 0 ? size : 1;
  job->result = tm_alloc(job->result_size);
  return job->result != NULL;
}

// The outcome is in the form that V8 takes with a plain copy: Latin-1 if it fits, which takes half the memory, else UTF-16. The
// block has room for the longest text of so many bytes, since to count the characters costs another pass.
void tm_job_result(tm_job *job, tm_code code, const uint8_t *text, size_t length) {
  job->code = code;
  job->wide = tm_utf8_is_wide(text, length);
  if (!job->wide) {
    if (!room_for_result(job, length) || tm_utf8_to_latin1(job->result, &job->result_length, text, length)) return;
    job->wide = true;
  }
  if (length > SIZE_MAX / sizeof(char16_t)) return free_result(job);
  if (room_for_result(job, length * sizeof(char16_t))) job->result_length = tm_utf8_to_utf16(job->result, text, length);
}

void tm_job_free(tm_job *job) {
  tm_env *env = job->env;
  free_result(job);
  tm_free(job, block_size(job));
  if (env != NULL) tm_env_drop(env);  // pairs with tm_env_retain in tm_submit
}

void tm_job_free_list(tm_job *job) {
  while (job != NULL) {
    tm_job *next = job->next;
    tm_job_free(job);
    job = next;
  }
}
