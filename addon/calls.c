// The functions behind promises: submit, wakeWorkers, cancel, release. None of them enters Go: a call from C into Go waits for a
// free processor of the Go runtime, which under load takes milliseconds, where the queue takes microseconds.
#include "calls.h"

#include "border.generated.h"
#include "client.h"
#include "external.h"
#include "internal/memory/lock.h"
#include "internal/queue/capacity.h"
#include "internal/queue/job.h"
#include "internal/queue/memory_limit.h"
#include "internal/queue/queue.h"
#include "loan.h"
#include "slots.h"
#include "values.h"
#include "wake.h"

// submit(client, options, input, length, token, form): the job's id, or a negative tm_push_status. The client hears of the outcome
// under its token.
napi_value tm_submit(napi_env napi, napi_callback_info info) {
  napi_value values[6];
  tm_env *env = tm_work_arguments(napi, info, 6, values);
  uint32_t client, token, form;
  int64_t length;
  if (env == NULL || napi_get_value_uint32(napi, values[0], &client) != napi_ok || napi_get_value_int64(napi, values[3], &length) != napi_ok ||
      napi_get_value_uint32(napi, values[4], &token) != napi_ok || napi_get_value_uint32(napi, values[5], &form) != napi_ok)
    return tm_number(napi, TM_UNAVAILABLE);
  if (env->workers == 0) return tm_number(napi, TM_NO_WORKERS);
  if (client >= env->client_count) return tm_number(napi, TM_UNAVAILABLE);

  // A full queue is told before the input is copied. As UTF-8 a text can take more bytes than it has units.
  tm_push_status status = tm_queue_check_capacity(&env->lane, (size_t)length);
  if (status == TM_PUSHED) status = tm_external_check_capacity(napi, env, tm_input_size(napi, values[2], (size_t)length));
  if (status != TM_PUSHED) return tm_number(napi, status);
  if (!tm_wake_ready(env)) return tm_number(napi, TM_UNAVAILABLE);
  tm_queue_cork(&env->lane);  // until wakeWorkers
  tm_job *job = form & TM_INPUT_LENT ? tm_lent_job(napi, values[1], values[2]) : NULL;
  if (job == NULL) job = tm_read_job(napi, env, values[1], values[2], (size_t)length);
  if (job != NULL) tm_set_form(job, form);
  return tm_submit_job(napi, env, client, token, job);
}

napi_value tm_submit_job(napi_env napi, tm_env *env, uint32_t client, uint32_t token, tm_job *job) {
  if (job == NULL) return tm_number(napi, TM_NO_MEMORY);
  tm_push_status status = tm_slot_reserve(env) ? tm_memory_check_counted(tm_job_bytes(job)) : TM_NO_MEMORY;
  if (status != TM_PUSHED) {
    tm_loan_end(napi, job);
    tm_job_free(job);
    return tm_number(napi, status);
  }

  job->token = token;
  job->lane = &env->lane;
  tm_env_retain(env);  // pairs with tm_env_drop in tm_env_free_job
  job->client = client;
  tm_slot_put(env, job);
  napi_value id = tm_number(napi, (double)job->id);
  if (id == NULL || !tm_client_add(env, client)) {
    tm_slot_clear(env, job->id);
    tm_loan_end(napi, job);
    tm_env_free_job(job);
    return tm_number(napi, TM_UNAVAILABLE);
  }
  if (job->stream != NULL) job->stream->sent++;
  tm_loan_begin(env, job);
  tm_queue_push(job);  // now it is a worker's
  return id;
}

// wakeWorkers(): what the wrapper calls when the code that has called submit has run.
napi_value tm_wake_workers(napi_env napi, napi_callback_info info) {
  tm_env *env = tm_arguments(napi, info, 0, NULL);
  if (env != NULL) tm_queue_uncork(&env->lane);
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
    tm_client_remove(env, job->client);
    tm_lock(&env->lock);
    tm_loan_returned(env, job);
    pthread_mutex_unlock(&env->lock);
    tm_loan_end(napi, job);
    tm_env_free_job(job);
    tm_wake_idle(env);
    return NULL;
  }
  tm_memory_changed();  // it may wait for some
  return NULL;
}

// release(): gives up the threadsafe function, now or when the last call in flight has come back. The next call makes a new one.
napi_value tm_release(napi_env napi, napi_callback_info info) {
  tm_env *env = tm_arguments(napi, info, 0, NULL);
  if (env != NULL) tm_wake_release(env);
  return NULL;
}
