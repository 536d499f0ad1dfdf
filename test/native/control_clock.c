// The control goroutine waits for an interval by the clock that nobody sets: it would wait for hours when the system's time is set back.
#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "../../addon/internal/queue/control.h"

static clockid_t of_condition = CLOCK_REALTIME;
static int waits;

// These take the place of the C library's.
int pthread_condattr_setclock(pthread_condattr_t *attributes, clockid_t clock) {
  (void)attributes;
  of_condition = clock;
  return 0;
}

int pthread_cond_timedwait(pthread_cond_t *condition, pthread_mutex_t *lock, const struct timespec *end) {
  (void)condition, (void)lock;
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  assert(end->tv_sec >= now.tv_sec && end->tv_sec <= now.tv_sec + 10);
  waits++;
  return ETIMEDOUT;
}

int main(void) {
  assert(of_condition == CLOCK_MONOTONIC);
  tm_message *freed = calloc(1, sizeof *freed), got;
  *freed = (tm_message){.kind = TM_STREAM_FREED, .handle = 1};
  tm_control_push(freed);
  tm_control_take(&got);
  assert(got.kind == TM_STREAM_FREED);
  tm_control_take(&got);
  assert(got.kind == TM_STREAMS_ENDED && waits == 1);
  puts("ok");
  return 0;
}
