// Large blocks. memory.c counts them; others use what moves between two of them, and what gives unused ones back to the system.
#ifndef TIDEMARK_REGIONS_H
#define TIDEMARK_REGIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

void *tm_block_take(size_t size);
void tm_block_give(void *block, size_t size);
size_t tm_block_footprint(size_t size);                           // what a block of that size takes of its region
size_t tm_block_shrink(void *block, size_t size, size_t needed);  // see tm_shrink

// Gives the huge pages between the two back to the system: what is there is lost.
void tm_block_forget(void *start, void *end);
// Copies a block that is not needed afterwards, and gives its pages back meanwhile, so that both together take no more than one.
void tm_block_move(void *to, void *from, size_t length);

// The limit of memory, of which unused blocks take a part at most; 0 if there is none.
void tm_blocks_limit(int64_t bytes);
// Has a function called, on any thread, when more memory is unused than an idle process should hold.
void tm_blocks_on_spare(void (*spare)(void));
bool tm_blocks_spare(void);  // whether there is more
void tm_blocks_trim(void);   // gives it back, unless a block was taken since the last time

#endif
