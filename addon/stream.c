// Documents that arrive in pieces. Each piece is a job, a message of its stream, whose outcome is the Markdown that is certain then;
// on the other side a pool.AsyncBridge works them off in order. Like submit, these functions do not enter Go.
#include <stdlib.h>

#include "shim.h"

static int64_t streams;  // atomic

int64_t tm_stream_count(void) { return __atomic_load_n(&streams, __ATOMIC_RELAXED); }

// Called on the JavaScript thread and on workers. Whoever drops the last reference, when no worker has a message of the stream any
// more, lets the control goroutine free what Go holds for it.
void tm_stream_drop(tm_stream *stream) {
  if (__atomic_fetch_sub(&stream->references, 1, __ATOMIC_ACQ_REL) != 1) return;
  stream->freed_message->kind = TM_STREAM_FREED;
  stream->freed_message->go_env = __atomic_load_n(&stream->go_stream, __ATOMIC_RELAXED);
  tm_control_push(stream->freed_message);
  free(stream);
  __atomic_fetch_sub(&streams, 1, __ATOMIC_RELAXED);
}

// What JavaScript holds: a stream until it is closed, and nothing after.
typedef struct {
  tm_stream *stream;
} tm_holder;

static void close_holder(tm_holder *holder) {
  if (holder->stream != NULL) tm_stream_drop(holder->stream);  // pairs with the reference that tm_stream_open made
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
  size_t count = 0;
  void *data;
  napi_get_cb_info(napi, info, &count, NULL, NULL, &data);
  if (((tm_env *)data)->workers == 0) return tm_number(napi, TM_NO_WORKERS);
  tm_holder *holder = calloc(1, sizeof *holder);
  tm_stream *stream = calloc(1, sizeof *stream);
  // The message of the end is made at the start, so that ending needs no memory.
  tm_message *freed = calloc(1, sizeof *freed);
  napi_value value = NULL;
  if (holder == NULL || stream == NULL || freed == NULL || napi_create_external(napi, holder, finalize, NULL, &value) != napi_ok) {
    free(holder);
    free(stream);
    free(freed);
    return tm_number(napi, TM_NO_MEMORY);
  }
  *stream = (tm_stream){.references = 1, .freed_message = freed};
  holder->stream = stream;
  __atomic_fetch_add(&streams, 1, __ATOMIC_RELAXED);
  return value;
}

// streamSend(client, stream, options, input, length, last, token): as submit. The limits of the queue are not for messages: a stream
// has few at a time.
napi_value tm_stream_send(napi_env napi, napi_callback_info info) {
  napi_value values[7];
  size_t count = 7;
  void *data;
  napi_get_cb_info(napi, info, &count, values, NULL, &data);
  tm_env *env = data;
  tm_holder *holder = holder_of(napi, values[1]);
  uint32_t client = UINT32_MAX, token = 0;
  int64_t length = 0;
  napi_get_value_uint32(napi, values[0], &client);
  napi_get_value_int64(napi, values[4], &length);
  napi_get_value_uint32(napi, values[6], &token);
  if (holder == NULL || holder->stream == NULL || client >= env->client_count || !tm_wake_ready(env)) return tm_number(napi, TM_UNAVAILABLE);
  tm_job *job = tm_read_job(napi, env, values[2], values[3], (size_t)length);
  if (job == NULL) return tm_number(napi, TM_NO_MEMORY);
  napi_get_value_bool(napi, values[5], &job->last);
  job->stream = holder->stream;
  job->number = holder->stream->sent;
  __atomic_fetch_add(&holder->stream->references, 1, __ATOMIC_RELAXED);  // pairs with tm_stream_drop in tm_job_free
  napi_value id = tm_submit_job(napi, env, client, token, job);
  double taken = 0;
  napi_get_value_double(napi, id, &taken);
  if (taken > 0) holder->stream->sent++;
  return id;
}

// streamClose(stream): JavaScript sends nothing more. Messages that are in flight keep the stream until they come back.
napi_value tm_stream_close(napi_env napi, napi_callback_info info) {
  napi_value value;
  size_t count = 1;
  napi_get_cb_info(napi, info, &count, &value, NULL, NULL);
  tm_holder *holder = holder_of(napi, value);
  if (holder != NULL) close_holder(holder);
  return NULL;
}
