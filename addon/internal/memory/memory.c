// Memory for inputs and results: counted, since V8 does not see it. Large blocks come from regions.c.
#include "memory.h"

#include <stdlib.h>

#include "lock.h"
#include "regions.h"

static const size_t large = 16 << 10;  // bytes

// JavaScript threads write it with each call: on a cache line of its own, away from what workers look at with each job.
static struct {
  tm_cache_line_pad before;
  int64_t bytes;  // atomic
  tm_cache_line_pad after;
} native;

void *tm_alloc(size_t size) {
  void *block = size > large ? tm_block_take(size) : malloc(size);
  if (block != NULL) tm_own(size);
  return block;
}

void tm_own(size_t size) { __atomic_fetch_add(&native.bytes, (int64_t)size, __ATOMIC_RELAXED); }

size_t tm_block_size(size_t size) { return size > large ? tm_block_footprint(size) : size; }

void tm_free(void *block, size_t size) {
  if (block == NULL) return;
  tm_disown(size);
  tm_reclaim(block, size);
}

void tm_disown(size_t size) { __atomic_fetch_sub(&native.bytes, (int64_t)size, __ATOMIC_RELAXED); }

void tm_reclaim(void *block, size_t size) {
  if (size > large)
    tm_block_give(block, size);
  else
    free(block);
}

size_t tm_shrink(void *block, size_t size, size_t needed) {
  size_t left = size > large ? tm_block_shrink(block, size, needed) : size;
  tm_disown(size - left);
  return left;
}

int64_t tm_native_bytes(void) { return __atomic_load_n(&native.bytes, __ATOMIC_RELAXED); }
