// The environment's threadsafe function: how workers wake the JavaScript thread. It is made by the first call, not at load, so
// that importing the module leaves nothing open, and it keeps the process alive only while calls are in flight.
#include "shim.h"

static void on_wake(napi_env napi, napi_value function, void *context, void *data) {
  (void)function;
  (void)data;
  if (napi != NULL) tm_settle(napi, context);  // NULL: the environment ends and tm_env_close has freed what was left
}

static void on_env_teardown(void *env) { tm_env_close(env); }

// The hook must run before the threadsafe function's own; hooks run last in, first out, so it is added after the function.
bool tm_wake_ready(tm_env *env) {
  env->release_when_idle = false;
  if (env->wake != NULL) return true;
  napi_value name;
  napi_threadsafe_function wake;
  if (napi_create_string_utf8(env->napi, "tidemark", NAPI_AUTO_LENGTH, &name) != napi_ok) return false;
  if (napi_create_threadsafe_function(env->napi, NULL, NULL, name, 0, 1, NULL, NULL, env, on_wake, &wake) != napi_ok) return false;
  napi_unref_threadsafe_function(env->napi, wake);
  napi_add_env_cleanup_hook(env->napi, on_env_teardown, env);
  tm_lock(&env->lock);
  env->wake = wake;
  pthread_mutex_unlock(&env->lock);
  return true;
}

// While calls are in flight, cancelled ones say, the function is still needed: then tm_wake_idle gives it up after the last.
void tm_wake_release(tm_env *env) {
  env->release_when_idle = true;
  tm_wake_idle(env);
}

void tm_wake_idle(tm_env *env) {
  if (!env->release_when_idle || env->wake == NULL || env->pending > 0) return;
  env->release_when_idle = false;
  napi_remove_env_cleanup_hook(env->napi, on_env_teardown, env);
  tm_lock(&env->lock);
  napi_release_threadsafe_function(env->wake, napi_tsfn_release);
  env->wake = NULL;
  pthread_mutex_unlock(&env->lock);
}

// While a client has calls in flight its callback must not be collected, and while anyone has, the process must not end.
void tm_pending_add(tm_env *env, tm_client *client) {
  if (client->pending++ == 0) napi_reference_ref(env->napi, client->on_settled, NULL);
  if (env->pending++ == 0) napi_ref_threadsafe_function(env->napi, env->wake);
}

void tm_pending_remove(tm_env *env, tm_client *client) {
  if (--client->pending == 0) napi_reference_unref(env->napi, client->on_settled, NULL);
  if (--env->pending == 0) napi_unref_threadsafe_function(env->napi, env->wake);
}
