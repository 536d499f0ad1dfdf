// The functions that JavaScript sees: module.c has their names there.
#ifndef TIDEMARK_CALLS_H
#define TIDEMARK_CALLS_H

#include "environment.h"

// client.c
napi_value tm_attach(napi_env napi, napi_callback_info info);

// calls.c
napi_value tm_submit(napi_env napi, napi_callback_info info);
napi_value tm_wake_workers(napi_env napi, napi_callback_info info);
napi_value tm_cancel(napi_env napi, napi_callback_info info);
napi_value tm_release(napi_env napi, napi_callback_info info);
// Submits a job that has been read, or frees it. Without memory for it, it is NULL.
napi_value tm_submit_job(napi_env napi, tm_env *env, uint32_t client, uint32_t token, tm_job *job);

// draft_calls.c
napi_value tm_draft_open(napi_env napi, napi_callback_info info);
napi_value tm_draft_append(napi_env napi, napi_callback_info info);
napi_value tm_draft_submit(napi_env napi, napi_callback_info info);
napi_value tm_draft_drop(napi_env napi, napi_callback_info info);

// stream_calls.c
napi_value tm_stream_open(napi_env napi, napi_callback_info info);
napi_value tm_stream_send(napi_env napi, napi_callback_info info);
napi_value tm_stream_close(napi_env napi, napi_callback_info info);

// document_calls.c
napi_value tm_document_open(napi_env napi, napi_callback_info info);
napi_value tm_document_send(napi_env napi, napi_callback_info info);
napi_value tm_document_close(napi_env napi, napi_callback_info info);

// watch.c
napi_value tm_watch_memory(napi_env napi, napi_callback_info info);

// turn.c
napi_value tm_turn(napi_env napi, napi_callback_info info);

// sync_calls.c
napi_value tm_convert_sync(napi_env napi, napi_callback_info info);
napi_value tm_check_options(napi_env napi, napi_callback_info info);
napi_value tm_describe_selector(napi_env napi, napi_callback_info info);

// settings.c
napi_value tm_configure(napi_env napi, napi_callback_info info);
napi_value tm_suggest_memory_limit(napi_env napi, napi_callback_info info);

// stats.c
napi_value tm_stats(napi_env napi, napi_callback_info info);

#endif
