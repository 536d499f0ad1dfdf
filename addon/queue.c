// The one queue of the process. JavaScript threads push and never wait; the workers of the Go runtime wait here, outside of
// Go, so that no JavaScript thread ever needs a Go processor to hand over a job. Environments with work form a ring: each
// take serves the next one, so that a busy environment cannot starve the others.
#include <time.h>

#include "shim.h"

// The lock is held for a few pointer writes; only the condition variable waits with it.
static struct {
  pthread_mutex_t lock;
  pthread_cond_t work;
  tm_env *ready;  // the next environment to serve, in a ring; read without the lock by a worker that spins
  uint32_t idle_workers;
  bool spinning;  // a worker is about to look again
} queue = {.lock = PTHREAD_MUTEX_INITIALIZER, .work = PTHREAD_COND_INITIALIZER};

// ---- the ring ----

static void set_ready(tm_env *env) { __atomic_store_n(&queue.ready, env, __ATOMIC_RELAXED); }

static void ring_add(tm_env *env) {
  tm_lane *lane = &env->lane;
  lane->ready = true;
  if (queue.ready == NULL) {
    lane->next_ready = lane->previous_ready = env;
    set_ready(env);
    return;
  }
  tm_env *first = queue.ready, *last = first->lane.previous_ready;
  lane->next_ready = first;
  lane->previous_ready = last;
  last->lane.next_ready = first->lane.previous_ready = env;
}

static void ring_remove(tm_env *env) {
  tm_lane *lane = &env->lane;
  lane->ready = false;
  if (lane->next_ready == env) {
    set_ready(NULL);
    return;
  }
  lane->previous_ready->lane.next_ready = lane->next_ready;
  lane->next_ready->lane.previous_ready = lane->previous_ready;
  if (queue.ready == env) set_ready(lane->next_ready);
}

// An environment is in the ring if it has a job that waits and may run one more.
static void ring_update(tm_env *env) {
  tm_lane *lane = &env->lane;
  bool ready = lane->head != NULL && __atomic_load_n(&lane->running, __ATOMIC_SEQ_CST) < lane->concurrency;
  if (ready && !lane->ready) ring_add(env);
  if (!ready && lane->ready) ring_remove(env);
}

// Ends a critical section. A worker that spins will see new work by itself; else one that waits is woken, after the lock is
// free, so that it does not run into it.
static void unlock_and_wake(void) {
  bool wake = queue.ready != NULL && queue.idle_workers > 0 && !queue.spinning;
  pthread_mutex_unlock(&queue.lock);
  if (wake) pthread_cond_signal(&queue.work);
}

// The counts are written under the lock and read without it.
static void count_queued(tm_lane *lane, uint32_t queued, size_t bytes) {
  __atomic_store_n(&lane->queued, queued, __ATOMIC_RELAXED);
  __atomic_store_n(&lane->queued_bytes, bytes, __ATOMIC_RELAXED);
}

static void unlink_job(tm_job *job) {
  tm_lane *lane = &job->env->lane;
  if (job->previous != NULL)
    job->previous->next = job->next;
  else
    lane->head = job->next;
  if (job->next != NULL)
    job->next->previous = job->previous;
  else
    lane->tail = job->previous;
  job->next = job->previous = NULL;
  count_queued(lane, lane->queued - 1, lane->queued_bytes - job->document_length);
}

// ---- the JavaScript thread's side ----

// Only the environment's own thread adds to its lane and sets its limits, and workers only take away: the room found here,
// without the lock, is still there for its push.
tm_push_status tm_queue_room(tm_env *env, size_t bytes) {
  tm_lane *lane = &env->lane;
  uint32_t queued = __atomic_load_n(&lane->queued, __ATOMIC_RELAXED);
  size_t queued_bytes = __atomic_load_n(&lane->queued_bytes, __ATOMIC_RELAXED);
  if (queued >= lane->max_queue) return TM_QUEUE_FULL;
  // A document larger than the bound is let in when nothing else waits: it could never be converted otherwise.
  if (queued == 0) return TM_PUSHED;
  return bytes > lane->max_queued_bytes || queued_bytes > lane->max_queued_bytes - bytes ? TM_QUEUED_BYTES_FULL : TM_PUSHED;
}

