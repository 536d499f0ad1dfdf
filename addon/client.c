// There can be several clients in an environment: Jest gives each test file its own copy of the wrapper, but only one of the addon.
#include "client.h"

#include <stdlib.h>

#include "calls.h"
#include "internal/queue/status.generated.h"
#include "napi.h"
#include "values.h"

static bool is_collected(napi_env napi, napi_ref reference) {
  napi_value value = NULL;
  return napi_get_reference_value(napi, reference, &value) != napi_ok || value == NULL;
}

// attach(onSettled, externalFrom): the wrapper becomes a client. The places of collected ones are used again. Markdown of externalFrom
// bytes and more is not copied into V8; 0: all of it is.
napi_value tm_attach(napi_env napi, napi_callback_info info) {
  napi_value values[2];
  tm_env *env = tm_arguments(napi, info, 2, values);
  int64_t external_from;
  napi_ref on_settled;
  if (env == NULL || napi_get_value_int64(napi, values[1], &external_from) != napi_ok) return tm_number(napi, TM_UNAVAILABLE);
  env->external_from = (size_t)external_from;
  uint32_t place = 0;
  while (place < env->client_count && !(env->clients[place].pending == 0 && is_collected(napi, env->clients[place].on_settled))) place++;
  bool used_again = place < env->client_count;
  if (!used_again) {
    tm_client *clients = realloc(env->clients, (place + 1) * sizeof *clients);
    if (clients == NULL) return tm_number(napi, TM_NO_MEMORY);
    env->clients = clients;
  }
  if (napi_create_reference(napi, values[0], 0, &on_settled) != napi_ok) return tm_number(napi, TM_UNAVAILABLE);
  if (used_again)
    TM_MAY_FAIL(napi_delete_reference(napi, env->clients[place].on_settled), "It goes with the environment then.");
  else
    env->client_count++;
  env->clients[place] = (tm_client){.on_settled = on_settled};
  return tm_number(napi, place);
}

// A callback that throws is a bug of the wrapper, not of the caller: it is reported as uncaught instead of lost.
bool tm_client_call(tm_env *env, uint32_t client, size_t count, napi_value *values) {
  napi_env napi = env->napi;
  napi_value receiver, callback = NULL, error;
  if (napi_get_undefined(napi, &receiver) != napi_ok) return false;
  if (napi_get_reference_value(napi, env->clients[client].on_settled, &callback) != napi_ok || callback == NULL) return false;
  napi_status status = napi_call_function(napi, receiver, callback, count, values, NULL);
  if (status == napi_pending_exception && napi_get_and_clear_last_exception(napi, &error) == napi_ok)
    TM_MAY_FAIL(napi_fatal_exception(napi, error), "There is nobody else to tell.");
  return status == napi_ok;
}

// While a client has calls in flight its callback must not be collected, and while anyone has, the process must not end.
bool tm_client_add(tm_env *env, uint32_t client) {
  tm_client *adding = &env->clients[client];
  if (adding->pending == 0 && napi_reference_ref(env->napi, adding->on_settled, NULL) != napi_ok) return false;
  adding->pending++;
  if (env->pending++ > 0 || napi_ref_threadsafe_function(env->napi, env->wake) == napi_ok) return true;
  tm_client_remove(env, client);
  return false;
}

void tm_client_remove(tm_env *env, uint32_t client) {
  tm_client *removing = &env->clients[client];
  if (--removing->pending == 0)
    TM_MAY_FAIL(napi_reference_unref(env->napi, removing->on_settled, NULL), "The callback stays for the next call then.");
  if (--env->pending == 0 && env->wake != NULL)
    TM_MAY_FAIL(napi_unref_threadsafe_function(env->napi, env->wake), "The environment is ending.");
}
