// The one queue of the process. JavaScript threads push and never wait; the workers of the Go runtime wait here, outside of
// Go, so that no JavaScript thread ever needs a Go processor to hand over a job. Environments with work form a ring: each
// take serves the next one, so that a busy environment cannot starve the others.
//
// Small documents go ahead of large ones, which wait for a few at most. And while a worker is at a large one, a small-document worker
// may do small ones in its place: they need not wait for its end.
#include "queue.h"

#include "../memory/lock.h"
#include "clock.h"
#include "waiting.h"

// In bytes; about a millisecond of work.
static const size_t small_document = 128 << 10;

// How many small documents of an environment go ahead of a large one.
enum { SMALL_AHEAD = 16 };

// Defaults of configure(); js/configure.ts documents them.
enum { DEFAULT_MAX_QUEUE = 65536 };
static const size_t default_max_queued_bytes = (size_t)1 << 30;

// A ring of lanes that have something to take: anything for a worker, something small for a small-document worker.
typedef struct {
  tm_lane *next;  // the next one to serve; read without the lock by a worker that spins
} tm_ring;

// Workers of one kind. Whoever wakes one counts it as woken at once: it takes a while to run, and a signal to nobody is not free. With
// glibc it can even wait until those that were signalled before have left.
typedef struct {
  pthread_cond_t work;
  uint32_t size;   // of the workers
  uint32_t idle;   // the woken ones included
  uint32_t woken;  // that do not run yet
} tm_crew;

static bool has_sleeper(const tm_crew *crew) { return crew->idle > crew->woken; }

// To wake a thread takes the waker longer than to hand over a job, and the thread often takes the waker's processor. So while
// JavaScript runs on after a call, few and short documents wake nobody: from tm_queue_cork to tm_queue_uncork.
enum { CORKED_JOBS = 32, CORKED_JOBS_IF_AWAKE = 512, CORKED_BYTES = 8 << 10 };

// After the first of them, up to this many are handed over together, unless a worker is looking for one: each hand-over moves what the
// JavaScript thread and the workers share from one processor to another and back.
enum { BATCH_JOBS = 16, BATCH_BYTES = 2 << 10 };

// The lock is held for a few pointer writes; only the condition variables wait with it.
static struct {
  pthread_mutex_t lock;
  tm_cache_line_pad locked;
  tm_ring rings[TM_RINGS];
  tm_cache_line_pad changing;
  tm_crew workers, small_workers;
  bool spinning;           // a worker is about to look again; read without the lock
  uint32_t small_running;  // atomic; small-document workers at work
  uint32_t large_running;  // atomic; large documents that workers are at
} queue = {.lock = PTHREAD_MUTEX_INITIALIZER, .workers.work = PTHREAD_COND_INITIALIZER, .small_workers.work = PTHREAD_COND_INITIALIZER};

// ---- the rings ----

static void serve_next(tm_ring_kind kind, tm_lane *lane) {
  if (queue.rings[kind].next != lane) __atomic_store_n(&queue.rings[kind].next, lane, __ATOMIC_RELAXED);
}

static void ring_add(tm_ring_kind kind, tm_lane *lane) {
  tm_ring_place *place = &lane->places[kind];
  tm_lane *first = queue.rings[kind].next;
  place->ready = true;
  if (first == NULL) {
    place->next = place->previous = lane;
    serve_next(kind, lane);
    return;
  }
  tm_lane *last = first->places[kind].previous;
  place->next = first;
  place->previous = last;
  last->places[kind].next = first->places[kind].previous = lane;
}

static void ring_remove(tm_ring_kind kind, tm_lane *lane) {
  tm_ring_place *place = &lane->places[kind];
  place->ready = false;
  if (place->next == lane) {
    serve_next(kind, NULL);
    return;
  }
  place->previous->places[kind].next = place->next;
  place->next->places[kind].previous = place->previous;
  if (queue.rings[kind].next == lane) serve_next(kind, place->next);
}

static void ring_set(tm_ring_kind kind, tm_lane *lane, bool ready) {
  bool is_ready = lane->places[kind].ready;
  if (ready && !is_ready) ring_add(kind, lane);
  if (!ready && is_ready) ring_remove(kind, lane);
}

