// The one queue of the process, fair between environments.
#ifndef TIDEMARK_QUEUE_H
#define TIDEMARK_QUEUE_H

#include "lane.h"

void tm_queue_workers(uint32_t count);  // called by Go, before the first job: how many there are

// For the thread of the lane's environment.
void tm_queue_open(tm_lane *lane);  // with the default limits
void tm_queue_limits(tm_lane *lane, int64_t concurrency, int64_t max_queue, int64_t max_queued_bytes);
void tm_queue_push(tm_job *job);
void tm_queue_cork(tm_lane *lane);
void tm_queue_uncork(tm_lane *lane);
bool tm_queue_withdraw(tm_job *job);
tm_job *tm_queue_drop(tm_lane *lane);

// Called by Go; they wait.
tm_job *tm_queue_take(void);        // for a worker
tm_job *tm_queue_take_small(void);  // for a small-document worker

// For workers.
void tm_queue_done(tm_job *job);
void tm_queue_next(tm_lane *lane);  // follows it

#endif
