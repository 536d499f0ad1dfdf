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
  if (job->kind == TM_UNITS) {
    const char16_t *units = tm_job_units(job);
    for (size_t i = 0; i < job->document_length; i++) tags += units[i] == '<';
  } else {
    for (size_t i = 0; i < job->document_length; i++) tags += job->document[i] == '<';
  }
  return tm_ceiling_least(job->document_length) + tags * WORK_OF_TAG;
}

// Whether there is room for so many bytes, of which so many are held already, and for so much work.
static tm_push_status room_for(size_t bytes, size_t held_already, size_t work) {
  size_t ceiling = tm_ceiling();
  if (ceiling == 0) return TM_PUSHED;
  if (bytes > ceiling || work > ceiling - bytes) return TM_OVER_CEILING;
  size_t held = (size_t)tm_native_bytes() - held_already + __atomic_load_n(&working, __ATOMIC_RELAXED);
  return held > ceiling - bytes - work ? TM_CEILING_FULL : TM_PUSHED;
}

tm_push_status tm_ceiling_room(size_t bytes, size_t work) { return room_for(bytes, 0, work); }

// The same for a job that has been read.
tm_push_status tm_ceiling_room_of(const tm_job *job) { return room_for(job->size, job->size, job->work); }

// Whether a document that was let in may be begun beside what runs. Alone it may.
bool tm_ceiling_fits(size_t work) { return __atomic_load_n(&working, __ATOMIC_RELAXED) == 0 || room_for(0, 0, work) == TM_PUSHED; }

void tm_ceiling_begin(size_t work) {
  if (work > 0) __atomic_add_fetch(&working, work, __ATOMIC_RELAXED);
}

// Pairs with tm_ceiling_begin.
void tm_ceiling_end(size_t work) {
  if (work > 0) __atomic_sub_fetch(&working, work, __ATOMIC_RELAXED);
}