// A lane is in a ring if it has a job of that kind that waits, and may run one more.
static void ring_update(tm_lane *lane) {
  bool may_run = __atomic_load_n(&lane->running, __ATOMIC_SEQ_CST) < lane->concurrency;
  bool small = lane->small.head != NULL, large = lane->large.head != NULL;
  ring_set(TM_RING_ANY, lane, may_run && (small || large));
  ring_set(TM_RING_SMALL, lane, may_run && small);
}

static bool may_take_small(void) {
  return queue.rings[TM_RING_SMALL].next != NULL && __atomic_load_n(&queue.small_running, __ATOMIC_RELAXED) < __atomic_load_n(&queue.large_running, __ATOMIC_RELAXED);
}

// Whether the lane whose turn it is, and which is the only one with work, can wait for its tm_queue_uncork.
static bool can_wait(const tm_lane *lane) {
  bool alone = lane->places[TM_RING_ANY].next == lane;
  uint32_t most = queue.workers.idle - queue.workers.woken < queue.workers.size ? CORKED_JOBS_IF_AWAKE : CORKED_JOBS;
  return alone && __atomic_load_n(&lane->corked, __ATOMIC_RELAXED) && lane->queued <= most && lane->queued_bytes <= CORKED_BYTES;
}

// Ends a critical section. A worker that spins will see new work by itself; else one that waits is woken, after the lock is
// free, so that it does not run into it. Without one, a small-document worker is.
static void unlock_and_wake(void) {
  tm_crew *wake = NULL;
  const tm_lane *next = queue.rings[TM_RING_ANY].next;
  if (next != NULL && !queue.spinning && !can_wait(next)) {
    if (has_sleeper(&queue.workers))
      wake = &queue.workers;
    else if (has_sleeper(&queue.small_workers) && may_take_small())
      wake = &queue.small_workers;
  }
  if (wake != NULL) wake->woken++;
  pthread_mutex_unlock(&queue.lock);
  if (wake != NULL) pthread_cond_signal(&wake->work);
}

// The counts are written under the lock and read without it.
static void count_queued(tm_lane *lane, uint32_t queued, size_t bytes) {
  __atomic_store_n(&lane->queued, queued, __ATOMIC_RELAXED);
  __atomic_store_n(&lane->queued_bytes, bytes, __ATOMIC_RELAXED);
}

static bool is_large(const tm_job *job) { return job->document_length > small_document; }

static tm_waiting *waiting_with(tm_job *job) { return is_large(job) ? &job->lane->large : &job->lane->small; }

static void unlink_job(tm_job *job) {
  tm_lane *lane = job->lane;
  tm_waiting_remove(waiting_with(job), job);
  count_queued(lane, lane->queued - 1, lane->queued_bytes - job->document_length);
}

// ---- the JavaScript thread's side ----

void tm_queue_open(tm_lane *lane) {
  lane->concurrency = UINT32_MAX;
  lane->max_queue = DEFAULT_MAX_QUEUE;
  lane->max_queued_bytes = default_max_queued_bytes;
}

// Adds a job to those that the next tm_queue_push hands over with its own, or tm_queue_uncork. Returns false if it must not wait for
// them.
static bool batch_add(tm_job *job) {
  tm_batch *batch = &job->lane->batch;
  bool corked = __atomic_load_n(&job->lane->corked, __ATOMIC_RELAXED), wanted = __atomic_load_n(&queue.spinning, __ATOMIC_RELAXED);
  bool first = !batch->first_sent;
  batch->first_sent = corked;
  if (!corked || first || wanted || batch->count + 1 >= BATCH_JOBS || job->document_length > BATCH_BYTES - batch->bytes) return false;
  job->batched = true;
  tm_waiting_append(&batch->jobs, (tm_waiting){job, job});
  batch->count++;
  batch->bytes += job->document_length;
  return true;
}

// Adds the batch to the queue, with the lock.
static void batch_send(tm_lane *lane) {
  tm_batch *batch = &lane->batch;
  if (batch->count == 0) return;
  for (tm_job *job = batch->jobs.head; job != NULL; job = job->next) {
    job->batched = false;
    job->place = TM_JOB_QUEUED;
  }
  tm_waiting_append(&lane->small, batch->jobs);
  count_queued(lane, lane->queued + batch->count, lane->queued_bytes + batch->bytes);
  batch->jobs = (tm_waiting){0};
  batch->count = 0;
  batch->bytes = 0;
}

