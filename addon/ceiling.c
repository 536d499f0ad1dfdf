// The ceiling for what the native side holds: inputs and results, which are counted as they are, and what the engine needs while it
// works, which is estimated from the document. A call that has no room is refused, and a document that was let in is begun when
// what runs leaves it room.
#include "shim.h"

// What the engine needs for a tree and its Markdown, with what the garbage collector lets lie about: for each byte of the document,
// and for each "<", which mostly begins a tag. js/pool-options.ts documents them.
enum { WORK_OF_BYTE = 8, WORK_OF_TAG = 400 };

static size_t limit;    // atomic; 0: none
static size_t working;  // atomic; the estimates of the documents that are converted now

void tm_ceiling_set(size_t bytes) { __atomic_store_n(&limit, bytes, __ATOMIC_RELAXED); }
size_t tm_ceiling(void) { return __atomic_load_n(&limit, __ATOMIC_RELAXED); }

size_t tm_ceiling_least(size_t length) { return length > SIZE_MAX / 1024 ? SIZE_MAX / 2 : length * WORK_OF_BYTE; }

// The estimate for a job; 0 without a limit, which spares the look.
size_t tm_ceiling_estimate(const tm_job *job) {
  if (tm_ceiling() == 0) return 0;
  size_t tags = 0;
  for (size_t i = 0; i < job->document_length; i++) tags += job->document[i] == '<';
  return tm_ceiling_least(job->document_length) + tags * WORK_OF_TAG;
}

// Whether there is room for so many bytes beside what is held, and for so much work.
tm_push_status tm_ceiling_room(size_t bytes, size_t work) {
  size_t ceiling = tm_ceiling();
  if (ceiling == 0) return TM_PUSHED;
  if (bytes > ceiling || work > ceiling - bytes) return TM_OVER_CEILING;
  size_t held = (size_t)tm_native_bytes() + __atomic_load_n(&working, __ATOMIC_RELAXED);
  return held > ceiling - bytes - work ? TM_CEILING_FULL : TM_PUSHED;
}

// Whether a document that was let in may be begun beside what runs. Alone it may.
bool tm_ceiling_fits(size_t work) { return __atomic_load_n(&working, __ATOMIC_RELAXED) == 0 || tm_ceiling_room(0, work) == TM_PUSHED; }

void tm_ceiling_begin(size_t work) {
  if (work > 0) __atomic_add_fetch(&working, work, __ATOMIC_RELAXED);
}

// Pairs with tm_ceiling_begin.
void tm_ceiling_end(size_t work) {
  if (work > 0) __atomic_sub_fetch(&working, work, __ATOMIC_RELAXED);
}
