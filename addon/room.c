// What waits in an environment, and whether there is room for more: asked with each call, without the queue's lock. JavaScript thread
// only.
#include "shim.h"

uint32_t tm_queue_waiting(tm_env *env) { return __atomic_load_n(&env->lane.queued, __ATOMIC_RELAXED) + env->kept.count + env->drafts; }

size_t tm_queue_waiting_bytes(tm_env *env) { return __atomic_load_n(&env->lane.queued_bytes, __ATOMIC_RELAXED) + env->kept.bytes + env->draft_bytes; }

static tm_push_status room_beside(const tm_env *env, size_t queued, size_t queued_bytes, size_t bytes) {
  const tm_lane *lane = &env->lane;
  if (queued >= lane->max_queue) return TM_QUEUE_FULL;
  // A document larger than the bound is let in when nothing else waits: it could never be converted otherwise.
  if (queued == 0) return TM_PUSHED;
  return bytes > lane->max_queued_bytes || queued_bytes > lane->max_queued_bytes - bytes ? TM_QUEUED_BYTES_FULL : TM_PUSHED;
}

// Only the environment's own thread adds to its lane and sets its limits, and workers only take away: the room found here,
// without the lock, is still there for its push. Drafts have their place already. What was queued at the last push is at least what is
// now, and mostly enough to know: the counts themselves are written by workers all the time.
tm_push_status tm_queue_room(tm_env *env, size_t bytes) {
  tm_kept *kept = &env->kept;
  uint32_t before = kept->count + env->drafts;
  size_t bytes_before = kept->bytes + env->draft_bytes;
  if (room_beside(env, kept->seen + before, kept->seen_bytes + bytes_before, bytes) == TM_PUSHED) return TM_PUSHED;
  return room_beside(env, tm_queue_waiting(env), tm_queue_waiting_bytes(env), bytes);
}
