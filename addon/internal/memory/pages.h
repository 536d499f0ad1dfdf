// Memory as the system gives it: whole regions of it, at addresses that are multiples of their size.
#ifndef TIDEMARK_PAGES_H
#define TIDEMARK_PAGES_H

#include <stddef.h>

// The size of a huge page.
enum { TM_REGION_SIZE = 2 << 20 };

void *tm_pages_map(size_t size);  // NULL without memory; the size is one of whole regions
void tm_pages_unmap(void *pages, size_t size);

// Gives the end back, of what tm_pages_map gave. The rest is unmapped by its own size.
void tm_pages_cut(void *pages, size_t size, size_t left);

// Gives back what is in a part, but not the addresses: there is memory again when it is written to.
void tm_pages_forget(void *start, size_t size);

#endif
