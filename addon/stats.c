// stats.
#include "_cgo_export.h"
#include "border.generated.h"
#include "calls.h"
#include "internal/memory/memory.h"
#include "internal/queue/capacity.h"
#include "internal/queue/histogram.h"
#include "internal/queue/memory_limit.h"
#include "internal/queue/stream.h"
#include "signals.h"
#include "values.h"

static tm_go_stats go_stats(const tm_env *env) {
  tm_go_stats go = {0};
  tm_signals before;
  tm_signals_block(&before);
  tmStats(env->lane.handle, &go);
  tm_signals_restore(&before);
  return go;
}

// stats(): an object with the numbers of this moment.
napi_value tm_stats(napi_env napi, napi_callback_info info) {
  tm_env *env = tm_work_arguments(napi, info, 0, NULL);
  if (env == NULL) return NULL;
  tm_go_stats go = go_stats(env);
  double values[] = {
      [TM_STAT_QUEUED] = tm_queue_waiting(&env->lane),
      [TM_STAT_QUEUED_BYTES] = (double)tm_queue_waiting_bytes(&env->lane),
      [TM_STAT_RUNNING] = (double)go.running,
      [TM_STAT_COMPLETED] = (double)go.completed,
      [TM_STAT_FAILED] = (double)go.failed,
      [TM_STAT_CANCELLED] = (double)go.cancelled + (double)env->withdrawn,
      [TM_STAT_WAIT_P50] = tm_histogram_quantile(&env->waits, 0.5),
      [TM_STAT_WAIT_P99] = tm_histogram_quantile(&env->waits, 0.99),
      [TM_STAT_RUN_P50] = tm_histogram_quantile(&env->works, 0.5),
      [TM_STAT_RUN_P99] = tm_histogram_quantile(&env->works, 0.99),
      [TM_STAT_WORKERS] = (double)go.workers,
      [TM_STAT_GOROUTINES] = (double)go.goroutines,
      [TM_STAT_ENVIRONMENTS] = (double)go.environments,
      [TM_STAT_STREAMS] = (double)tm_stream_count(),
      [TM_STAT_NATIVE_BYTES] = (double)tm_native_bytes(),
      [TM_STAT_ENGINE_BYTES] = (double)go.engine_bytes,
      [TM_STAT_MEMORY_HELD] = (double)tm_memory_held(),
      [TM_STAT_MEMORY_LIMIT] = (double)tm_memory_limit(),
  };
  _Static_assert(sizeof values / sizeof *values == TM_STATS, "each of them has a value");
  napi_value stats;
  if (napi_create_object(napi, &stats) != napi_ok) return NULL;
  for (size_t i = 0; i < TM_STATS; i++) {
    napi_value value = tm_number(napi, values[i]);
    if (value == NULL || napi_set_named_property(napi, stats, tm_stat_names[i], value) != napi_ok) return NULL;
  }
  return stats;
}
