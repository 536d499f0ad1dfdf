// The state of one napi_env: a JavaScript thread, a second copy of the module in it, a Jest context. It is made when the
// module is loaded, closed when Node tears the environment down, and freed when its last job has come back.
#include <stdlib.h>

#include "_cgo_export.h"
#include "shim.h"

// Defaults of configure(); js/configure.ts documents them.
enum { DEFAULT_MAX_QUEUE = 65536 };
static const size_t default_max_queued_bytes = (size_t)1 << 30;

tm_env *tm_env_new(napi_env napi) {
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
  // The messages of the end are made at the start, so that ending needs no memory.
  env->closed_message = closed;
  env->freed_message = freed;
  env->free_slot = UINT32_MAX;
  pthread_mutex_init(&env->lock, NULL);
  pthread_cond_init(&env->called, NULL);

  tm_signals before;
  tm_signals_block(&before);
  struct tmOpenEnvironment_return opened = tmOpenEnvironment();
  tm_signals_restore(&before);
  env->go_env = opened.r0;
  env->workers = (uint32_t)opened.r1;
  tm_queue_workers(env->workers);
  env->lane.concurrency = UINT32_MAX;
  env->lane.max_queue = DEFAULT_MAX_QUEUE;
  env->lane.max_queued_bytes = default_max_queued_bytes;
  return env;
}

void tm_env_retain(tm_env *env) { __atomic_fetch_add(&env->references, 1, __ATOMIC_RELAXED); }

// Called on the JavaScript thread and on workers: whoever holds the last reference frees the block.
void tm_env_drop(tm_env *env) {
  if (__atomic_fetch_sub(&env->references, 1, __ATOMIC_ACQ_REL) != 1) return;
  env->freed_message->kind = TM_ENV_FREED;
  env->freed_message->go_env = env->go_env;
  tm_control_push(env->freed_message);
  pthread_cond_destroy(&env->called);
  pthread_mutex_destroy(&env->lock);
  free(env->scratch);
  free(env->clients);
  free(env->slots);
  free(env);
}

// The order matters. The jobs are cancelled as long as none can be freed on another thread. The queued ones go, so that no worker starts
// one. Then the environment is marked closed under its lock, and the threadsafe function given up: a worker that delivers looks at
// the mark under the same lock, and either is counted as a caller of the function or frees its job itself. Last, Go is told to end
// what waits there.
void tm_env_close(tm_env *env) {
  tm_lock(&env->lock);
  bool closed = env->closed;
  pthread_mutex_unlock(&env->lock);
  if (closed) return;

  tm_env_retain(env);  // the jobs freed here may hold the last reference but one
  tm_slots_cancel(env);
  tm_watch_close(env);
  tm_job_free_list(tm_queue_drop(env));

  tm_lock(&env->lock);
  env->closed = true;
  tm_job *done = env->done_head;
  env->done_head = env->done_tail = NULL;
  tm_wake_give_up(env, napi_tsfn_abort);
  pthread_mutex_unlock(&env->lock);
  tm_job_free_list(done);

  env->closed_message->kind = TM_ENV_CLOSED;
  env->closed_message->go_env = env->go_env;
  tm_control_push(env->closed_message);
  tm_env_drop(env);
}
