// The functions behind promises: attach, submit, cancel, release. None of them enters Go: a call from C into Go waits for a
// free processor of the Go runtime, which under load takes milliseconds, where the queue takes microseconds.
#include <stdlib.h>

#include "shim.h"

static bool is_collected(napi_env napi, napi_ref reference) {
  napi_value value = NULL;
  return napi_get_reference_value(napi, reference, &value) != napi_ok || value == NULL;
}

// attach(onSettled, externalFrom): one copy of the JavaScript wrapper becomes a client. There can be several in an environment: Jest gives
// each test file its own copy of the wrapper, but only one of the addon. The places of collected ones are used again. Markdown of
// externalFrom bytes and more is not copied into V8; 0: all of it is.
napi_value tm_attach(napi_env napi, napi_callback_info info) {
  napi_value values[2];
  tm_env *env = tm_arguments(napi, info, 2, values);
  int64_t external_from;
  napi_ref on_settled;
  if (env == NULL || napi_get_value_int64(napi, values[1], &external_from) != napi_ok) return tm_number(napi, TM_UNAVAILABLE);
  env->external_from = (size_t)external_from;
  uint32_t place = 0;
  while (place < env->client_count && !(env->clients[place].pending == 0 && is_collected(napi, env->clients[place].on_settled))) place++;
  bool used_again = place < env->client_count;
  if (!used_again) {
    tm_client *clients = realloc(env->clients, (place + 1) * sizeof *clients);
    if (clients == NULL) return tm_number(napi, TM_NO_MEMORY);
    env->clients = clients;
  }
  if (napi_create_reference(napi, values[0], 0, &on_settled) != napi_ok) return tm_number(napi, TM_UNAVAILABLE);
  if (used_again)
    TM_MAY_FAIL(napi_delete_reference(napi, env->clients[place].on_settled), "It goes with the environment then.");
  else
    env->client_count++;
  env->clients[place] = (tm_client){.on_settled = on_settled};
  return tm_number(napi, place);
}

// submit(client, options, input, length, token): the job's id, or a negative tm_push_status. The client hears of the outcome
// under its token.
napi_value tm_submit(napi_env napi, napi_callback_info info) {
  napi_value values[5];
  tm_env *env = tm_arguments(napi, info, 5, values);
  uint32_t client, token;
  int64_t length;
  if (env == NULL || napi_get_value_uint32(napi, values[0], &client) != napi_ok || napi_get_value_int64(napi, values[3], &length) != napi_ok ||
      napi_get_value_uint32(napi, values[4], &token) != napi_ok)
    return tm_number(napi, TM_UNAVAILABLE);
  if (env->workers == 0) return tm_number(napi, TM_NO_WORKERS);
  if (client >= env->client_count) return tm_number(napi, TM_UNAVAILABLE);

  // A full queue is told before the input is copied. As UTF-8 a text can take more bytes than it has units.
  tm_push_status room = tm_queue_room(env, (size_t)length);
  if (room == TM_PUSHED) room = tm_memory_room(napi, env, tm_input_size(napi, values[2], (size_t)length));
  if (room != TM_PUSHED) return tm_number(napi, room);
  if (!tm_wake_ready(env)) return tm_number(napi, TM_UNAVAILABLE);
  tm_queue_hold(env);  // until wakeWorkers
  return tm_submit_job(napi, env, client, token, tm_read_job(napi, env, values[1], values[2], (size_t)length));
}

// Submits a job that has been read, or frees it. Without memory for it, it is NULL.
napi_value tm_submit_job(napi_env napi, tm_env *env, uint32_t client, uint32_t token, tm_job *job) {
  if (job == NULL) return tm_number(napi, TM_NO_MEMORY);
  tm_push_status room = tm_slot_reserve(env) ? tm_ceiling_room_of(job) : TM_NO_MEMORY;
  if (room != TM_PUSHED) {
    tm_job_free(job);
    return tm_number(napi, room);
  }

  job->token = token;
  job->env = env;
  tm_env_retain(env);  // pairs with tm_env_drop in tm_job_free
  job->client = client;
  tm_slot_put(env, job);
  napi_value id = tm_number(napi, (double)job->id);
  if (id == NULL || !tm_pending_add(env, &env->clients[client])) {
    tm_slot_clear(env, job->id);
    tm_job_free(job);
    return tm_number(napi, TM_UNAVAILABLE);
  }
  if (job->stream != NULL) job->stream->sent++;
  tm_queue_push(job);  // the job is a worker's from here on
  return id;
}

// wakeWorkers(): what the wrapper calls when the code that has called submit has run.
napi_value tm_wake_workers(napi_env napi, napi_callback_info info) {
  tm_env *env = tm_arguments(napi, info, 0, NULL);
  if (env != NULL) tm_queue_wake(env);
  return NULL;
}

// Messages of a stream are waited for by those after them: only the last one sent may be missing.
static bool withdraw(tm_job *job) {
  tm_stream *stream = job->stream;
  if (stream != NULL && job->number + 1 != stream->sent) return false;
  bool withdrawn = tm_queue_withdraw(job);
  if (withdrawn && stream != NULL) stream->sent--;
  return withdrawn;
}

// cancel(id): the wrapper has rejected the promise. A waiting job is freed at once; a running one sees its flag and comes back like any
// other.
napi_value tm_cancel(napi_env napi, napi_callback_info info) {
  napi_value value;
  tm_env *env = tm_arguments(napi, info, 1, &value);
  double id;
  if (env == NULL || napi_get_value_double(napi, value, &id) != napi_ok) return NULL;
  tm_job *job = id > 0 ? tm_slot_find(env, (uint64_t)id) : NULL;
  if (job == NULL || __atomic_exchange_n(&job->cancelled, 1, __ATOMIC_SEQ_CST) != 0) return NULL;
  if (withdraw(job)) {
    env->withdrawn++;
    tm_slot_clear(env, job->id);
    tm_pending_remove(env, &env->clients[job->client]);
    tm_job_free(job);
    tm_wake_idle(env);
    return NULL;
  }
  tm_ceiling_changed();  // it may wait for memory
  return NULL;
}

// release(): gives up the threadsafe function, now or when the last call in flight has come back. The next call makes a new one.
napi_value tm_release(napi_env napi, napi_callback_info info) {
  tm_env *env = tm_arguments(napi, info, 0, NULL);
  if (env != NULL) tm_wake_release(env);
  return NULL;
}
