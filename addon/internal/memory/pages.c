//go:build !windows

#include "pages.h"

#include <stdint.h>
#include <sys/mman.h>

// Both are hints, which some systems do not know: to use huge pages, and to provide at once what is about to be used, but no more than
// one. To clear a huge page takes a tenth of a millisecond, and a long block is not filled in one go.
static void provide(void *pages, size_t size) {
#ifdef MADV_HUGEPAGE
  madvise(pages, size, MADV_HUGEPAGE);
#endif
#ifdef MADV_POPULATE_WRITE
  if (size == TM_REGION_SIZE) madvise(pages, size, MADV_POPULATE_WRITE);
#endif
  (void)pages, (void)size;
}

// Not malloc's, which would not give all of it back.
void *tm_pages_map(size_t size) {
  const uintptr_t region = TM_REGION_SIZE;
  uint8_t *start = mmap(NULL, size + region, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (start == MAP_FAILED) return NULL;
  uint8_t *aligned = (uint8_t *)(((uintptr_t)start + region - 1) & ~(region - 1));
  if (aligned > start) munmap(start, (size_t)(aligned - start));
  munmap(aligned + size, (size_t)(start + region - aligned));
  provide(aligned, size);
  return aligned;
}

void tm_pages_unmap(void *pages, size_t size) { munmap(pages, size); }

void tm_pages_cut(void *pages, size_t size, size_t left) { munmap((uint8_t *)pages + left, size - left); }

void tm_pages_forget(void *start, size_t size) { madvise(start, size, MADV_DONTNEED); }