// Hands the job to whichever worker takes it; pairs with tm_queue_take.
void tm_queue_push(tm_job *job) {
  tm_lane *lane = &job->env->lane;
  pthread_mutex_lock(&queue.lock);
  job->place = TM_JOB_QUEUED;
  job->previous = lane->tail;
  if (lane->tail != NULL)
    lane->tail->next = job;
  else
    lane->head = job;
  lane->tail = job;
  count_queued(lane, lane->queued + 1, lane->queued_bytes + job->document_length);
  ring_update(job->env);
  unlock_and_wake();
}

// Takes back a job that no worker has taken yet; false if one has.
bool tm_queue_withdraw(tm_job *job) {
  pthread_mutex_lock(&queue.lock);
  bool queued = job->place == TM_JOB_QUEUED;
  if (queued) {
    unlink_job(job);
    job->place = TM_JOB_TAKEN;
    ring_update(job->env);
  }
  pthread_mutex_unlock(&queue.lock);
  return queued;
}

// Takes back all jobs of an environment that ends, as a list.
tm_job *tm_queue_drop(tm_env *env) {
  tm_lane *lane = &env->lane;
  pthread_mutex_lock(&queue.lock);
  tm_job *jobs = lane->head;
  lane->head = lane->tail = NULL;
  count_queued(lane, 0, 0);
  ring_update(env);
  pthread_mutex_unlock(&queue.lock);
  return jobs;
}

// Negative values leave a limit as it is. As much concurrency as there are workers is no limit at all.
void tm_queue_limits(tm_env *env, int64_t concurrency, int64_t max_queue, int64_t max_queued_bytes) {
  tm_lane *lane = &env->lane;
  pthread_mutex_lock(&queue.lock);
  if (concurrency >= 0) __atomic_store_n(&lane->concurrency, concurrency < env->workers ? (uint32_t)concurrency : UINT32_MAX, __ATOMIC_SEQ_CST);
  if (max_queue >= 0) lane->max_queue = max_queue > UINT32_MAX ? UINT32_MAX : (uint32_t)max_queue;
  if (max_queued_bytes >= 0) lane->max_queued_bytes = (size_t)max_queued_bytes;
  ring_update(env);
  unlock_and_wake();
}

uint32_t tm_queue_waiting(tm_env *env) { return __atomic_load_n(&env->lane.queued, __ATOMIC_RELAXED); }

// ---- the workers' side ----

// How long a worker without work looks for more before it waits. To wake a thread costs the JavaScript thread microseconds,
// more than to hand over a job: within a burst of calls, and between an answer and the next question, it should not have to.
static const int64_t spin_nanoseconds = 20000;

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static void pause_processor(void) {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ __volatile__("yield");
#endif
}

static void spin(void) {
  for (int64_t end = now() + spin_nanoseconds; now() < end;) {
    for (int i = 0; i < 16; i++) {
      if (__atomic_load_n(&queue.ready, __ATOMIC_RELAXED) != NULL) return;
      pause_processor();
    }
  }
}

// Waits, with the lock, until an environment is ready. One worker at a time spins first; while it does, nobody is woken, and
// it looks again under the lock before it waits.
static void wait_for_work(void) {
  if (queue.ready == NULL && !queue.spinning) {
    queue.spinning = true;
    pthread_mutex_unlock(&queue.lock);
    spin();
    pthread_mutex_lock(&queue.lock);
    queue.spinning = false;
  }
  while (queue.ready == NULL) {
    queue.idle_workers++;
    pthread_cond_wait(&queue.work, &queue.lock);
    queue.idle_workers--;
  }
}

// Waits for a job; pairs with tm_queue_push. The job is the calling worker's until tm_deliver.
tm_job *tm_queue_take(void) {
  pthread_mutex_lock(&queue.lock);
  wait_for_work();
  tm_env *env = queue.ready;
  tm_job *job = env->lane.head;
  unlink_job(job);
  job->place = TM_JOB_TAKEN;
  __atomic_add_fetch(&env->lane.running, 1, __ATOMIC_SEQ_CST);
  set_ready(env->lane.next_ready);  // the next take serves the next environment
  ring_update(env);
  unlock_and_wake();
  return job;
}

// The worker has done the job: if its environment had as many as it may, it may run another. Sequentially consistent, against
// tm_queue_limits: either this sees the new limit, or ring_update there sees one running job less.
void tm_queue_done(tm_job *job) {
  tm_lane *lane = &job->env->lane;
  uint32_t before = __atomic_fetch_sub(&lane->running, 1, __ATOMIC_SEQ_CST);
  if (before < __atomic_load_n(&lane->concurrency, __ATOMIC_SEQ_CST)) return;
  pthread_mutex_lock(&queue.lock);
  ring_update(job->env);
  unlock_and_wake();
}
