// The outcomes of jobs, in a form of V8: Latin-1 if it fits, which takes half the memory, else UTF-16; or UTF-8, if bytes are asked for.
#ifndef TIDEMARK_RESULT_H
#define TIDEMARK_RESULT_H

#include "job.h"

// A text in a form of V8, which V8 may come to hold.
struct tm_text {
  void *holder;  // set while V8 holds the text
  size_t size;   // of the block, in bytes
  _Alignas(char16_t) uint8_t content[];
};

size_t tm_result_bytes(const tm_job *job);
void tm_job_drop_result(tm_job *job);  // called by Go, too

// Called by Go. Whether UTF-8 does not fit into Latin-1.
bool tm_is_wide(const uint8_t *text, size_t length);
// Called by Go. Makes UTF-8 the outcome of the job, which stays empty without memory. It may take the place of the options and the
// document.
void tm_job_result(tm_job *job, tm_code code, const uint8_t *text, size_t length, bool wide);
// Called by Go. Makes what rules ask the outcome of the job, likewise.
void tm_job_result_asks(tm_job *job, const uint8_t *bytes, size_t length);

// All called by Go, for Markdown that comes in parts. Characters are those of the form that job->wide says.
size_t tm_result_capacity(const tm_job *job);  // in characters
bool tm_result_grow(tm_job *job, size_t characters, bool wide);  // false without memory: the result stays as it is
// Adds UTF-8, for which there must be capacity for a character for each byte. Returns false for text that is not of the form.
bool tm_result_append(tm_job *job, const uint8_t *text, size_t length);
void tm_result_end(tm_job *job);  // the Markdown is whole

#endif
