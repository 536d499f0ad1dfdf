// Counted allocation. V8 does not see this memory, so stats() shows it.
#include <stdlib.h>

#include "shim.h"

static int64_t native_bytes;  // atomic

void *tm_alloc(size_t size) {
  void *block = malloc(size);
  if (block != NULL) __atomic_fetch_add(&native_bytes, (int64_t)size, __ATOMIC_RELAXED);
  return block;
}

void tm_free(void *block, size_t size) {
  if (block == NULL) return;
  __atomic_fetch_sub(&native_bytes, (int64_t)size, __ATOMIC_RELAXED);
  free(block);
}

int64_t tm_native_bytes(void) { return __atomic_load_n(&native_bytes, __ATOMIC_RELAXED); }
