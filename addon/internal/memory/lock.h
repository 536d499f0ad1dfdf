// Locks that are held for a few pointer writes, and what keeps threads out of each other's way.
#ifndef TIDEMARK_LOCK_H
#define TIDEMARK_LOCK_H

#include <stdbool.h>

#include "threads.h"

// Pads to a cache line, against false sharing: between fields that different threads write.
typedef struct {
  char bytes[64];
} tm_cache_line_pad;

void tm_lock(pthread_mutex_t *lock);  // spins a little before it sleeps
// A condition variable that is waited for by the clock that nobody sets, and the wait: false if nothing came in so many seconds.
void tm_condition_init(pthread_cond_t *condition);
bool tm_condition_wait(pthread_cond_t *condition, pthread_mutex_t *lock, int seconds);

void tm_pause(void);                  // what a thread does between two looks at what another one is about to change

#endif
