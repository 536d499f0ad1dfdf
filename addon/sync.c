// The functions that run on the calling thread. They enter Go, so asynchronous signals are blocked around each call: libuv's
// handlers do not ask for an alternative stack and would run on a goroutine's small one.
#include "_cgo_export.h"
#include "shim.h"

// Lets Go do the work of a job on this thread and frees the job. Work that answers leaves a result; other work leaves one only
// if it fails.
static napi_value work_now(napi_env napi, tm_env *env, tm_job *job, void (*work)(tm_job *), bool answers) {
  if (job == NULL) return tm_outcome(napi, env, NULL);
  tm_signals before;
  tm_signals_block(&before);
  work(job);
  tm_signals_restore(&before);
  if (tm_job_again(napi, job)) {
    tm_signals_block(&before);
    work(job);
    tm_signals_restore(&before);
  }
  napi_value outcome = answers || job->code != TM_OK ? tm_outcome(napi, env, job) : NULL;
  tm_job_free(job);
  tm_external_tell(napi, env);
  return outcome;
}

// convertSync(options, input, length): the Markdown, {code, message}, or a tm_push_status if memory is short.
napi_value tm_convert_sync(napi_env napi, napi_callback_info info) {
  napi_value values[3];
  tm_env *env = tm_arguments(napi, info, 3, values);
  int64_t length;
  if (env == NULL || napi_get_value_int64(napi, values[2], &length) != napi_ok) return tm_number(napi, TM_UNAVAILABLE);
  tm_push_status room = tm_memory_room(napi, env, (size_t)length);
  if (room != TM_PUSHED) return tm_number(napi, room);
  tm_job *job = tm_read_job(napi, env, values[0], values[1], (size_t)length);
  if (job != NULL) room = tm_ceiling_room_of(job);
  if (room != TM_PUSHED) {
    tm_job_free(job);
    return tm_number(napi, room);
  }
  return work_now(napi, env, job, tmConvertSync, true);
}

// checkOptions(options): undefined or {code, message}.
napi_value tm_check_options(napi_env napi, napi_callback_info info) {
  napi_value options, none;
  tm_env *env = tm_arguments(napi, info, 1, &options);
  if (env == NULL || napi_get_undefined(napi, &none) != napi_ok) return tm_number(napi, TM_UNAVAILABLE);
  return work_now(napi, env, tm_read_job(napi, env, options, none, 0), tmCheckOptions, false);
}

static void limit_changed(void) {
  tm_signals before;
  tm_signals_block(&before);
  tmMemoryLimitChanged();
  tm_signals_restore(&before);
}

// configure(concurrency, maxQueue, maxQueuedBytes, memoryLimit): each checked by the wrapper; negative leaves it as it is.
napi_value tm_configure(napi_env napi, napi_callback_info info) {
  napi_value values[4];
  tm_env *env = tm_arguments(napi, info, 4, values);
  int64_t limits[4];
  if (env == NULL) return NULL;
  for (size_t i = 0; i < 4; i++) {
    if (napi_get_value_int64(napi, values[i], &limits[i]) == napi_ok) continue;
    TM_MAY_FAIL(napi_throw_type_error(napi, NULL, "configure takes four numbers"), "An exception is pending then.");
    return NULL;
  }
  tm_queue_limits(env, limits[0], limits[1], limits[2]);
  if (limits[3] >= 0) {
    tm_ceiling_set(limits[3]);
    limit_changed();
  }
  return NULL;
}

// suggestMemoryLimit(bytes): the limit of the process, unless it has been set.
napi_value tm_suggest_memory_limit(napi_env napi, napi_callback_info info) {
  napi_value value;
  int64_t bytes;
  if (tm_arguments(napi, info, 1, &value) == NULL || napi_get_value_int64(napi, value, &bytes) != napi_ok) return NULL;
  if (tm_ceiling_suggest(bytes)) limit_changed();
  return NULL;
}

napi_value tm_stats(napi_env napi, napi_callback_info info) {
  tm_env *env = tm_arguments(napi, info, 0, NULL);
  if (env == NULL) return NULL;
  tm_signals before;
  tm_signals_block(&before);
  struct tmStats_return go = tmStats(env->go_env);
  tm_signals_restore(&before);

  const struct {
    const char *name;
    double value;
  } fields[] = {
      {"queued", tm_queue_waiting(env)},
      {"queuedBytes", (double)tm_queue_waiting_bytes(env)},
      {"running", (double)go.r6},
      {"completed", (double)go.r0},
      {"failed", (double)go.r1},
      {"cancelled", (double)go.r2 + (double)env->withdrawn},
      {"waitP50", tm_times_quantile(&env->wait, 0.5)},
      {"waitP99", tm_times_quantile(&env->wait, 0.99)},
      {"runP50", tm_times_quantile(&env->work, 0.5)},
      {"runP99", tm_times_quantile(&env->work, 0.99)},
      {"workers", (double)go.r3},
      {"goroutines", (double)go.r4},
      {"environments", (double)go.r5},
      {"streams", (double)tm_stream_count()},
      {"nativeBytes", (double)tm_native_bytes()},
      {"engineBytes", (double)go.r7},
      {"memoryHeld", (double)tm_ceiling_all()},
      {"memoryLimit", (double)tm_ceiling()},
  };
  napi_value stats;
  if (napi_create_object(napi, &stats) != napi_ok) return NULL;
  for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
    napi_value value = tm_number(napi, fields[i].value);
    if (value == NULL || napi_set_named_property(napi, stats, fields[i].name, value) != napi_ok) return NULL;
  }
  return stats;
}
