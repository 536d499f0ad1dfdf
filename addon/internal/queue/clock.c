#include "clock.h"

#ifdef _WIN32

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

int64_t tm_now(void) {
  const int64_t second = 1000000000;
  LARGE_INTEGER ticks, each_second;
  QueryPerformanceCounter(&ticks);
  QueryPerformanceFrequency(&each_second);
  int64_t whole = ticks.QuadPart / each_second.QuadPart, rest = ticks.QuadPart % each_second.QuadPart;
  return whole * second + rest * second / each_second.QuadPart;
}

#else

#include <time.h>

int64_t tm_now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

#endif
