// The next turn of the event loop, for what would hold it too long in one. Not the wrapper's setImmediate, which the clocks of tests
// replace, and then it waits for them.
//
// A threadsafe function that is called from its own callback is served in the same turn. So there is a second one, which calls the
// first: libuv looks at the functions of a loop once a turn, one after the other, and of the way there and the way back, one leads to
// a function that it has looked at already.
#include "turn.h"

#include "calls.h"
#include "client.h"
#include "napi.h"
#include "values.h"
#include "wake.h"

static void wake(tm_env *env) {
  env->turn_due = true;
  TM_MAY_FAIL(napi_call_threadsafe_function(env->wake, NULL, napi_tsfn_nonblocking), "The environment is ending, and frees what is left.");
}

static void on_turn(napi_env napi, napi_value function, void *context, void *data) {
  (void)function;
  (void)data;
  if (napi == NULL) return;  // the environment ends
  tm_env *env = context;
  if (env->wake != NULL) wake(env);
}

void tm_turn_ask(tm_env *env) {
  if (env->turn_asked || env->wake == NULL) return;
  env->turn_asked = true;
  if (env->turn == NULL && !tm_wake_function(env, on_turn, &env->turn)) {
    wake(env);  // in this turn again, which is better than never
    return;
  }
  if (napi_call_threadsafe_function(env->turn, NULL, napi_tsfn_nonblocking) != napi_ok) wake(env);
}

// turn(client): has the client's callback called without arguments in the next turn. Returns whether it will be.
napi_value tm_turn(napi_env napi, napi_callback_info info) {
  napi_value value, asked;
  uint32_t place;
  tm_env *env = tm_arguments(napi, info, 1, &value);
  if (env == NULL || napi_get_value_uint32(napi, value, &place) != napi_ok || place >= env->client_count) return NULL;
  tm_client *client = &env->clients[place];
  bool ready = client->turn_asked || ((env->wake != NULL || tm_wake_ready(env)) && tm_client_add(env, place));
  if (ready) {
    client->turn_asked = true;  // pairs with tm_client_remove in serve
    tm_turn_ask(env);
  }
  return napi_get_boolean(napi, ready, &asked) == napi_ok ? asked : NULL;
}

static void serve(tm_env *env, uint32_t client) {
  env->clients[client].turn_asked = false;
  tm_client_call(env, client, 0, NULL);
  tm_client_remove(env, client);  // pairs with tm_client_add in tm_turn
}

bool tm_turn_begin(tm_env *env) {
  bool due = env->turn_due;
  if (due) env->turn_due = env->turn_asked = false;
  return due;
}

void tm_turn_serve(tm_env *env) {
  napi_env napi = env->napi;
  for (uint32_t client = 0; client < env->client_count; client++) {
    napi_handle_scope scope;
    if (!env->clients[client].turn_asked || napi_open_handle_scope(napi, &scope) != napi_ok) continue;
    serve(env, client);
    TM_MAY_FAIL(napi_close_handle_scope(napi, scope), "It ends with the one around it then.");
  }
}
