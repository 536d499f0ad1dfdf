// Histograms of times: how long calls wait and run. Not for several threads at a time.
#ifndef TIDEMARK_HISTOGRAM_H
#define TIDEMARK_HISTOGRAM_H

#include <stdint.h>

enum { TM_HISTOGRAM_BUCKETS = 128 };

typedef struct {
  uint64_t counts[TM_HISTOGRAM_BUCKETS];
} tm_histogram;

void tm_histogram_add(tm_histogram *histogram, int64_t nanoseconds);
// Returns the milliseconds within which the given part of the times lie; 0 if there are none.
double tm_histogram_quantile(const tm_histogram *histogram, double part);

#endif
