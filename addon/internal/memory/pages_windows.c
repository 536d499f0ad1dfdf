#include "pages.h"

#include <stdint.h>
#include <windows.h>

// Windows takes back only all of what it gave: so an address is asked for that surely lies within what was free a moment ago. Another
// thread may get it first.
void *tm_pages_map(size_t size) {
  const uintptr_t region = TM_REGION_SIZE;
  enum { TRIES = 16 };
  for (int i = 0; i < TRIES; i++) {
    uint8_t *start = VirtualAlloc(NULL, size + region, MEM_RESERVE, PAGE_NOACCESS);
    if (start == NULL) return NULL;
    VirtualFree(start, 0, MEM_RELEASE);
    void *aligned = (void *)(((uintptr_t)start + region - 1) & ~(region - 1));
    void *pages = VirtualAlloc(aligned, size, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
    if (pages != NULL) return pages;
  }
  return NULL;
}

void tm_pages_unmap(void *pages, size_t size) {
  (void)size;
  VirtualFree(pages, 0, MEM_RELEASE);
}

void tm_pages_cut(void *pages, size_t size, size_t left) { VirtualFree((uint8_t *)pages + left, size - left, MEM_DECOMMIT); }

void tm_pages_forget(void *start, size_t size) { DiscardVirtualMemory(start, size); }
