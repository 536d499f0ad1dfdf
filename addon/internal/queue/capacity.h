// What waits in a lane, and whether more may. JavaScript thread only.
#ifndef TIDEMARK_CAPACITY_H
#define TIDEMARK_CAPACITY_H

#include "lane.h"

uint32_t tm_queue_waiting(const tm_lane *lane);
size_t tm_queue_waiting_bytes(const tm_lane *lane);
// Returns TM_PUSHED if a call with an input of that size may wait, or why not.
tm_push_status tm_queue_check_capacity(const tm_lane *lane, size_t bytes);

#endif
