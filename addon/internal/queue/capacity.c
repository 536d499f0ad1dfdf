// Asked with each call, without the queue's lock.
#include "capacity.h"

uint32_t tm_queue_waiting(const tm_lane *lane) { return __atomic_load_n(&lane->queued, __ATOMIC_RELAXED) + lane->batch.count + lane->drafts; }

size_t tm_queue_waiting_bytes(const tm_lane *lane) {
  return __atomic_load_n(&lane->queued_bytes, __ATOMIC_RELAXED) + lane->batch.bytes + lane->draft_bytes;
}

static tm_push_status check(const tm_lane *lane, size_t queued, size_t queued_bytes, size_t bytes) {
  if (queued >= lane->max_queue) return TM_QUEUE_FULL;
  // A document larger than the bound is let in when nothing else waits: it could never be converted otherwise.
  if (queued == 0) return TM_PUSHED;
  return bytes > lane->max_queued_bytes || queued_bytes > lane->max_queued_bytes - bytes ? TM_QUEUED_BYTES_FULL : TM_PUSHED;
}

// Only the environment's own thread adds to its lane and sets its limits, and workers only take away: the capacity found here,
// without the lock, is still there for its push. Drafts have their place already. What was queued at the last push is at least what is
// now, and mostly enough to know: the counts themselves are written by workers all the time.
tm_push_status tm_queue_check_capacity(const tm_lane *lane, size_t bytes) {
  const tm_batch *batch = &lane->batch;
  uint32_t before = batch->count + lane->drafts;
  size_t bytes_before = batch->bytes + lane->draft_bytes;
  if (check(lane, batch->seen + before, batch->seen_bytes + bytes_before, bytes) == TM_PUSHED) return TM_PUSHED;
  return check(lane, tm_queue_waiting(lane), tm_queue_waiting_bytes(lane), bytes);
}
