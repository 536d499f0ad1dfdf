// The limit of memory of the process.
#ifndef TIDEMARK_MEMORY_LIMIT_H
#define TIDEMARK_MEMORY_LIMIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "status.generated.h"

// All in bytes, and atomic. Go has it as a pool.Ledger.
typedef struct {
  int64_t limit;    // 0: none
  int64_t taken;    // by the engine
  int64_t waiting;  // conversions that wait for more, and environments
} tm_memory_ledger;

tm_memory_ledger *tm_memory_limit_ledger(void);  // called by Go
int64_t tm_memory_limit(void);
void tm_memory_limit_set(int64_t bytes);
bool tm_memory_limit_suggest(int64_t bytes);  // sets the limit unless it has been set; returns whether it did

int64_t tm_memory_texts(void);     // called by Go, too: bytes of inputs and results, those that V8 holds among them
int64_t tm_memory_held(void);      // and what the engine has taken
int64_t tm_memory_external(void);  // what V8 holds
void tm_memory_external_add(int64_t bytes);
void tm_memory_waiting_add(int64_t waiting);
void tm_memory_changed(void);  // something has been given back, or the flag of a job set

// Count outcomes with much memory on their way to JavaScript: see tm_job_return.
void tm_memory_return(void);
void tm_memory_returned(void);
bool tm_memory_returning(void);  // called by Go: whether there are any

// Return TM_PUSHED if there is room for an input of that size, or why not.
tm_push_status tm_memory_check_capacity(size_t bytes);
tm_push_status tm_memory_check_counted(size_t bytes);  // for one that is counted already

#endif
