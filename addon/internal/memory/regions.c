// Large blocks, from regions of memory that the system can provide by huge pages: to have it page by page takes many times as long,
// at the first write to each, and of long documents that is more than their conversion. A region holds blocks of one class, or
// one block. Regions without a block in use are kept for the next document.
#include "regions.h"

#include <string.h>

#include "lock.h"
#include "pages.h"

// Regions are aligned to their size: so the address of a block says where its region is.
static const size_t region_size = TM_REGION_SIZE;

// There are classes for blocks of up to 32 KiB to 32 MiB, in powers of two. Those of larger ones are not kept.
enum { SMALLEST = 32 << 10, CLASSES = 11, NO_CLASS = CLASSES };

// How many bytes of unused regions are kept at the most: as many as come back at once when V8 collects the texts that it holds. An idle
// process keeps fewer.
enum { MOST_UNUSED = 96 << 20, MOST_UNUSED_IDLE = 16 << 20 };

static size_t most_unused = MOST_UNUSED;  // atomic
static void (*on_spare)(void);            // set before there are threads

// Where memory is scarce less is kept.
void tm_blocks_limit(int64_t bytes) {
  size_t part = (size_t)bytes / 16;
  __atomic_store_n(&most_unused, bytes > 0 && part < MOST_UNUSED ? part : MOST_UNUSED, __ATOMIC_RELAXED);
}

void tm_blocks_on_spare(void (*spare)(void)) { on_spare = spare; }

typedef struct free_block {
  struct free_block *next;
} free_block;

typedef struct region {
  _Alignas(64) struct region *next;  // in a list of its class, while it has a free block
  struct region *previous;
  free_block *free;  // of the blocks that have been in use
  uint32_t used, carved;  // blocks: in use, and that have been since the region was without any
  size_t size;
} region;

typedef struct {
  region *first;
} region_list;

// The lock is held for a few pointer writes.
static struct {
  pthread_mutex_t lock;
  region_list partial[CLASSES], unused[CLASSES];  // an unused one is for all classes with regions of its size: see unused_for
  size_t bytes;                                   // of the unused ones
  bool taken;                                     // a block, since tm_blocks_trim
} regions = {.lock = PTHREAD_MUTEX_INITIALIZER};

// ---- classes ----

static size_t class_size(int class) { return (size_t)SMALLEST << class; }

static size_t blocks_in(int class) { return class_size(class) < region_size ? region_size / class_size(class) : 1; }

// The header of the region takes a part of each of its blocks.
static size_t block_capacity(int class) { return class_size(class) - sizeof(region); }

static int class_for(size_t size) {
  int class = 0;
  while (class < CLASSES && block_capacity(class) < size) class ++;
  return class;
}

static region_list *unused_for(int class) { return &regions.unused[class_size(class) < region_size ? 0 : class]; }

size_t tm_block_footprint(size_t size) {
  int class = class_for(size);
  return class == NO_CLASS ? size : class_size(class);
}

// ---- regions ----

static size_t whole_regions(size_t size) { return (size + region_size - 1) & ~(region_size - 1); }

static region *region_new(size_t capacity) {
  size_t size = whole_regions(sizeof(region) + capacity);
  region *made = tm_pages_map(size);
  if (made == NULL) return NULL;
  *made = (region){.size = size};
  return made;
}

static void region_free(region *gone) { tm_pages_unmap(gone, gone->size); }

static region *region_of(void *block) { return (region *)((uintptr_t)block & ~(uintptr_t)(region_size - 1)); }

// ---- lists ----

static void push(region_list *list, region *added) {
  added->previous = NULL;
  added->next = list->first;
  if (list->first != NULL) list->first->previous = added;
  list->first = added;
}

static void unlink_region(region_list *list, region *gone) {
  if (gone->previous != NULL)
    gone->previous->next = gone->next;
  else
    list->first = gone->next;
  if (gone->next != NULL) gone->next->previous = gone->previous;
}

// ---- blocks ----

static bool has_free(const region *of, int class) { return of->free != NULL || of->carved < blocks_in(class); }

// Takes a block of a region that is in the list.
static void *take_from(region_list *list, int class, region *from) {
  unlink_region(list, from);
  void *block = from->free;
  if (from->free != NULL)
    from->free = from->free->next;
  else
    block = (uint8_t *)(from + 1) + from->carved++ * block_capacity(class);
  if (from->used++ == 0) regions.bytes -= from->size;
  if (has_free(from, class)) push(&regions.partial[class], from);
  regions.taken = true;
  return block;
}

