// Outcomes on their way from workers to promises. Workers append to the environment's list; only the first of a batch wakes
// the JavaScript thread, which settles all that it finds, so that thousands of results share one wake-up.
#include "shim.h"

// One turn of the event loop settles at most so much, so that a flood of results does not hold it.
enum { TURN_JOBS = 1024, TURN_BYTES = 4 << 20 };

// Called on a worker; pairs with tm_settle. The lock spans the closed check and the call of the threadsafe function: without
// it, a function that the teardown has just freed could be called.
void tm_deliver(tm_job *job) {
  tm_env *env = job->env;
  tm_queue_done(job);
  pthread_mutex_lock(&env->lock);
  bool closed = env->closed;
  if (!closed) {
    bool first = env->done_head == NULL;
    job->next = NULL;
    if (first)
      env->done_head = job;
    else
      env->done_tail->next = job;
    env->done_tail = job;
    if (first) napi_call_threadsafe_function(env->wake, NULL, napi_tsfn_nonblocking);
  }
  pthread_mutex_unlock(&env->lock);
  if (closed) tm_job_free(job);
}

static tm_job *take_done(tm_env *env, tm_job **last) {
  pthread_mutex_lock(&env->lock);
  tm_job *jobs = env->done_head;
  *last = env->done_tail;
  env->done_head = env->done_tail = NULL;
  pthread_mutex_unlock(&env->lock);
  return jobs;
}

// Puts back what one turn did not settle, ahead of what has come since, and asks for another turn.
static void put_back(tm_env *env, tm_job *jobs, tm_job *last) {
  pthread_mutex_lock(&env->lock);
  bool closed = env->closed;
  if (!closed) {
    last->next = env->done_head;
    if (env->done_head == NULL) env->done_tail = last;
    env->done_head = jobs;
    napi_call_threadsafe_function(env->wake, NULL, napi_tsfn_nonblocking);
  }
  pthread_mutex_unlock(&env->lock);
  if (closed) tm_job_free_list(jobs);
}

static size_t outcome_bytes(const tm_job *job) { return job->result_length * (job->wide ? 2 : 1); }

// One call of a client's callback tells it so many outcomes, as arguments: to fill an array costs more.
enum { CALL_JOBS = 64 };

// A callback that throws is a bug of the wrapper, not of the caller: it is reported as uncaught instead of lost.
static void call_client(napi_env napi, napi_value callback, size_t count, napi_value *values) {
  napi_value receiver, error;
  napi_get_undefined(napi, &receiver);
  if (napi_call_function(napi, receiver, callback, count, values, NULL) != napi_pending_exception) return;
  if (napi_get_and_clear_last_exception(napi, &error) == napi_ok) napi_fatal_exception(napi, error);
}

// Settles jobs of one client with a single call of its callback, and returns what is left. Of a cancelled job the wrapper
// hears nothing: it has rejected the promise.
static tm_job *settle_batch(napi_env napi, tm_env *env, tm_job *jobs, uint32_t *count, size_t *bytes) {
  uint32_t number = jobs->client;
  size_t length = 0;
  napi_value values[2 * CALL_JOBS], callback;
  napi_get_reference_value(napi, env->clients[number].on_settled, &callback);
  while (jobs != NULL && jobs->client == number && length < 2 * CALL_JOBS && *bytes < TURN_BYTES) {
    tm_job *job = jobs;
    jobs = job->next;
    ++*count;
    if (__atomic_load_n(&job->cancelled, __ATOMIC_RELAXED) == 0) {
      *bytes += outcome_bytes(job);
      napi_create_uint32(napi, job->token, &values[length]);
      values[length + 1] = tm_outcome(napi, job);
      length += 2;
    }
    tm_slot_clear(env, job->id);
    tm_pending_remove(env, &env->clients[number]);
    tm_job_free(job);
  }
  if (length > 0) call_client(napi, callback, length, values);
  return jobs;
}

// The JavaScript thread has been woken. While the environment ends, calls into JavaScript fail; the jobs are freed all the
// same. The reference keeps the block alive if the callback ends the environment.
void tm_settle(napi_env napi, tm_env *env) {
  tm_env_retain(env);
  tm_job *last, *jobs = take_done(env, &last);
  uint32_t count = 0;
  size_t bytes = 0;
  while (jobs != NULL && count < TURN_JOBS && bytes < TURN_BYTES) {
    napi_handle_scope scope;
    if (napi_open_handle_scope(napi, &scope) != napi_ok) break;
    jobs = settle_batch(napi, env, jobs, &count, &bytes);
    napi_close_handle_scope(napi, scope);
  }
  if (jobs != NULL) put_back(env, jobs, last);
  tm_wake_idle(env);
  tm_env_drop(env);
}