// Ends a critical section in which jobs have been added.
static void unlock_added(tm_lane *lane) {
  lane->batch.seen = lane->queued;
  lane->batch.seen_bytes = lane->queued_bytes;
  ring_update(lane);
  unlock_and_wake();
}

// Hands the job to whichever worker takes it; pairs with tm_queue_take. Calls that are handed over together count from the first.
void tm_queue_push(tm_job *job) {
  tm_lane *lane = job->lane;
  if (lane->batch.count == 0) lane->batch.since = tm_now();
  job->pushed_at = lane->batch.since;
  if (batch_add(job)) return;
  tm_lock(&queue.lock);
  batch_send(lane);
  job->place = TM_JOB_QUEUED;
  tm_waiting_append(waiting_with(job), (tm_waiting){job, job});
  count_queued(lane, lane->queued + 1, lane->queued_bytes + job->document_length);
  unlock_added(lane);
}

// From now on pushes may leave workers asleep, until tm_queue_uncork. Both are for the environment's own thread, which alone makes
// queued grow: if it finds nothing queued, there is nothing to wake for.
void tm_queue_cork(tm_lane *lane) {
  if (!__atomic_load_n(&lane->corked, __ATOMIC_RELAXED)) __atomic_store_n(&lane->corked, true, __ATOMIC_RELAXED);
}

void tm_queue_uncork(tm_lane *lane) {
  lane->batch.first_sent = false;
  if (lane->batch.count == 0 && __atomic_load_n(&lane->queued, __ATOMIC_RELAXED) == 0) {
    __atomic_store_n(&lane->corked, false, __ATOMIC_RELAXED);
    return;
  }
  tm_lock(&queue.lock);
  __atomic_store_n(&lane->corked, false, __ATOMIC_RELAXED);
  batch_send(lane);
  unlock_added(lane);
}

// Takes back a job that no worker has taken yet; false if one has.
bool tm_queue_withdraw(tm_job *job) {
  tm_lane *lane = job->lane;
  if (job->batched) {
    tm_waiting_remove(&lane->batch.jobs, job);
    lane->batch.count--;
    lane->batch.bytes -= job->document_length;
    return true;
  }
  tm_lock(&queue.lock);
  bool queued = job->place == TM_JOB_QUEUED;
  if (queued) {
    unlink_job(job);
    job->place = TM_JOB_TAKEN;
    ring_update(lane);
  }
  pthread_mutex_unlock(&queue.lock);
  return queued;
}

// Takes back all jobs of an environment that ends, as a list.
tm_job *tm_queue_drop(tm_lane *lane) {
  tm_lock(&queue.lock);
  batch_send(lane);
  tm_job *jobs = lane->small.head;
  if (jobs != NULL)
    lane->small.tail->next = lane->large.head;
  else
    jobs = lane->large.head;
  lane->small = lane->large = (tm_waiting){0};
  count_queued(lane, 0, 0);
  ring_update(lane);
  pthread_mutex_unlock(&queue.lock);
  return jobs;
}

void tm_queue_workers(uint32_t count) {
  tm_lock(&queue.lock);
  queue.workers.size = count;
  pthread_mutex_unlock(&queue.lock);
}

// Negative values leave a limit as it is. As much concurrency as there are workers is no limit at all.
void tm_queue_limits(tm_lane *lane, int64_t concurrency, int64_t max_queue, int64_t max_queued_bytes) {
  tm_lock(&queue.lock);
  if (concurrency >= 0) __atomic_store_n(&lane->concurrency, concurrency < queue.workers.size ? (uint32_t)concurrency : UINT32_MAX, __ATOMIC_SEQ_CST);
  if (max_queue >= 0) lane->max_queue = max_queue > UINT32_MAX ? UINT32_MAX : (uint32_t)max_queue;
  if (max_queued_bytes >= 0) lane->max_queued_bytes = (size_t)max_queued_bytes;
  ring_update(lane);
  unlock_and_wake();
}

// ---- the workers' side ----

// How long a worker without work looks for more before it waits. To wake a thread costs the JavaScript thread microseconds,
// more than to hand over a job: within a burst of calls, and between an answer and the next question, it should not have to.
static const int64_t spin_nanoseconds = 20000;

