// Memory for inputs and results: every byte that waits for a worker or for JavaScript is counted.
#ifndef TIDEMARK_MEMORY_H
#define TIDEMARK_MEMORY_H

#include <stddef.h>
#include <stdint.h>

void *tm_alloc(size_t size);        // NULL without memory
size_t tm_block_size(size_t size);  // what tm_alloc takes for a block of that size
void tm_free(void *block, size_t size);
int64_t tm_native_bytes(void);

// The two halves of tm_free, for memory that V8 comes to hold: what it counts itself is not counted here.
void tm_disown(size_t size);
void tm_reclaim(void *block, size_t size);

// Counts memory that others have, and that a job needs: pairs with tm_disown.
void tm_own(size_t size);

// Gives back what is not needed of a block, and returns the size that is left.
size_t tm_shrink(void *block, size_t size, size_t needed);

#endif
