// How long calls wait and run, for stats(): a histogram for each. JavaScript thread only, but for the clock.
#include <time.h>

#include "shim.h"

int64_t tm_now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

// Buckets are a quarter of a microsecond wide at first; then there are four for each doubling, so that the end of one is at most a
// quarter above its beginning.
enum { UNIT = 256 };

static int bucket_of(uint64_t units) {
  if (units < 4) return (int)units;
  int doubling = 63 - __builtin_clzll(units);
  return 4 * (doubling - 1) + (int)(units >> (doubling - 2) & 3);
}

static uint64_t end_of(int bucket) { return bucket < 4 ? (uint64_t)bucket + 1 : (uint64_t)(bucket % 4 + 5) << (bucket / 4 - 1); }

void tm_times_add(tm_times *times, int64_t nanoseconds) {
  int bucket = bucket_of((uint64_t)nanoseconds / UNIT);
  if (bucket >= TM_TIMES_BUCKETS) bucket = TM_TIMES_BUCKETS - 1;
  times->counts[bucket]++;
}

// The time in milliseconds within which the given part of the calls came; 0 if there are none.
double tm_times_quantile(const tm_times *times, double part) {
  uint64_t all = 0, below = 0;
  for (int i = 0; i < TM_TIMES_BUCKETS; i++) all += times->counts[i];
  for (int i = 0; i < TM_TIMES_BUCKETS; i++) {
    below += times->counts[i];
    if (below > 0 && (double)below >= part * (double)all) return (double)end_of(i) * UNIT / 1e6;
  }
  return 0;
}
