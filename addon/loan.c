// A buffer that has been transferred to us cannot be changed, shrunk or detached by anybody, and a reference keeps it from being collected.
// What remains is the end of the environment, which frees all of its memory: that waits until no worker reads it.
#include "loan.h"

#include "internal/memory/lock.h"
#include "internal/queue/job.h"
#include "napi.h"
#include "values.h"

tm_job *tm_borrowed_job(napi_env napi, napi_value options, napi_value view, napi_value *buffer) {
  bool is_view = false, is_own = false;
  size_t length;
  void *bytes;
  if (napi_is_typedarray(napi, view, &is_view) != napi_ok || !is_view) return NULL;
  if (napi_get_typedarray_info(napi, view, NULL, &length, &bytes, buffer, NULL) != napi_ok || length <= TM_SHORT_LOAN) return NULL;
  // Shared memory is none: other threads may write to it.
  if (napi_is_arraybuffer(napi, *buffer, &is_own) != napi_ok || !is_own) return NULL;
  tm_job *job = tm_new_bytes_job(napi, options);
  if (job != NULL) tm_job_borrow(job, bytes, length);
  return job;
}

tm_job *tm_lent_job(napi_env napi, napi_value options, napi_value view) {
  napi_value buffer;
  napi_ref reference;
  tm_job *job = tm_borrowed_job(napi, options, view, &buffer);
  if (job == NULL) return NULL;
  if (napi_create_reference(napi, buffer, 1, &reference) != napi_ok) {
    tm_job_free(job);
    return NULL;
  }
  job->loan = reference;
  return job;
}

void tm_loan_begin(tm_env *env, const tm_job *job) {
  if (job->loan == NULL) return;
  tm_lock(&env->lock);
  env->loans++;
  pthread_mutex_unlock(&env->lock);
}

void tm_loan_returned(tm_env *env, const tm_job *job) {
  if (job->loan != NULL && --env->loans == 0) pthread_cond_signal(&env->returned);  // pairs with the wait in tm_loans_wait
}

void tm_loan_end(napi_env napi, tm_job *job) {
  if (job->loan != NULL) TM_MAY_FAIL(napi_delete_reference(napi, job->loan), "The environment is ending, and deletes it.");
  job->loan = NULL;
}

void tm_loans_returned(tm_env *env, const tm_job *jobs) {
  tm_lock(&env->lock);
  for (const tm_job *job = jobs; job != NULL; job = job->next) tm_loan_returned(env, job);
  pthread_mutex_unlock(&env->lock);
}

// The flags of the jobs have been set: it takes no longer than a conversion takes to see that.
void tm_loans_wait(tm_env *env) {
  tm_lock(&env->lock);
  while (env->loans > 0) pthread_cond_wait(&env->returned, &env->lock);
  pthread_mutex_unlock(&env->lock);
}
