// Jobs: one block for a call's arguments, one for its outcome.
#include <string.h>

#include "shim.h"

size_t tm_input_bytes(const tm_job *job) { return job->kind == TM_TEXT_UTF16 ? job->input_length * sizeof(char16_t) : job->input_length; }

// The block holds the struct, the input with room for the terminator that Node-API writes, and the options with theirs.
static size_t block_size(const tm_job *job) { return sizeof(tm_job) + tm_input_bytes(job) + sizeof(char16_t) + job->options_length + 1; }

tm_job *tm_job_new(tm_input_kind kind, size_t input_length, size_t options_length) {
  if (input_length > SIZE_MAX / 4 || options_length > SIZE_MAX / 4) return NULL;
  tm_job shape = {.kind = kind, .input_length = input_length, .options_length = options_length};
  tm_job *job = tm_alloc(block_size(&shape));
  if (job == NULL) return NULL;
  memcpy(job, &shape, sizeof shape);
  job->input = job + 1;
  job->options = (char *)job->input + tm_input_bytes(job) + sizeof(char16_t);
  return job;
}

static size_t result_size(const tm_job *job) { return job->result_length * (job->wide ? sizeof(char16_t) : 1); }

void *tm_job_result(tm_job *job, tm_code code, bool wide, size_t length) {
  tm_free(job->result, result_size(job));
  job->code = code;
  job->wide = wide;
  job->result_length = length;
  size_t size = result_size(job);
  // An empty result has a block too, so that NULL always means that there was no memory.
  job->result = tm_alloc(size > 0 ? size : 1);
  if (job->result == NULL) job->result_length = 0;
  return job->result;
}

void tm_job_free(tm_job *job) {
  tm_env *env = job->env;
  size_t size = result_size(job);
  tm_free(job->result, size > 0 ? size : 1);
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
