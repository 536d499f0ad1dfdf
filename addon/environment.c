// An environment is a JavaScript thread, a second copy of the module in it, or a Jest context. It is made when the module is loaded,
// closed when Node.js tears it down (shutdown.c), and freed when its last job has come back.
#include "environment.h"

#include <stdlib.h>

#include "_cgo_export.h"
#include "internal/queue/job.h"
#include "internal/queue/queue.h"
#include "signals.h"

tm_env *tm_env_new(napi_env napi, tm_hooks hooks) {
  tm_env *env = calloc(1, sizeof *env);
  tm_message *closed = calloc(1, sizeof *closed), *freed = calloc(1, sizeof *freed);
  if (env == NULL || closed == NULL || freed == NULL) {
    free(env);
    free(closed);
    free(freed);
    return NULL;
  }
  env->references = 1;  // the environment's own; pairs with tm_env_drop in finalize
  env->napi = napi;
  env->hooks = hooks;
  // The messages of the end are made at the start, so that ending needs no memory.
  env->closed_message = closed;
  env->freed_message = freed;
  env->free_slot = UINT32_MAX;
  pthread_mutex_init(&env->lock, NULL);
  pthread_cond_init(&env->called, NULL);
  pthread_cond_init(&env->returned, NULL);
  tm_queue_open(&env->lane);
  return env;
}

// Has Go make what it holds for the environment. Not when the module is loaded: the Go runtime starts on a thread of its own, and who calls
// it waits for that, while JavaScript has more to load.
void tm_env_open(tm_env *env) {
  if (env->opened) return;
  env->opened = true;
  tm_signals before;
  tm_signals_block(&before);
  struct tmOpenEnvironment_return opened = tmOpenEnvironment();
  tm_signals_restore(&before);
  env->lane.handle = opened.r0;
  env->workers = (uint32_t)opened.r1;
}

tm_env *tm_env_of(const tm_job *job) { return (tm_env *)((char *)job->lane - offsetof(tm_env, lane)); }

void tm_env_retain(tm_env *env) { __atomic_fetch_add(&env->references, 1, __ATOMIC_RELAXED); }

// Called on the JavaScript thread and on workers: whoever drops the last reference frees the block.
void tm_env_drop(tm_env *env) {
  if (__atomic_fetch_sub(&env->references, 1, __ATOMIC_ACQ_REL) != 1) return;
  env->freed_message->kind = TM_ENV_FREED;
  env->freed_message->handle = env->lane.handle;
  tm_control_push(env->freed_message);
  pthread_cond_destroy(&env->called);
  pthread_cond_destroy(&env->returned);
  pthread_mutex_destroy(&env->lock);
  free(env->scratch);
  free(env->clients);
  free(env->slots);
  free(env);
}

void tm_env_free_job(tm_job *job) {
  tm_env *env = job->lane == NULL ? NULL : tm_env_of(job);
  tm_job_free(job);
  if (env != NULL) tm_env_drop(env);  // pairs with tm_env_retain in tm_submit_job
}

void tm_env_free_jobs(tm_job *jobs) {
  while (jobs != NULL) {
    tm_job *next = jobs->next;
    tm_env_free_job(jobs);
    jobs = next;
  }
}
