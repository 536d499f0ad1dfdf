// Generated from addon/internal/tool/genborder/table.go by `go generate ./addon`. Do not edit.
#ifndef TIDEMARK_STATUS_GENERATED_H
#define TIDEMARK_STATUS_GENERATED_H

// What a call of the binding returns that does not take what it is given.
typedef enum {
  TM_PUSHED = 0,                // The call has been taken.
  TM_QUEUE_FULL = -1,           // As many calls as `maxQueue` allows are waiting.
  TM_QUEUED_BYTES_FULL = -2,    // The inputs that wait would be larger than `maxQueuedBytes` allows.
  TM_NO_MEMORY = -3,            // The system has no memory for the input.
  TM_UNAVAILABLE = -4,          // The environment is ending.
  TM_NO_WORKERS = -5,           // The addon was built without async_runtime.
  TM_OVER_MEMORY_LIMIT = -6,    // The input could not fit into `memoryLimit` if it were alone.
  TM_MEMORY_LIMIT_FULL = -7,    // What is in flight and what V8 holds leave too little of `memoryLimit`.
} tm_push_status;

// How a job ends, and what JavaScript is told.
typedef enum {
  TM_OK,                        // Markdown
  TM_ASKS,                      // what rules ask, as bytes
  TM_INVALID_OPTION,            // ERR_INVALID_OPTION
  TM_INPUT_TOO_LARGE,           // ERR_INPUT_TOO_LARGE
  TM_MEMORY_EXHAUSTED,          // ERR_INPUT_TOO_LARGE, unless there is memory when V8 has collected its texts
  TM_CLOSED,                    // ERR_CLOSED
  TM_INTERNAL,                  // ERR_INTERNAL
} tm_code;

#endif
