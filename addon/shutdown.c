#include "shutdown.h"

#include "internal/memory/lock.h"
#include "internal/queue/control.h"
#include "internal/queue/queue.h"
#include "loan.h"
#include "slots.h"
#include "wake.h"
#include "watch.h"

void tm_on_teardown(void *env) { tm_env_close(env); }

// The order matters. The jobs are cancelled as long as none can be freed on another thread. The queued ones go, so that no worker starts
// one. Then the environment is marked closed under its lock, and the threadsafe function given up: a worker that delivers looks at
// the mark under the same lock, and either is counted as a caller of the function or frees its job itself. Last, Go is told to end
// what waits there; and what workers still read of the memory of this thread is waited for, since it ends with the environment.
void tm_env_close(tm_env *env) {
  tm_lock(&env->lock);
  bool closed = env->closed;
  pthread_mutex_unlock(&env->lock);
  if (closed) return;

  tm_env_retain(env);  // the jobs freed here may hold the last reference but one
  tm_slots_cancel(env);
  tm_watch_close(env);
  tm_job *dropped = tm_queue_drop(&env->lane);
  tm_loans_returned(env, dropped);
  tm_env_free_jobs(dropped);

  tm_lock(&env->lock);
  env->closed = true;
  tm_job *done = env->done_head;
  env->done_head = env->done_tail = NULL;
  tm_wake_give_up(env, napi_tsfn_abort);
  pthread_mutex_unlock(&env->lock);
  tm_env_free_jobs(done);

  env->closed_message->kind = TM_ENV_CLOSED;
  env->closed_message->handle = env->lane.handle;
  tm_control_push(env->closed_message);
  tm_loans_wait(env);
  tm_env_drop(env);
}
