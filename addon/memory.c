// Memory for inputs and results: counted, since V8 does not see it, and with large blocks kept for the next document. The
// allocator gives large blocks back to the system and the next one would be paid for page by page, on the JavaScript thread.
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "shim.h"

// Kept are blocks of 32 KiB to 32 MiB, in powers of two, up to so many bytes for the process: as many as come back at once when V8
// collects the texts that it holds. After ten seconds in which none is taken, fewer are kept.
enum { SMALLEST_KEPT = 32 << 10, CLASSES = 11, MOST_KEPT = 64 << 20, KEPT_IDLE = 16 << 20 };

typedef struct kept_block {
  struct kept_block *next;
} kept_block;

static struct {
  pthread_mutex_t lock;
  kept_block *free[CLASSES];
  size_t bytes;
  bool used;  // since tm_memory_trim
} kept = {.lock = PTHREAD_MUTEX_INITIALIZER};

static int64_t native_bytes;  // atomic

static size_t class_size(int class) { return (size_t)SMALLEST_KEPT << class; }

// The class whose blocks have room for so many bytes, or -1 if they are not kept.
static int class_for(size_t size) {
  if (size <= SMALLEST_KEPT / 2) return -1;
  int class = 0;
  while (class < CLASSES && class_size(class) < size) class ++;
  return class < CLASSES ? class : -1;
}

static void *take_kept(int class) {
  pthread_mutex_lock(&kept.lock);
  kept_block *block = kept.free[class];
  if (block != NULL) {
    kept.free[class] = block->next;
    kept.bytes -= class_size(class);
    kept.used = true;
  }
  pthread_mutex_unlock(&kept.lock);
  return block;
}

static bool keep(int class, kept_block *block) {
  pthread_mutex_lock(&kept.lock);
  size_t before = kept.bytes;
  bool room = before + class_size(class) <= MOST_KEPT;
  if (room) {
    block->next = kept.free[class];
    kept.free[class] = block;
    kept.bytes += class_size(class);
  }
  bool spare = before <= KEPT_IDLE && kept.bytes > KEPT_IDLE;
  pthread_mutex_unlock(&kept.lock);
  if (spare) tm_control_wake();
  return room;
}

bool tm_memory_spare(void) {
  pthread_mutex_lock(&kept.lock);
  bool spare = kept.bytes > KEPT_IDLE;
  pthread_mutex_unlock(&kept.lock);
  return spare;
}

// Gives blocks back to the system, the largest first, unless some were taken since the last time.
void tm_memory_trim(void) {
  kept_block *unused = NULL;
  pthread_mutex_lock(&kept.lock);
  for (int class = CLASSES - 1; class >= 0 && !kept.used; class--) {
    while (kept.free[class] != NULL && kept.bytes > KEPT_IDLE) {
      kept_block *block = kept.free[class];
      kept.free[class] = block->next;
      kept.bytes -= class_size(class);
      block->next = unused;
      unused = block;
    }
  }
  kept.used = false;
  pthread_mutex_unlock(&kept.lock);
  while (unused != NULL) {
    kept_block *next = unused->next;
    free(unused);
    unused = next;
  }
}

// Has the system provide the pages of a new block at once: it takes many times as long to do it page by page, at the first write to
// each. A hint, which old kernels do not know.
static void populate(void *block, size_t size) {
#ifdef MADV_POPULATE_WRITE
  enum { LEAST = 128 << 10 };  // smaller ones come from memory that the allocator has
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), start = ((uintptr_t)block + page - 1) & ~(page - 1);
  if (block != NULL && size >= LEAST) madvise((void *)start, ((uintptr_t)block + size - start) & ~(page - 1), MADV_POPULATE_WRITE);
#else
  (void)block, (void)size;
#endif
}

void *tm_alloc(size_t size) {
  int class = class_for(size);
  void *block = class < 0 ? malloc(size) : take_kept(class);
  if (block == NULL && class >= 0) populate(block = malloc(class_size(class)), size);
  if (block != NULL) __atomic_fetch_add(&native_bytes, (int64_t)size, __ATOMIC_RELAXED);
  return block;
}

size_t tm_block_size(size_t size) {
  int class = class_for(size);
  return class < 0 ? size : class_size(class);
}

void tm_free(void *block, size_t size) {
  if (block == NULL) return;
  tm_disown(size);
  tm_reclaim(block, size);
}

void tm_disown(size_t size) { __atomic_fetch_sub(&native_bytes, (int64_t)size, __ATOMIC_RELAXED); }

void tm_reclaim(void *block, size_t size) {
  int class = class_for(size);
  if (class < 0 || !keep(class, block)) free(block);
}

int64_t tm_native_bytes(void) { return __atomic_load_n(&native_bytes, __ATOMIC_RELAXED); }
