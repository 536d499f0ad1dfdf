// The functions that run on the calling thread. They enter Go, so asynchronous signals are blocked around each call: libuv's
// handlers do not ask for an alternative stack and would run on a goroutine's small one.
#include "_cgo_export.h"
#include "calls.h"
#include "external.h"
#include "internal/queue/job.h"
#include "internal/queue/memory_limit.h"
#include "loan.h"
#include "signals.h"
#include "values.h"

// Lets Go do the work of a job on this thread and frees the job. Work that answers leaves a result; other work leaves one only
// if it fails.
static napi_value work_now(napi_env napi, tm_env *env, tm_job *job, void (*work)(tm_job *), bool answers) {
  if (job == NULL) return tm_outcome(napi, env, NULL);
  tm_signals before;
  tm_signals_block(&before);
  work(job);
  tm_signals_restore(&before);
  if (tm_external_retry(napi, job)) {
    tm_signals_block(&before);
    work(job);
    tm_signals_restore(&before);
  }
  napi_value outcome = answers || job->code != TM_OK ? tm_outcome(napi, env, job) : NULL;
  tm_job_free(job);
  tm_external_tell(napi, env);
  return outcome;
}

// convertSync(options, input, length, form): the Markdown, {code, message}, or a tm_push_status if memory is short.
napi_value tm_convert_sync(napi_env napi, napi_callback_info info) {
  napi_value values[4], buffer;
  tm_env *env = tm_work_arguments(napi, info, 4, values);
  int64_t length;
  uint32_t form;
  if (env == NULL || napi_get_value_int64(napi, values[2], &length) != napi_ok || napi_get_value_uint32(napi, values[3], &form) != napi_ok)
    return tm_number(napi, TM_UNAVAILABLE);
  tm_push_status status = tm_external_check_capacity(napi, env, (size_t)length);
  if (status != TM_PUSHED) return tm_number(napi, status);
  // Nobody writes to a buffer while this thread is here.
  tm_job *job = length > TM_SHORT_LOAN ? tm_borrowed_job(napi, values[0], values[1], &buffer) : NULL;
  if (job == NULL) job = tm_read_job(napi, env, values[0], values[1], (size_t)length);
  if (job != NULL) tm_set_form(job, form);
  if (job != NULL) status = tm_memory_check_counted(tm_job_bytes(job));
  if (status != TM_PUSHED) {
    tm_job_free(job);
    return tm_number(napi, status);
  }
  return work_now(napi, env, job, tmConvertSync, true);
}

// checkOptions(options): undefined or {code, message}.
napi_value tm_check_options(napi_env napi, napi_callback_info info) {
  napi_value options, none;
  tm_env *env = tm_work_arguments(napi, info, 1, &options);
  if (env == NULL || napi_get_undefined(napi, &none) != napi_ok) return tm_number(napi, TM_UNAVAILABLE);
  return work_now(napi, env, tm_read_job(napi, env, options, none, 0), tmCheckOptions, false);
}

// describeSelector(selector): its JSON, or {code, message}.
napi_value tm_describe_selector(napi_env napi, napi_callback_info info) {
  napi_value selector, none;
  tm_env *env = tm_work_arguments(napi, info, 1, &selector);
  if (env == NULL || napi_get_undefined(napi, &none) != napi_ok) return tm_number(napi, TM_UNAVAILABLE);
  return work_now(napi, env, tm_read_job(napi, env, selector, none, 0), tmDescribeSelector, true);
}
