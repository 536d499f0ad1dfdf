// The table of relocations of a Go library is long, and nobody reads it once the library has been loaded: its pages are given back, which the
// system would read anew from the file.
#ifdef __linux__

#define _GNU_SOURCE
#include <link.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

extern const ElfW(Ehdr) __ehdr_start __attribute__((visibility("hidden")));
extern ElfW(Dyn) _DYNAMIC[] __attribute__((visibility("hidden")));

__attribute__((constructor)) static void give_back(void) {
  uintptr_t base = (uintptr_t)&__ehdr_start, page = (uintptr_t)sysconf(_SC_PAGESIZE), start = 0, size = 0;
  for (const ElfW(Dyn) *entry = _DYNAMIC; entry->d_tag != DT_NULL; entry++) {
    if (entry->d_tag == DT_RELA) start = entry->d_un.d_ptr;
    if (entry->d_tag == DT_RELASZ) size = entry->d_un.d_val;
  }
  if (start < base) start += base;  // glibc has added it already, musl has not
  uintptr_t first = (start + page - 1) / page * page, end = (start + size) / page * page;
  if (first < end) madvise((void *)first, end - first, MADV_DONTNEED);
}

#endif
