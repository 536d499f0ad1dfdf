// The usual way for an addon to leave the event loop, as a yardstick: work() returns a promise, queues a napi_async_work that
// does nothing on libuv's pool, and resolves the promise with an empty string.
#include <stdlib.h>

#include <node_api.h>

typedef struct {
  napi_async_work work;
  napi_deferred deferred;
} job;

static void execute(napi_env env, void *data) {
  (void)env;
  (void)data;
}

static void complete(napi_env env, napi_status status, void *data) {
  (void)status;
  job *done = data;
  napi_value text;
  napi_create_string_latin1(env, "", 0, &text);
  napi_resolve_deferred(env, done->deferred, text);
  napi_delete_async_work(env, done->work);
  free(done);
}

static napi_value work(napi_env env, napi_callback_info info) {
  (void)info;
  job *next = malloc(sizeof *next);
  napi_value promise, name;
  napi_create_promise(env, &next->deferred, &promise);
  napi_create_string_latin1(env, "work", NAPI_AUTO_LENGTH, &name);
  napi_create_async_work(env, NULL, name, execute, complete, next, &next->work);
  napi_queue_async_work(env, next->work);
  return promise;
}

NAPI_MODULE_INIT() {
  napi_value function;
  napi_create_function(env, "work", NAPI_AUTO_LENGTH, work, NULL, &function);
  napi_set_named_property(env, exports, "work", function);
  return exports;
}
