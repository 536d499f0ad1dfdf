// The one queue of the process. JavaScript threads push and never wait; the workers of the Go runtime wait here, outside of
// Go, so that no JavaScript thread ever needs a Go processor to hand over a job. Environments with work form a ring: each
// take serves the next one, so that a busy environment cannot starve the others.
#include <stdlib.h>

#include "shim.h"

// The lock is held for a few pointer writes; only the two condition variables wait with it.
static struct {
  pthread_mutex_t lock;
  pthread_cond_t work, control;
  tm_env *ready;  // the next environment to serve, in a ring
  uint32_t idle_workers;
  tm_message *first, *last;
} queue = {.lock = PTHREAD_MUTEX_INITIALIZER, .work = PTHREAD_COND_INITIALIZER, .control = PTHREAD_COND_INITIALIZER};

// ---- the ring ----

static void ring_add(tm_env *env) {
  tm_lane *lane = &env->lane;
  lane->ready = true;
  if (queue.ready == NULL) {
    lane->next_ready = lane->previous_ready = env;
    queue.ready = env;
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
    queue.ready = NULL;
    return;
  }
  lane->previous_ready->lane.next_ready = lane->next_ready;
  lane->next_ready->lane.previous_ready = lane->previous_ready;
  if (queue.ready == env) queue.ready = lane->next_ready;
}

// An environment is in the ring if it has a job that waits and may run one more.
static void ring_update(tm_env *env) {
  tm_lane *lane = &env->lane;
  bool ready = lane->head != NULL && lane->running < lane->concurrency;
  if (ready && !lane->ready) ring_add(env);
  if (!ready && lane->ready) ring_remove(env);
}

static void wake_worker(void) {
  if (queue.ready != NULL && queue.idle_workers > 0) pthread_cond_signal(&queue.work);
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
  lane->queued--;
  lane->queued_bytes -= tm_input_bytes(job);
}

// ---- the JavaScript thread's side ----

// Only the environment's own thread adds to its lane, so that the room found here is still there for its push.
tm_push_status tm_queue_room(tm_env *env, size_t bytes) {
  tm_lane *lane = &env->lane;
  pthread_mutex_lock(&queue.lock);
  tm_push_status status = TM_PUSHED;
  if (lane->queued >= lane->max_queue) status = TM_QUEUE_FULL;
  // A single document larger than the bound is let in when nothing else waits: it could never be converted otherwise.
  else if (lane->queued > 0 && (bytes > lane->max_queued_bytes || lane->queued_bytes > lane->max_queued_bytes - bytes))
    status = TM_QUEUED_BYTES_FULL;
  pthread_mutex_unlock(&queue.lock);
  return status;
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
  lane->queued++;
  lane->queued_bytes += tm_input_bytes(job);
  ring_update(job->env);
  wake_worker();
  pthread_mutex_unlock(&queue.lock);
}

// Takes back a job that no worker has taken yet; false if one has.
bool tm_queue_withdraw(tm_job *job) {
  pthread_mutex_lock(&queue.lock);
  bool queued = job->place == TM_JOB_QUEUED;
  if (queued) {
    unlink_job(job);
    job->place = TM_JOB_DONE;
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
  lane->queued = 0;
  lane->queued_bytes = 0;
  ring_update(env);
  pthread_mutex_unlock(&queue.lock);
  return jobs;
}

// Negative values leave a limit as it is.
void tm_queue_limits(tm_env *env, int64_t concurrency, int64_t max_queue, int64_t max_queued_bytes) {
  tm_lane *lane = &env->lane;
  pthread_mutex_lock(&queue.lock);
  if (concurrency >= 0) lane->concurrency = concurrency > UINT32_MAX ? UINT32_MAX : (uint32_t)concurrency;
  if (max_queue >= 0) lane->max_queue = max_queue > UINT32_MAX ? UINT32_MAX : (uint32_t)max_queue;
  if (max_queued_bytes >= 0) lane->max_queued_bytes = (size_t)max_queued_bytes;
  ring_update(env);
  if (queue.idle_workers > 0) pthread_cond_broadcast(&queue.work);
  pthread_mutex_unlock(&queue.lock);
}

void tm_queue_counts(tm_env *env, uint32_t *queued, uint32_t *running) {
  pthread_mutex_lock(&queue.lock);
  *queued = env->lane.queued;
  *running = env->lane.running;
  pthread_mutex_unlock(&queue.lock);
}

// ---- the workers' side ----

// Waits for a job; pairs with tm_queue_push. The job is the calling worker's until tm_deliver.
tm_job *tm_queue_take(void) {
  pthread_mutex_lock(&queue.lock);
  while (queue.ready == NULL) {
    queue.idle_workers++;
    pthread_cond_wait(&queue.work, &queue.lock);
    queue.idle_workers--;
  }
  tm_env *env = queue.ready;
  tm_job *job = env->lane.head;
  unlink_job(job);
  job->place = TM_JOB_RUNNING;
  env->lane.running++;
  queue.ready = env->lane.next_ready;  // the next take serves the next environment
  ring_update(env);
  wake_worker();
  pthread_mutex_unlock(&queue.lock);
  return job;
}

// The worker has done the job: its environment may run another.
void tm_queue_done(tm_job *job) {
  pthread_mutex_lock(&queue.lock);
  job->place = TM_JOB_DONE;
  job->env->lane.running--;
  ring_update(job->env);
  wake_worker();
  pthread_mutex_unlock(&queue.lock);
}

// ---- control messages ----

// Hands the message to the control goroutine; pairs with tm_control_take.
void tm_control_push(tm_message *message) {
  pthread_mutex_lock(&queue.lock);
  message->next = NULL;
  if (queue.last != NULL)
    queue.last->next = message;
  else
    queue.first = message;
  queue.last = message;
  pthread_cond_signal(&queue.control);
  pthread_mutex_unlock(&queue.lock);
}

void tm_control_take(tm_message *to) {
  pthread_mutex_lock(&queue.lock);
  while (queue.first == NULL) pthread_cond_wait(&queue.control, &queue.lock);
  tm_message *message = queue.first;
  queue.first = message->next;
  if (queue.first == NULL) queue.last = NULL;
  pthread_mutex_unlock(&queue.lock);
  *to = *message;
  free(message);
}
