#ifndef TIDEMARK_CLOCK_H
#define TIDEMARK_CLOCK_H

#include <stdint.h>

int64_t tm_now(void);  // nanoseconds, by the clock that nobody sets

#endif
