// The threadsafe function is made by the first call, not at load, so that importing the module leaves nothing open, and it keeps the
// process alive only while calls are in flight. The first of the process has the workers started, too.
#include "wake.h"

#include "_cgo_export.h"
#include "internal/memory/lock.h"
#include "napi.h"
#include "signals.h"

static void remove_hook(tm_env *env) {
  TM_MAY_FAIL(napi_remove_env_cleanup_hook(env->napi, env->hooks.teardown, env), "To close an environment twice does nothing.");
}

static void release(napi_threadsafe_function function, napi_threadsafe_function_release_mode mode) {
  TM_MAY_FAIL(napi_release_threadsafe_function(function, mode), "The environment is ending, and frees it.");
}

// hasRef(): reports whether the function keeps the process alive, as the handles of Node.js do. Tools that look for what a test has left
// open, such as Jest's, ask it.
static napi_value has_ref(napi_env napi, napi_callback_info info) {
  void *env;
  napi_value has;
  if (napi_get_cb_info(napi, info, NULL, NULL, NULL, &env) != napi_ok) return NULL;
  return napi_get_boolean(napi, ((tm_env *)env)->pending > 0, &has) == napi_ok ? has : NULL;
}

// What async_hooks show of a function.
static bool make_resource(tm_env *env, napi_value *made) {
  napi_value function;
  return napi_create_object(env->napi, made) == napi_ok &&
         napi_create_function(env->napi, "hasRef", NAPI_AUTO_LENGTH, has_ref, env, &function) == napi_ok &&
         napi_set_named_property(env->napi, *made, "hasRef", function) == napi_ok;
}

// Makes a threadsafe function that keeps no process alive. The hook must run before the function's own; hooks run last in, first out,
// so it is added after each function.
bool tm_wake_function(tm_env *env, napi_threadsafe_function_call_js on_call, napi_threadsafe_function *made) {
  napi_value name, resource;
  napi_threadsafe_function function;
  if (!make_resource(env, &resource)) return false;
  if (napi_create_string_utf8(env->napi, "tidemark", NAPI_AUTO_LENGTH, &name) != napi_ok) return false;
  if (napi_create_threadsafe_function(env->napi, NULL, resource, name, 0, 1, NULL, NULL, env, on_call, &function) != napi_ok) return false;
  if (env->wake != NULL) remove_hook(env);
  if (napi_add_env_cleanup_hook(env->napi, env->hooks.teardown, env) != napi_ok || napi_unref_threadsafe_function(env->napi, function) != napi_ok) {
    release(function, napi_tsfn_abort);
    return false;
  }
  *made = function;
  return true;
}

bool tm_wake_ready(tm_env *env) {
  napi_threadsafe_function wake;
  env->release_when_idle = false;
  if (env->wake != NULL) return true;
  if (!tm_wake_function(env, env->hooks.wake, &wake)) return false;
  tm_signals before;
  tm_signals_block(&before);
  tmStartWorkers();
  tm_signals_restore(&before);
  tm_lock(&env->lock);
  env->wake = wake;
  pthread_mutex_unlock(&env->lock);
  return true;
}

// ---- on workers ----

// The lock is not held during the call: it wakes the JavaScript thread, which often runs before the call returns, and takes the lock
// first of all. What keeps the function from being freed meanwhile is the count, for which give_up waits. The reference keeps
// the environment, whose jobs may all be gone by then.
void tm_wake_begin(tm_env *env) {
  env->callers++;
  tm_env_retain(env);  // pairs with tm_env_drop in tm_wake_call
}

void tm_wake_call(tm_env *env) {
  TM_MAY_FAIL(napi_call_threadsafe_function(env->wake, NULL, napi_tsfn_nonblocking), "The environment is ending, and frees what is done.");
  tm_lock(&env->lock);
  if (--env->callers == 0) pthread_cond_signal(&env->called);  // pairs with the wait in tm_wake_give_up
  pthread_mutex_unlock(&env->lock);
  tm_env_drop(env);
}

// On any thread; pairs with end_turn.
void tm_wake_changed(tm_env *env) {
  tm_lock(&env->lock);
  bool wake = !env->closed && !env->settling && env->wake != NULL;
  env->changed = true;
  if (wake) {
    env->settling = true;
    tm_wake_begin(env);
  }
  pthread_mutex_unlock(&env->lock);
  if (wake) tm_wake_call(env);
}

// ---- on the JavaScript thread ----

// Called with the lock; no call begins after it, since nothing is in flight, or the environment is closed.
void tm_wake_give_up(tm_env *env, napi_threadsafe_function_release_mode mode) {
  while (env->callers > 0) pthread_cond_wait(&env->called, &env->lock);  // no longer than a worker takes to return
  if (env->wake != NULL) release(env->wake, mode);
  if (env->turn != NULL) release(env->turn, mode);
  env->wake = env->turn = NULL;
  env->turn_asked = env->turn_due = false;
}

// While calls are in flight, cancelled ones say, the function is still needed: then tm_wake_idle gives it up after the last.
void tm_wake_release(tm_env *env) {
  env->release_when_idle = true;
  tm_wake_idle(env);
}

void tm_wake_idle(tm_env *env) {
  if (!env->release_when_idle || env->wake == NULL || env->pending > 0) return;
  env->release_when_idle = false;
  remove_hook(env);
  tm_lock(&env->lock);
  tm_wake_give_up(env, napi_tsfn_release);
  pthread_mutex_unlock(&env->lock);
}
