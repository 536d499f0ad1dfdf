// The usual way for an addon in C to leave the event loop, as a yardstick: promise() returns a promise, queues a
// napi_async_work that does nothing on libuv's pool, and resolves the promise with an empty string. call() returns the string, and
// masked() does so with signals blocked meanwhile, as a call into Go must have them.
#include <signal.h>
#include <stdlib.h>

#include <node_api.h>

typedef struct {
  napi_async_work work;
  napi_deferred deferred;
} job;

static napi_value empty_string(napi_env env) {
  napi_value text;
  napi_create_string_latin1(env, "", 0, &text);
  return text;
}

static void execute(napi_env env, void *data) {
  (void)env;
  (void)data;
}

static void complete(napi_env env, napi_status status, void *data) {
  (void)status;
  job *done = data;
  napi_resolve_deferred(env, done->deferred, empty_string(env));
  napi_delete_async_work(env, done->work);
  free(done);
}

static napi_value promise(napi_env env, napi_callback_info info) {
  (void)info;
  job *next = malloc(sizeof *next);
  napi_value result, name;
  napi_create_promise(env, &next->deferred, &result);
  napi_create_string_latin1(env, "work", NAPI_AUTO_LENGTH, &name);
  napi_create_async_work(env, NULL, name, execute, complete, next, &next->work);
  napi_queue_async_work(env, next->work);
  return result;
}

static napi_value call(napi_env env, napi_callback_info info) {
  (void)info;
  return empty_string(env);
}

static napi_value masked(napi_env env, napi_callback_info info) {
  (void)info;
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  napi_value text = empty_string(env);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return text;
}

NAPI_MODULE_INIT() {
  napi_property_descriptor functions[] = {
      {"promise", NULL, promise, NULL, NULL, NULL, napi_default, NULL},
      {"call", NULL, call, NULL, NULL, NULL, napi_default, NULL},
      {"masked", NULL, masked, NULL, NULL, NULL, napi_default, NULL},
  };
  napi_define_properties(env, exports, 3, functions);
  return exports;
}