static void *take_block(int class) {
  tm_lock(&regions.lock);
  region_list *list = regions.partial[class].first != NULL ? &regions.partial[class] : unused_for(class);
  void *block = list->first == NULL ? NULL : take_from(list, class, list->first);
  pthread_mutex_unlock(&regions.lock);
  return block;
}

static void *take_new_block(int class) {
  region *made = region_new(block_capacity(class) * blocks_in(class));
  if (made == NULL) return NULL;
  tm_lock(&regions.lock);
  push(unused_for(class), made);
  regions.bytes += made->size;
  void *block = take_from(unused_for(class), class, made);
  pthread_mutex_unlock(&regions.lock);
  return block;
}

void *tm_block_take(size_t size) {
  int class = class_for(size);
  if (class == NO_CLASS) {
    region *made = size > SIZE_MAX / 2 ? NULL : region_new(size);
    return made == NULL ? NULL : made + 1;
  }
  void *block = take_block(class);
  return block != NULL ? block : take_new_block(class);
}

void tm_block_give(void *block, size_t size) {
  int class = class_for(size);
  region *of = region_of(block);
  if (class == NO_CLASS) {
    region_free(of);
    return;
  }
  tm_lock(&regions.lock);
  if (has_free(of, class)) unlink_region(&regions.partial[class], of);
  ((free_block *)block)->next = of->free;
  of->free = block;
  of->used--;
  if (of->used == 0) {
    of->free = NULL;
    of->carved = 0;
  }
  size_t before = regions.bytes, more = of->used == 0 ? of->size : 0;
  bool keep = of->used > 0 || before + more <= __atomic_load_n(&most_unused, __ATOMIC_RELAXED);
  if (keep) {
    push(of->used == 0 ? unused_for(class) : &regions.partial[class], of);
    regions.bytes += more;
  }
  bool spare = before <= MOST_UNUSED_IDLE && regions.bytes > MOST_UNUSED_IDLE;
  pthread_mutex_unlock(&regions.lock);
  if (!keep) region_free(of);
  if (spare && on_spare != NULL) on_spare();
}

// Whether a block of the class, or of none, has a region of its own.
static bool has_region(int class) { return class == NO_CLASS || blocks_in(class) == 1; }

size_t tm_block_shrink(void *block, size_t size, size_t needed) {
  if (!has_region(class_for(size))) return size;
  region *of = region_of(block);
  size_t least = region_size - sizeof(region), left = needed > least ? needed : least;
  int class = class_for(left);
  size_t left_size = whole_regions(sizeof(region) + (class == NO_CLASS ? left : block_capacity(class)));
  if (left_size < of->size) {
    tm_pages_cut(of, of->size, left_size);
    of->size = left_size;
  }
  return left;
}

void tm_block_forget(void *start, void *end) {
  uintptr_t from = whole_regions((uintptr_t)start), to = (uintptr_t)end & ~(uintptr_t)(region_size - 1);
  if (from < to) tm_pages_forget((void *)from, to - from);
}

void tm_block_move(void *to, void *from, size_t length) {
  for (size_t start = 0, end; start < length; start = end) {
    end = length - start > region_size ? start + region_size : length;
    memcpy((uint8_t *)to + start, (uint8_t *)from + start, end - start);
    // What is moved begins and ends between two huge pages.
    tm_block_forget((uint8_t *)from + (start > 0 ? start - region_size : 0), (uint8_t *)from + end);
  }
}

bool tm_blocks_spare(void) {
  tm_lock(&regions.lock);
  bool spare = regions.bytes > MOST_UNUSED_IDLE;
  pthread_mutex_unlock(&regions.lock);
  return spare;
}

// Gives back the regions of the largest blocks first.
void tm_blocks_trim(void) {
  region *gone = NULL;
  tm_lock(&regions.lock);
  for (int class = CLASSES - 1; class >= 0 && !regions.taken; class--) {
    region_list *unused = &regions.unused[class];
    while (unused->first != NULL && regions.bytes > MOST_UNUSED_IDLE) {
      region *one = unused->first;
      unlink_region(unused, one);
      regions.bytes -= one->size;
      one->next = gone;
      gone = one;
    }
  }
  regions.taken = false;
  pthread_mutex_unlock(&regions.lock);
  while (gone != NULL) {
    region *next = gone->next;
    region_free(gone);
    gone = next;
  }
}
