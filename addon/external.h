// Texts and bytes that V8 holds without a copy.
#ifndef TIDEMARK_EXTERNAL_H
#define TIDEMARK_EXTERNAL_H

#include "environment.h"

napi_value tm_external_bytes(napi_env napi, tm_env *env, tm_job *job);
napi_value tm_external_text(napi_env napi, tm_env *env, tm_job *job);
void tm_external_tell(napi_env napi, tm_env *env);
bool tm_external_collect(napi_env napi, int64_t least);

// Returns TM_PUSHED if the memory limit has room for an input of that size, or why not. What V8 holds is asked back first.
tm_push_status tm_external_check_capacity(napi_env napi, tm_env *env, size_t bytes);
// Makes a job that found no memory ready to be done once more, where V8 could be made to give some back. Returns whether it is.
bool tm_external_retry(napi_env napi, tm_job *job);

#endif
