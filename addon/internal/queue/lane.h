// An environment's part of the queue, its lane.
#ifndef TIDEMARK_LANE_H
#define TIDEMARK_LANE_H

#include "../memory/lock.h"
#include "waiting.h"

// Lanes that a worker may take something from, and those that have something small.
typedef enum { TM_RING_ANY, TM_RING_SMALL, TM_RINGS } tm_ring_kind;

typedef struct {
  tm_lane *next, *previous;
  bool ready;
} tm_ring_place;

// Jobs that an environment has not handed over yet, so as to hand over several at a time.
typedef struct {
  tm_waiting jobs;
  uint32_t count;
  size_t bytes;
  int64_t since;      // when the first came
  bool first_sent;    // one has been handed over since tm_queue_cork
  uint32_t seen;      // how many were queued at the last tm_queue_push or tm_queue_uncork
  size_t seen_bytes;  // of those
} tm_batch;

struct tm_lane {
  uintptr_t handle;  // what Go knows the environment by, 0 before its first job; constant then
  tm_cache_line_pad constant;

  // Guarded by the queue's lock.
  tm_waiting small, large;
  uint32_t small_ahead;  // small ones that were taken while a large one waited, since the last of those
  tm_ring_place places[TM_RINGS];
  uint32_t queued;  // these two are read without the lock, too
  size_t queued_bytes;
  uint32_t running;  // atomic
  tm_cache_line_pad changing;

  // Written by the environment's own thread alone.
  bool corked;           // atomic; JavaScript runs on, and calls tm_queue_uncork then
  uint32_t concurrency;  // atomic; UINT32_MAX: as many as there are workers
  uint32_t max_queue;
  size_t max_queued_bytes;
  tm_cache_line_pad settings;

  // JavaScript thread only.
  tm_batch batch;
  uint32_t drafts;     // jobs that are not whole yet
  size_t draft_bytes;  // of their documents, as JavaScript knows them
};

#endif
