// Workers append to the environment's list; only the first of a batch wakes the JavaScript thread, which settles all that it finds, so
// that thousands of results share one wake-up.
#include "settle.h"

#include "client.h"
#include "environment.h"
#include "external.h"
#include "internal/memory/lock.h"
#include "internal/queue/histogram.h"
#include "internal/queue/queue.h"
#include "internal/queue/result.h"
#include "loan.h"
#include "napi.h"
#include "slots.h"
#include "turn.h"
#include "values.h"
#include "wake.h"
#include "watch.h"

// How many calls one turn of the event loop settles, and how many bytes it copies, at the most: a flood of results must not hold it. What is
// left waits for the next turn.
enum { TURN_JOBS = 256, TURN_BYTES = 1 << 20 };

static void append(tm_env *env, tm_job *jobs, tm_job *last) {
  if (env->done_head == NULL)
    env->done_head = jobs;
  else
    env->done_tail->next = jobs;
  env->done_tail = last;
}

// Called on a worker; pairs with tm_on_wake. Once the lock is free the job is the JavaScript thread's.
void tm_deliver(tm_job *job) {
  tm_env *env = tm_env_of(job);
  tm_queue_done(job);
  tm_job_return(job);
  tm_lock(&env->lock);
  tm_loan_returned(env, job);
  bool closed = env->closed, wake = !closed && !env->settling;
  if (!closed) {
    job->next = NULL;
    append(env, job, job);
    env->settling = true;
  }
  tm_queue_next(&env->lane);  // with the lock, so that outcomes come in the order of the jobs where one at a time is run
  if (wake) tm_wake_begin(env);
  pthread_mutex_unlock(&env->lock);
  if (wake) tm_wake_call(env);
  if (closed) tm_env_free_job(job);
}

static tm_job *take_done(tm_env *env, tm_job **last) {
  tm_lock(&env->lock);
  tm_job *jobs = env->done_head;
  *last = env->done_tail;
  env->done_head = env->done_tail = NULL;
  pthread_mutex_unlock(&env->lock);
  return jobs;
}

// Ends a turn. What it did not settle goes ahead of what has come since. Returns whether there must be another one; else the next
// delivery begins one. Says whether memory has been given back: pairs with tm_wake_changed.
static bool end_turn(tm_env *env, tm_job *jobs, tm_job *last, bool *changed) {
  tm_lock(&env->lock);
  bool closed = env->closed;
  if (!closed && jobs != NULL) {
    tm_job *since = env->done_head, *since_last = env->done_tail;
    env->done_head = NULL;
    append(env, jobs, last);
    if (since != NULL) append(env, since, since_last);
  }
  bool more = !closed && env->done_head != NULL;
  env->settling = more;
  *changed = env->changed;
  env->changed = false;
  pthread_mutex_unlock(&env->lock);
  if (closed) tm_env_free_jobs(jobs);
  return more;
}

// How many outcomes one call of a client's callback passes, as arguments: filling an array costs more.
enum { CALL_JOBS = 64 };

// Adds a call's token and its outcome. Returns false if there is no way to tell them: the environment is ending.
static bool add_outcome(napi_env napi, tm_env *env, tm_job *job, napi_value *values) {
  values[1] = tm_outcome(napi, env, job);
  return values[1] != NULL && napi_create_uint32(napi, job->token, &values[0]) == napi_ok;
}

// Settles jobs of one client with a single call of its callback, and returns what is left. Of a cancelled job the wrapper
// hears nothing: it has rejected the promise.
static tm_job *settle_batch(napi_env napi, tm_env *env, tm_job *jobs, uint32_t *count, size_t *bytes) {
  uint32_t client = jobs->client;
  size_t length = 0;
  napi_value values[2 * CALL_JOBS];
  while (jobs != NULL && jobs->client == client && length < 2 * CALL_JOBS && *bytes < TURN_BYTES) {
    tm_job *job = jobs;
    jobs = job->next;
    ++*count;
    if (tm_external_retry(napi, job)) {
      tm_loan_begin(env, job);
      tm_queue_push(job);  // the job is a worker's again
      continue;
    }
    if (__atomic_load_n(&job->cancelled, __ATOMIC_RELAXED) == 0 && add_outcome(napi, env, job, &values[length])) {
      length += 2;
      if (job->result != NULL) *bytes += tm_result_bytes(job);  // else V8 has it without a copy
    }
    tm_histogram_add(&env->waits, job->taken_at - job->pushed_at);
    tm_histogram_add(&env->works, job->done_at - job->taken_at);
    tm_slot_clear(env, job->id);
    tm_client_remove(env, client);
    tm_loan_end(napi, job);
    tm_env_free_job(job);
  }
  if (length > 0) tm_client_call(env, client, length, values);
  return jobs;
}

// The JavaScript thread has been woken, or has come to its next turn. While the environment ends, calls into JavaScript fail; the
// jobs are freed all the same. The reference keeps the block alive if the callback ends the environment.
static void settle(napi_env napi, tm_env *env) {
  napi_handle_scope scope;
  tm_env_retain(env);
  bool asked_for = tm_turn_begin(env);
  tm_job *last, *jobs = take_done(env, &last);
  uint32_t count = 0;
  size_t bytes = 0;
  while (jobs != NULL && count < TURN_JOBS && bytes < TURN_BYTES) {
    if (napi_open_handle_scope(napi, &scope) != napi_ok) break;
    jobs = settle_batch(napi, env, jobs, &count, &bytes);
    TM_MAY_FAIL(napi_close_handle_scope(napi, scope), "It ends with the one around it then.");
  }
  tm_external_tell(napi, env);
  bool changed;
  if (end_turn(env, jobs, last, &changed)) tm_turn_ask(env);
  if (asked_for) tm_turn_serve(env);
  if (changed) tm_watch_serve(napi, env);
  tm_wake_idle(env);
  tm_env_drop(env);
}

void tm_on_wake(napi_env napi, napi_value function, void *env, void *data) {
  (void)function;
  (void)data;
  if (napi != NULL) settle(napi, env);  // NULL: the environment has ended, and tm_env_close has freed what was left
}