static void spin(void) {
  for (int64_t end = tm_now() + spin_nanoseconds; tm_now() < end;) {
    for (int i = 0; i < 16; i++) {
      if (__atomic_load_n(&queue.rings[TM_RING_ANY].next, __ATOMIC_RELAXED) != NULL) return;
      tm_pause();
    }
  }
}

static void wait_in(tm_crew *crew) {
  crew->idle++;
  while (crew->woken == 0) pthread_cond_wait(&crew->work, &queue.lock);
  crew->woken--;
  crew->idle--;
}

// There are as many workers as processors: while one of them sleeps, another may spin without taking that of the JavaScript thread.
static bool may_spin(void) { return !queue.spinning && (queue.workers.size == 1 || has_sleeper(&queue.workers)); }

// Waits, with the lock, until a lane is ready. One worker at a time spins first; while it does, nobody is woken, and
// it looks again under the lock before it waits.
static void wait_for_work(void) {
  if (queue.rings[TM_RING_ANY].next == NULL && may_spin()) {
    __atomic_store_n(&queue.spinning, true, __ATOMIC_RELAXED);
    pthread_mutex_unlock(&queue.lock);
    spin();
    tm_lock(&queue.lock);
    __atomic_store_n(&queue.spinning, false, __ATOMIC_RELAXED);
  }
  while (queue.rings[TM_RING_ANY].next == NULL) wait_in(&queue.workers);
}

// The next job of the next lane.
static tm_job *next_job(tm_ring_kind kind) {
  tm_lane *lane = queue.rings[kind].next;
  if (lane == NULL) return NULL;
  bool small = lane->small.head != NULL && (kind == TM_RING_SMALL || lane->large.head == NULL || lane->small_ahead < SMALL_AHEAD);
  return small ? lane->small.head : lane->large.head;
}

// Takes a job, which is the calling worker's until it is delivered. The take after it serves the next lane.
static void take(tm_ring_kind kind, tm_job *job) {
  tm_lane *lane = job->lane;
  unlink_job(job);
  job->place = TM_JOB_TAKEN;
  lane->small_ahead = !is_large(job) && lane->large.head != NULL ? lane->small_ahead + 1 : 0;
  __atomic_add_fetch(&lane->running, 1, __ATOMIC_SEQ_CST);
  if (is_large(job)) __atomic_add_fetch(&queue.large_running, 1, __ATOMIC_RELAXED);
  serve_next(kind, lane->places[kind].next);
  ring_update(lane);
  unlock_and_wake();
  job->taken_at = tm_now();
}

// Waits for a job; pairs with tm_queue_push.
tm_job *tm_queue_take(void) {
  tm_lock(&queue.lock);
  wait_for_work();
  tm_job *job = next_job(TM_RING_ANY);
  take(TM_RING_ANY, job);
  return job;
}

// The same for a small-document worker.
tm_job *tm_queue_take_small(void) {
  tm_lock(&queue.lock);
  while (!may_take_small()) wait_in(&queue.small_workers);
  tm_job *job = next_job(TM_RING_SMALL);
  job->by_small_worker = true;
  __atomic_add_fetch(&queue.small_running, 1, __ATOMIC_RELAXED);
  take(TM_RING_SMALL, job);
  return job;
}

// The worker has done the job.
void tm_queue_done(tm_job *job) {
  if (is_large(job)) __atomic_sub_fetch(&queue.large_running, 1, __ATOMIC_RELAXED);
  if (job->by_small_worker) __atomic_sub_fetch(&queue.small_running, 1, __ATOMIC_RELAXED);
  job->done_at = tm_now();
}

// The outcome of a job that is done has its place among others: if its environment ran as many as it may, it may run another, whose
// outcome comes after it. Sequentially consistent, against tm_queue_limits: either this sees the new limit, or ring_update there
// sees one running job less.
void tm_queue_next(tm_lane *lane) {
  uint32_t before = __atomic_fetch_sub(&lane->running, 1, __ATOMIC_SEQ_CST);
  if (before < __atomic_load_n(&lane->concurrency, __ATOMIC_SEQ_CST)) return;
  tm_lock(&queue.lock);
  ring_update(lane);
  unlock_and_wake();
}
