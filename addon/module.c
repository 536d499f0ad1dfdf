// The module: the table of everything that JavaScript can call, and how an environment begins and ends.
#include "calls.h"
#include "environment.h"
#include "host.h"
#include "napi.h"
#include "settle.h"
#include "shutdown.h"
#include "signals.h"

#ifndef TIDEMARK_VERSION
#define TIDEMARK_VERSION "0.0.0"
#endif

static const struct {
  const char *name;
  napi_callback function;
} exported[] = {
    {"attach", tm_attach},
    {"submit", tm_submit},
    {"draftOpen", tm_draft_open},
    {"draftAppend", tm_draft_append},
    {"draftSubmit", tm_draft_submit},
    {"draftDrop", tm_draft_drop},
    {"streamOpen", tm_stream_open},
    {"streamSend", tm_stream_send},
    {"streamClose", tm_stream_close},
    {"wakeWorkers", tm_wake_workers},
    {"turn", tm_turn},
    {"watchMemory", tm_watch_memory},
    {"cancel", tm_cancel},
    {"release", tm_release},
    {"convertSync", tm_convert_sync},
    {"documentOpen", tm_document_open},
    {"documentSend", tm_document_send},
    {"documentClose", tm_document_close},
    {"checkOptions", tm_check_options},
    {"describeSelector", tm_describe_selector},
    {"configure", tm_configure},
    {"suggestMemoryLimit", tm_suggest_memory_limit},
    {"stats", tm_stats},
};

// Runs when the environment has ended, after its cleanup hooks. It closes too, for an environment that never made a call and
// so never added the hook.
static void finalize(napi_env napi, void *data, void *hint) {
  (void)napi;
  (void)hint;
  tm_env_close(data);
  tm_env_drop(data);  // pairs with the reference that tm_env_new made
}

static bool export_all(napi_env napi, tm_env *env, napi_value exports) {
  napi_value value;
  for (size_t i = 0; i < sizeof exported / sizeof *exported; i++) {
    if (napi_create_function(napi, exported[i].name, NAPI_AUTO_LENGTH, exported[i].function, env, &value) != napi_ok) return false;
    if (napi_set_named_property(napi, exports, exported[i].name, value) != napi_ok) return false;
  }
  return napi_create_string_latin1(napi, TIDEMARK_VERSION, NAPI_AUTO_LENGTH, &value) == napi_ok &&
         napi_set_named_property(napi, exports, "version", value) == napi_ok;
}

static napi_value refuse(napi_env napi, const char *why) {
  TM_MAY_FAIL(napi_throw_error(napi, NULL, why), "An exception is pending then.");
  return NULL;
}

NAPI_MODULE_INIT(/* napi_env env, napi_value exports */) {
  tm_signals_loaded();
  tm_host_stay();
  tm_env *state = tm_env_new(env, (tm_hooks){.wake = tm_on_wake, .teardown = tm_on_teardown});
  if (state == NULL) return refuse(env, "There was no memory for tidemark's environment.");
  if (napi_set_instance_data(env, state, finalize, NULL) != napi_ok) {
    tm_env_close(state);
    tm_env_drop(state);
    return refuse(env, "The environment takes no data of tidemark's: it is ending.");
  }
  return export_all(env, state, exports) ? exports : refuse(env, "The functions of tidemark could not be made: the environment is ending.");
}
