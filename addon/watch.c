// Environments in which calls wait for memory that others hold. Whoever gives memory back tells the control goroutine, as for
// conversions that wait, and it has these look again. Not by a timer of the wrapper, which the clocks of tests replace.
#include "watch.h"

#include "calls.h"
#include "client.h"
#include "internal/memory/lock.h"
#include "internal/queue/memory_limit.h"
#include "napi.h"
#include "values.h"
#include "wake.h"

static struct {
  pthread_mutex_t lock;
  tm_env *first;
} watch = {.lock = PTHREAD_MUTEX_INITIALIZER};

// From here on nothing that is given back is missed: pairs with the look at waiting in tm_memory_changed.
static void enter(tm_env *env) {
  tm_memory_waiting_add(1);
  tm_lock(&watch.lock);
  env->watch_next = watch.first;
  if (watch.first != NULL) watch.first->watch_previous = env;
  watch.first = env;
  pthread_mutex_unlock(&watch.lock);
}

static void leave(tm_env *env) {
  tm_lock(&watch.lock);
  if (env->watch_previous != NULL)
    env->watch_previous->watch_next = env->watch_next;
  else
    watch.first = env->watch_next;
  if (env->watch_next != NULL) env->watch_next->watch_previous = env->watch_previous;
  env->watch_next = env->watch_previous = NULL;
  pthread_mutex_unlock(&watch.lock);
  tm_memory_waiting_add(-1);
}

static void begin(tm_env *env, uint32_t client) {
  if ((env->wake == NULL && !tm_wake_ready(env)) || !tm_client_add(env, client)) return;
  env->clients[client].watches = true;  // pairs with tm_client_remove in end
  if (env->watching++ == 0) enter(env);
}

static void end(tm_env *env, uint32_t client) {
  env->clients[client].watches = false;
  if (--env->watching == 0) leave(env);
  tm_client_remove(env, client);  // pairs with tm_client_add in begin
}

// watchMemory(client, watches): has the client's callback called without arguments after memory has been given back, as long as it
// watches. Returns whether it does.
napi_value tm_watch_memory(napi_env napi, napi_callback_info info) {
  napi_value values[2], watches;
  uint32_t client;
  bool wanted;
  tm_env *env = tm_arguments(napi, info, 2, values);
  if (env == NULL || napi_get_value_uint32(napi, values[0], &client) != napi_ok || napi_get_value_bool(napi, values[1], &wanted) != napi_ok ||
      client >= env->client_count)
    return NULL;
  bool before = env->clients[client].watches;
  if (wanted && !before)
    begin(env, client);
  else if (!wanted && before)
    end(env, client);
  tm_wake_idle(env);
  return napi_get_boolean(napi, env->clients[client].watches, &watches) == napi_ok ? watches : NULL;
}

// Called by Go, on the control goroutine, when it has obeyed a message. The lock keeps the environments: each leaves before it is
// closed.
void tm_watch_tell(const tm_message *obeyed) {
  if (obeyed->kind != TM_MEMORY_CHANGED && obeyed->kind != TM_STREAM_FREED) return;
  tm_lock(&watch.lock);
  for (tm_env *env = watch.first; env != NULL; env = env->watch_next) tm_wake_changed(env);
  pthread_mutex_unlock(&watch.lock);
}

// Memory has been given back: pairs with tm_wake_changed.
void tm_watch_serve(napi_env napi, tm_env *env) {
  for (uint32_t client = 0; client < env->client_count; client++) {
    napi_handle_scope scope;
    if (!env->clients[client].watches || napi_open_handle_scope(napi, &scope) != napi_ok) continue;
    tm_client_call(env, client, 0, NULL);
    TM_MAY_FAIL(napi_close_handle_scope(napi, scope), "It ends with the one around it then.");
  }
}

void tm_watch_close(tm_env *env) {
  if (env->watching > 0) leave(env);
  env->watching = 0;
}
