// The functions behind streams: streamOpen, streamSend, streamClose. Like submit, they do not enter Go.
#include <stdlib.h>

#include "calls.h"
#include "external.h"
#include "internal/queue/capacity.h"
#include "internal/queue/stream.h"
#include "values.h"
#include "wake.h"

// What JavaScript holds: a stream until it is closed, and nothing after.
typedef struct {
  tm_stream *stream;
} tm_holder;

static void close_holder(tm_holder *holder) {
  if (holder->stream != NULL) tm_stream_drop(holder->stream);  // pairs with the reference that tm_stream_new made
  holder->stream = NULL;
}

// A stream that nobody closed has been collected, or its environment ends.
static void finalize(napi_env napi, void *data, void *hint) {
  (void)napi;
  (void)hint;
  close_holder(data);
  free(data);
}

static tm_holder *holder_of(napi_env napi, napi_value value) {
  void *holder = NULL;
  return napi_get_value_external(napi, value, &holder) == napi_ok ? holder : NULL;
}

// streamOpen(): a stream, or a negative tm_push_status.
napi_value tm_stream_open(napi_env napi, napi_callback_info info) {
  tm_env *env = tm_work_arguments(napi, info, 0, NULL);
  if (env == NULL) return tm_number(napi, TM_UNAVAILABLE);
  if (env->workers == 0) return tm_number(napi, TM_NO_WORKERS);
  tm_holder *holder = calloc(1, sizeof *holder);
  if (holder != NULL) holder->stream = tm_stream_new();
  napi_value value = NULL;
  if (holder == NULL || holder->stream == NULL || napi_create_external(napi, holder, finalize, NULL, &value) != napi_ok) {
    if (holder != NULL) close_holder(holder);
    free(holder);
    return tm_number(napi, TM_NO_MEMORY);
  }
  return value;
}

// streamSend(client, stream, options, input, length, last, token, form): as submit.
napi_value tm_stream_send(napi_env napi, napi_callback_info info) {
  napi_value values[8];
  tm_env *env = tm_arguments(napi, info, 8, values);
  uint32_t client, token, form;
  int64_t length;
  bool last;
  if (env == NULL || napi_get_value_uint32(napi, values[0], &client) != napi_ok || napi_get_value_int64(napi, values[4], &length) != napi_ok ||
      napi_get_value_bool(napi, values[5], &last) != napi_ok || napi_get_value_uint32(napi, values[6], &token) != napi_ok ||
      napi_get_value_uint32(napi, values[7], &form) != napi_ok)
    return tm_number(napi, TM_UNAVAILABLE);
  tm_holder *holder = holder_of(napi, values[1]);
  if (holder == NULL || holder->stream == NULL || client >= env->client_count) return tm_number(napi, TM_UNAVAILABLE);
  tm_push_status status = tm_queue_check_capacity(&env->lane, (size_t)length);
  if (status == TM_PUSHED) status = tm_external_check_capacity(napi, env, (size_t)length);
  if (status != TM_PUSHED) return tm_number(napi, status);
  if (!tm_wake_ready(env)) return tm_number(napi, TM_UNAVAILABLE);
  tm_job *job = tm_read_job(napi, env, values[2], values[3], (size_t)length);
  if (job == NULL) return tm_number(napi, TM_NO_MEMORY);
  job->last = last;
  tm_set_form(job, form);
  job->stream = holder->stream;
  job->number = holder->stream->sent;
  tm_stream_retain(job->stream);  // pairs with tm_stream_drop in tm_job_free
  return tm_submit_job(napi, env, client, token, job);
}

// streamClose(stream): JavaScript sends nothing more. Messages that are in flight keep the stream until they come back.
napi_value tm_stream_close(napi_env napi, napi_callback_info info) {
  napi_value value;
  if (tm_arguments(napi, info, 1, &value) == NULL) return NULL;
  tm_holder *holder = holder_of(napi, value);
  if (holder != NULL) close_holder(holder);
  return NULL;
}
