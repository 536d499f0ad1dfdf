#include "histogram.h"

// Buckets are a quarter of a microsecond wide at first; then there are four for each doubling, so that the end of one is at most a
// quarter above its beginning.
enum { UNIT = 256 };

static int bucket_of(uint64_t units) {
  if (units < 4) return (int)units;
  int doubling = 63 - __builtin_clzll(units);
  return 4 * (doubling - 1) + (int)(units >> (doubling - 2) & 3);
}

static uint64_t end_of(int bucket) { return bucket < 4 ? (uint64_t)bucket + 1 : (uint64_t)(bucket % 4 + 5) << (bucket / 4 - 1); }

void tm_histogram_add(tm_histogram *histogram, int64_t nanoseconds) {
  int bucket = bucket_of((uint64_t)nanoseconds / UNIT);
  if (bucket >= TM_HISTOGRAM_BUCKETS) bucket = TM_HISTOGRAM_BUCKETS - 1;
  histogram->counts[bucket]++;
}

double tm_histogram_quantile(const tm_histogram *histogram, double part) {
  uint64_t all = 0, below = 0;
  for (int i = 0; i < TM_HISTOGRAM_BUCKETS; i++) all += histogram->counts[i];
  for (int i = 0; i < TM_HISTOGRAM_BUCKETS; i++) {
    below += histogram->counts[i];
    if (below > 0 && (double)below >= part * (double)all) return (double)end_of(i) * UNIT / 1e6;
  }
  return 0;
}
