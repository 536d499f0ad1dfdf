// What goes in and out of JavaScript: napi_values.
#ifndef TIDEMARK_VALUES_H
#define TIDEMARK_VALUES_H

#include "environment.h"

// What a function is called with, and its environment. NULL if there is none: then nothing can be done.
tm_env *tm_arguments(napi_env napi, napi_callback_info info, size_t count, napi_value *values);
// The same for a function for which Go is needed.
tm_env *tm_work_arguments(napi_env napi, napi_callback_info info, size_t count, napi_value *values);
napi_value tm_number(napi_env napi, double value);  // NULL if the environment is ending, as that of the others
napi_value tm_outcome(napi_env napi, tm_env *env, tm_job *job);

size_t tm_input_size(napi_env napi, napi_value input, size_t length);
tm_job *tm_read_job(napi_env napi, tm_env *env, napi_value options, napi_value input, size_t length);
void tm_set_form(tm_job *job, uint32_t form);  // of its input and its outcome: see border.generated.h
tm_job *tm_new_bytes_job(napi_env napi, napi_value options);  // without a document
tm_job *tm_new_text_job(napi_env napi, napi_value options, size_t length);
tm_job *tm_append_text(napi_env napi, tm_env *env, tm_job *job, napi_value slices, bool last, char16_t *lead);

#endif
