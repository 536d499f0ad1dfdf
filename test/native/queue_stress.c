// The queue under ThreadSanitizer, without Node.js and without Go: environments that push and withdraw, workers that take.
// Every job must be taken or withdrawn, once, and no environment may have more running than it may.
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "../../addon/internal/queue/capacity.h"
#include "../../addon/internal/queue/queue.h"

enum { ENVIRONMENTS = 4, WORKERS = 3, JOBS = 20000, LIMIT = 2 };

static uint32_t taken[ENVIRONMENTS][JOBS];  // atomic
static uint32_t finished, withdrawn;        // atomic
static uint32_t running[ENVIRONMENTS];      // atomic
static tm_lane lanes[ENVIRONMENTS];

static void *environment_thread(void *argument) {
  tm_lane *lane = argument;
  unsigned seed = (unsigned)(lane - lanes);
  for (uint32_t i = 0; i < JOBS; i++) {
    size_t length = (size_t)rand_r(&seed) % (i % 2 == 0 ? 200000 : 400);
    tm_job *job = tm_job_new(TM_BYTES, length, 0);
    assert(job != NULL);
    job->document_length = length;
    job->lane = lane;
    job->id = i;
    while (tm_queue_check_capacity(lane, length) != TM_PUSHED) tm_queue_uncork(lane);
    bool cancel = rand_r(&seed) % 4 == 0;
    // The push gives the job away, but one that may be withdrawn is looked at again: its worker must not free it.
    job->cancelled = cancel;
    if (i % 3 == 0) tm_queue_cork(lane);
    tm_queue_push(job);
    if (i % 5 == 0) tm_queue_uncork(lane);
    if (cancel && tm_queue_withdraw(job)) {
      __atomic_add_fetch(&withdrawn, 1, __ATOMIC_RELAXED);
      __atomic_add_fetch(&taken[lane - lanes][i], 1, __ATOMIC_RELAXED);
      tm_job_free(job);
    }
    if (i % 1000 == 0) tm_queue_limits(lane, 1 + rand_r(&seed) % LIMIT, 64, 8 << 20);
  }
  tm_queue_uncork(lane);
  return NULL;
}

static void *worker_thread(void *small) {
  for (;;) {
    tm_job *job = small != NULL ? tm_queue_take_small() : tm_queue_take();
    size_t env = (size_t)(job->lane - lanes);
    assert(__atomic_add_fetch(&running[env], 1, __ATOMIC_RELAXED) <= LIMIT);
    __atomic_add_fetch(&taken[env][job->id], 1, __ATOMIC_RELAXED);
    __atomic_sub_fetch(&running[env], 1, __ATOMIC_RELAXED);
    bool shared = job->cancelled;
    tm_queue_done(job);
    tm_queue_next(job->lane);
    if (!shared) tm_job_free(job);
    __atomic_add_fetch(&finished, 1, __ATOMIC_RELEASE);
  }
}

int main(void) {
  pthread_t threads[ENVIRONMENTS], workers[WORKERS];
  tm_queue_workers(WORKERS);
  for (int i = 0; i < ENVIRONMENTS; i++) {
    tm_queue_open(&lanes[i]);
    tm_queue_limits(&lanes[i], LIMIT, 64, 8 << 20);
  }
  for (int i = 0; i < WORKERS; i++) pthread_create(&workers[i], NULL, worker_thread, i == 0 ? workers : NULL);  // one for small documents
  for (int i = 0; i < ENVIRONMENTS; i++) pthread_create(&threads[i], NULL, environment_thread, &lanes[i]);
  for (int i = 0; i < ENVIRONMENTS; i++) pthread_join(threads[i], NULL);
  while (__atomic_load_n(&finished, __ATOMIC_ACQUIRE) + __atomic_load_n(&withdrawn, __ATOMIC_ACQUIRE) < ENVIRONMENTS * JOBS) sched_yield();
  for (int i = 0; i < ENVIRONMENTS; i++)
    for (int k = 0; k < JOBS; k++) assert(__atomic_load_n(&taken[i][k], __ATOMIC_RELAXED) == 1);
  for (int i = 0; i < ENVIRONMENTS; i++) assert(tm_queue_waiting(&lanes[i]) == 0);
  printf("%d jobs, %u of them withdrawn: ok\n", ENVIRONMENTS * JOBS, withdrawn);
  return 0;
}
