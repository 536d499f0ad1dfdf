// The limit of memory of the process: for inputs, results and texts that V8 holds, which are counted here, and for what the engine
// takes, which a pool.Budget counts. A call that has no room is refused; one that was let in waits for room where it finds none.
#include "shim.h"

// Go has it as a pool.Ledger.
static struct {
  tm_apart before;
  tm_ledger ledger;
  tm_apart between;
  int64_t external;   // atomic; bytes of texts that V8 holds
  int64_t returning;  // atomic; outcomes with much memory on their way to JavaScript
  bool chosen;        // atomic; somebody has set the limit
} memory;

tm_ledger *tm_ceiling_ledger(void) { return &memory.ledger; }

void tm_ceiling_set(int64_t bytes) {
  __atomic_store_n(&memory.chosen, true, __ATOMIC_RELAXED);
  __atomic_store_n(&memory.ledger.limit, bytes, __ATOMIC_SEQ_CST);
  tm_ceiling_changed();
}

bool tm_ceiling_suggest(int64_t bytes) {
  if (__atomic_exchange_n(&memory.chosen, true, __ATOMIC_RELAXED)) return false;
  __atomic_store_n(&memory.ledger.limit, bytes, __ATOMIC_RELAXED);
  return true;
}

int64_t tm_ceiling(void) { return __atomic_load_n(&memory.ledger.limit, __ATOMIC_RELAXED); }

static int64_t taken(void) { return __atomic_load_n(&memory.ledger.taken, __ATOMIC_RELAXED); }

int64_t tm_ceiling_external(void) { return __atomic_load_n(&memory.external, __ATOMIC_RELAXED); }

int64_t tm_ceiling_held(void) { return tm_native_bytes() + tm_ceiling_external(); }

int64_t tm_ceiling_all(void) { return tm_ceiling_held() + taken(); }

// ---- what comes back ----

void tm_ceiling_waiting_add(int64_t waiting) { __atomic_add_fetch(&memory.ledger.waiting, waiting, __ATOMIC_SEQ_CST); }

// Somebody who waits for memory may look again. Called on any thread, within a collection too.
void tm_ceiling_changed(void) {
  if (__atomic_load_n(&memory.ledger.waiting, __ATOMIC_SEQ_CST) > 0) tm_control_changed();
}

void tm_ceiling_external_add(int64_t bytes) {
  __atomic_add_fetch(&memory.external, bytes, __ATOMIC_SEQ_CST);
  if (bytes < 0) tm_ceiling_changed();
}

bool tm_ceiling_returning(void) { return __atomic_load_n(&memory.returning, __ATOMIC_SEQ_CST) > 0; }

// So many bytes of an outcome are worth waiting for.
enum { MUCH = 64 << 10 };

// The outcome of a job goes to JavaScript, and with it its memory: pairs with tm_ceiling_returned.
void tm_ceiling_return(tm_job *job) {
  job->returns = job->size + job->apart + (job->result == NULL ? 0 : job->result->size) > MUCH;
  if (job->returns) __atomic_add_fetch(&memory.returning, 1, __ATOMIC_SEQ_CST);
}

// The memory of the job has been given back, or is V8's.
void tm_ceiling_returned(bool returns) {
  if (returns) __atomic_sub_fetch(&memory.returning, 1, __ATOMIC_SEQ_CST);
  tm_ceiling_changed();
}

// ---- room for a call ----

// Inputs and results may take a quarter of the limit, the engine needs the rest: unless there is little else.
static bool crowds(int64_t bytes, int64_t limit) {
  int64_t native = tm_native_bytes();
  return native > limit / 8 && native + bytes > limit / 4;
}

// Whether there is room for an input of so many bytes. Its Markdown is taken to be half as long at least.
tm_push_status tm_ceiling_room(size_t size) {
  int64_t limit = tm_ceiling(), bytes = size > INT64_MAX / 4 ? INT64_MAX / 4 : (int64_t)size;
  if (limit == 0) return TM_PUSHED;
  if (bytes + bytes / 2 > limit) return TM_OVER_CEILING;
  return bytes + tm_ceiling_all() > limit || crowds(bytes, limit) ? TM_CEILING_FULL : TM_PUSHED;
}

// The same for a job that has been read, which may have become longer than was known before.
tm_push_status tm_ceiling_room_of(const tm_job *job) {
  int64_t limit = tm_ceiling(), bytes = (int64_t)(job->size + job->apart);
  if (limit == 0 || tm_ceiling_all() <= limit) return TM_PUSHED;
  return bytes + bytes / 2 > limit ? TM_OVER_CEILING : TM_CEILING_FULL;
}
