// The limit holds for inputs, results and texts that V8 holds, which are counted in C, and for what the engine takes, which a
// pool.Budget counts. A call that has no room is refused; one that was let in waits for room where it finds none.
#include "memory_limit.h"

#include "../memory/lock.h"
#include "../memory/memory.h"
#include "../memory/regions.h"
#include "control.h"

static struct {
  tm_cache_line_pad before;
  tm_memory_ledger ledger;
  tm_cache_line_pad between;
  int64_t external;   // atomic; bytes of texts that V8 holds
  int64_t returning;  // atomic; outcomes with much memory on their way to JavaScript
  bool chosen;        // atomic; somebody has set the limit
} memory;

tm_memory_ledger *tm_memory_limit_ledger(void) { return &memory.ledger; }

int64_t tm_memory_limit(void) { return __atomic_load_n(&memory.ledger.limit, __ATOMIC_RELAXED); }

static void set(int64_t bytes) {
  __atomic_store_n(&memory.ledger.limit, bytes, __ATOMIC_SEQ_CST);
  tm_blocks_limit(bytes);
}

void tm_memory_limit_set(int64_t bytes) {
  __atomic_store_n(&memory.chosen, true, __ATOMIC_RELAXED);
  set(bytes);
  tm_memory_changed();
}

bool tm_memory_limit_suggest(int64_t bytes) {
  if (__atomic_exchange_n(&memory.chosen, true, __ATOMIC_RELAXED)) return false;
  set(bytes);
  return true;
}

static int64_t taken(void) { return __atomic_load_n(&memory.ledger.taken, __ATOMIC_RELAXED); }

int64_t tm_memory_external(void) { return __atomic_load_n(&memory.external, __ATOMIC_RELAXED); }

int64_t tm_memory_texts(void) { return tm_native_bytes() + tm_memory_external(); }

int64_t tm_memory_held(void) { return tm_memory_texts() + taken(); }

// ---- what comes back ----

void tm_memory_waiting_add(int64_t waiting) { __atomic_add_fetch(&memory.ledger.waiting, waiting, __ATOMIC_SEQ_CST); }

// Whoever waits for memory may look again. Called on any thread, within a collection of V8's too.
void tm_memory_changed(void) {
  if (__atomic_load_n(&memory.ledger.waiting, __ATOMIC_SEQ_CST) > 0) tm_control_changed();
}

void tm_memory_external_add(int64_t bytes) {
  __atomic_add_fetch(&memory.external, bytes, __ATOMIC_SEQ_CST);
  if (bytes < 0) tm_memory_changed();
}

// Pairs with tm_memory_returned.
void tm_memory_return(void) { __atomic_add_fetch(&memory.returning, 1, __ATOMIC_SEQ_CST); }

void tm_memory_returned(void) {
  __atomic_sub_fetch(&memory.returning, 1, __ATOMIC_SEQ_CST);
  tm_memory_changed();
}

bool tm_memory_returning(void) { return __atomic_load_n(&memory.returning, __ATOMIC_SEQ_CST) > 0; }

// ---- capacity for a call ----

// Inputs and results may take a quarter of the limit, the engine needs the rest: unless there is little else.
static bool crowds(int64_t bytes, int64_t limit) {
  int64_t native = tm_native_bytes();
  return native > limit / 8 && native + bytes > limit / 4;
}

static int64_t signed_size(size_t bytes) { return bytes > INT64_MAX / 4 ? INT64_MAX / 4 : (int64_t)bytes; }

// Whether an input could not fit if it were alone. Its Markdown is taken to be half as long at least.
static bool exceeds(int64_t bytes, int64_t limit) { return bytes + bytes / 2 > limit; }

tm_push_status tm_memory_check_capacity(size_t size) {
  int64_t limit = tm_memory_limit(), bytes = signed_size(size);
  if (limit == 0) return TM_PUSHED;
  if (exceeds(bytes, limit)) return TM_OVER_MEMORY_LIMIT;
  return bytes + tm_memory_held() > limit || crowds(bytes, limit) ? TM_MEMORY_LIMIT_FULL : TM_PUSHED;
}

// An input that has been read may have become longer than was known before.
tm_push_status tm_memory_check_counted(size_t size) {
  int64_t limit = tm_memory_limit();
  if (limit == 0 || tm_memory_held() <= limit) return TM_PUSHED;
  return exceeds(signed_size(size), limit) ? TM_OVER_MEMORY_LIMIT : TM_MEMORY_LIMIT_FULL;
}
