// configure and suggestMemoryLimit.
#include "_cgo_export.h"
#include "calls.h"
#include "internal/queue/memory_limit.h"
#include "internal/queue/queue.h"
#include "napi.h"
#include "signals.h"
#include "values.h"

static void limit_changed(void) {
  tm_signals before;
  tm_signals_block(&before);
  tmMemoryLimitChanged();
  tm_signals_restore(&before);
}

// configure(concurrency, maxQueue, maxQueuedBytes, memoryLimit): each checked by the wrapper; negative leaves it as it is.
napi_value tm_configure(napi_env napi, napi_callback_info info) {
  napi_value values[4];
  tm_env *env = tm_work_arguments(napi, info, 4, values);
  int64_t limits[4];
  if (env == NULL) return NULL;
  for (size_t i = 0; i < 4; i++) {
    if (napi_get_value_int64(napi, values[i], &limits[i]) == napi_ok) continue;
    TM_MAY_FAIL(napi_throw_type_error(napi, NULL, "configure takes four numbers"), "An exception is pending then.");
    return NULL;
  }
  tm_queue_limits(&env->lane, limits[0], limits[1], limits[2]);
  if (limits[3] >= 0) {
    tm_memory_limit_set(limits[3]);
    limit_changed();
  }
  return NULL;
}

// suggestMemoryLimit(bytes): the limit of the process, unless it has been set.
napi_value tm_suggest_memory_limit(napi_env napi, napi_callback_info info) {
  napi_value value;
  int64_t bytes;
  tm_env *env = tm_arguments(napi, info, 1, &value);
  if (env == NULL || napi_get_value_int64(napi, value, &bytes) != napi_ok) return NULL;
  if (tm_memory_limit_suggest(bytes) && env->opened) limit_changed();  // else Go looks at it when it is
  return NULL;
}
