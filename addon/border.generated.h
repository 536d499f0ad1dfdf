// Generated from addon/internal/tool/genborder/table.go by `go generate ./addon`. Do not edit.
#ifndef TIDEMARK_BORDER_GENERATED_H
#define TIDEMARK_BORDER_GENERATED_H

#include <stdint.h>

#include "internal/queue/status.generated.h"

// Code units of a string that become UTF-8 at a time: Node-API reads a string from its beginning only.
enum { TM_SLICE_UNITS = 32768 };

// In the form of a call: the Markdown is to be UTF-8 in an ArrayBuffer.
enum { TM_OUTPUT_BYTES = 1 };

// In the form of a call: that ArrayBuffer may be over memory of native code.
enum { TM_OUTPUT_EXTERNAL = 4 };

// In the form of a call: the bytes are read where they are, in a buffer that nobody else has.
enum { TM_INPUT_LENT = 2 };

// The codes of ConvertError.
static const char *const tm_code_names[] = {
    [TM_INVALID_OPTION] = "ERR_INVALID_OPTION",
    [TM_INPUT_TOO_LARGE] = "ERR_INPUT_TOO_LARGE",
    [TM_MEMORY_EXHAUSTED] = "ERR_INPUT_TOO_LARGE",
    [TM_CLOSED] = "ERR_CLOSED",
    [TM_INTERNAL] = "ERR_INTERNAL",
};

// The part of stats() that Go knows.
typedef struct {
  uint64_t running, completed, failed, cancelled, workers, goroutines, environments, engine_bytes;
} tm_go_stats;

// The numbers of stats(), and their names.
enum {
  TM_STAT_QUEUED,
  TM_STAT_QUEUED_BYTES,
  TM_STAT_RUNNING,
  TM_STAT_COMPLETED,
  TM_STAT_FAILED,
  TM_STAT_CANCELLED,
  TM_STAT_WAIT_P50,
  TM_STAT_WAIT_P99,
  TM_STAT_RUN_P50,
  TM_STAT_RUN_P99,
  TM_STAT_WORKERS,
  TM_STAT_GOROUTINES,
  TM_STAT_ENVIRONMENTS,
  TM_STAT_STREAMS,
  TM_STAT_NATIVE_BYTES,
  TM_STAT_ENGINE_BYTES,
  TM_STAT_MEMORY_HELD,
  TM_STAT_MEMORY_LIMIT,
  TM_STATS,
};
static const char *const tm_stat_names[TM_STATS] = {
    [TM_STAT_QUEUED] = "queued",
    [TM_STAT_QUEUED_BYTES] = "queuedBytes",
    [TM_STAT_RUNNING] = "running",
    [TM_STAT_COMPLETED] = "completed",
    [TM_STAT_FAILED] = "failed",
    [TM_STAT_CANCELLED] = "cancelled",
    [TM_STAT_WAIT_P50] = "waitP50",
    [TM_STAT_WAIT_P99] = "waitP99",
    [TM_STAT_RUN_P50] = "runP50",
    [TM_STAT_RUN_P99] = "runP99",
    [TM_STAT_WORKERS] = "workers",
    [TM_STAT_GOROUTINES] = "goroutines",
    [TM_STAT_ENVIRONMENTS] = "environments",
    [TM_STAT_STREAMS] = "streams",
    [TM_STAT_NATIVE_BYTES] = "nativeBytes",
    [TM_STAT_ENGINE_BYTES] = "engineBytes",
    [TM_STAT_MEMORY_HELD] = "memoryHeld",
    [TM_STAT_MEMORY_LIMIT] = "memoryLimit",
};

#endif
