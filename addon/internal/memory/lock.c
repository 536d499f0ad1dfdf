// A lock of this addon is held for a few pointer writes: less time than it takes to sleep and be woken, which is tens of microseconds in a
// virtual machine.
#include "lock.h"

#include <errno.h>
#include <time.h>

void tm_pause(void) {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ __volatile__("yield");
#endif
}

void tm_lock(pthread_mutex_t *lock) {
  for (int i = 0; i < 64; i++) {
    if (pthread_mutex_trylock(lock) == 0) return;
    tm_pause();
  }
  pthread_mutex_lock(lock);
}

#ifdef _WIN32

void tm_condition_init(pthread_cond_t *condition) { InitializeConditionVariable(condition); }

bool tm_condition_wait(pthread_cond_t *condition, pthread_mutex_t *lock, int seconds) {
  return SleepConditionVariableSRW(condition, lock, (DWORD)seconds * 1000, 0) || GetLastError() != ERROR_TIMEOUT;
}

#elif defined(__APPLE__)  // which knows no other clock than the system's for this, but intervals

void tm_condition_init(pthread_cond_t *condition) { pthread_cond_init(condition, NULL); }

bool tm_condition_wait(pthread_cond_t *condition, pthread_mutex_t *lock, int seconds) {
  struct timespec interval = {.tv_sec = seconds};
  return pthread_cond_timedwait_relative_np(condition, lock, &interval) != ETIMEDOUT;
}

#else

void tm_condition_init(pthread_cond_t *condition) {
  pthread_condattr_t attributes;
  pthread_condattr_init(&attributes);
  pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
  pthread_cond_init(condition, &attributes);
  pthread_condattr_destroy(&attributes);
}

bool tm_condition_wait(pthread_cond_t *condition, pthread_mutex_t *lock, int seconds) {
  struct timespec end;
  clock_gettime(CLOCK_MONOTONIC, &end);
  end.tv_sec += seconds;
  return pthread_cond_timedwait(condition, lock, &end) != ETIMEDOUT;
}

#endif
