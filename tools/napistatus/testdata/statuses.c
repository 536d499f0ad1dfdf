// Every line whose status is dropped says so.
#include <node_api.h>

#define TM_MAY_FAIL(status, why) ((void)(status))

static struct {
  napi_status (*latin1)(napi_env, char *);
} make;

static napi_status own(napi_env env) { return napi_get_undefined(env, NULL); }

static napi_value good(napi_env env, napi_value value) {
  // napi_close_handle_scope(env, scope); in a comment, and "napi_close_handle_scope(env, scope);"
  double number;
  if (napi_get_value_double(env, value, &number) != napi_ok) return NULL;
  if (napi_ok != napi_get_value_double(env, value, &number)) return NULL;
  if (own(env) || number > 0 || napi_get_value_double(env, value, &number)) return NULL;
  napi_status status = number > 0 ? make.latin1(env, NULL) : napi_get_undefined(env, &value);
  if (status != napi_ok) return NULL;
  status = napi_get_undefined(env, &value);
  while (status == napi_ok && !napi_get_undefined(env, &value)) status = napi_generic_failure;
  check(env, napi_get_undefined(env, &value));
  bool right = (napi_get_undefined(env, &value)) == napi_ok && napi_get_undefined(env, &value) == napi_ok;
  TM_MAY_FAIL(napi_get_undefined(env, &value), "Nobody minds.");
  napi_fatal_error(NULL, 0, "over", NAPI_AUTO_LENGTH);
  return right ? (napi_value)(value) : NULL;
}

static napi_status passed_on(napi_env env, napi_value value, bool one) {
  return one ? napi_get_undefined(env, &value) : (int)napi_get_undefined(env, &value);
}

static void bad(napi_env env, napi_value value) {
  double number;
  napi_get_value_double(env, value, &number);                         // want
  (void)napi_get_value_double(env, value, &number);                   // want
  ((napi_get_value_double(env, value, &number)));                     // want
  if (number > 0) napi_get_undefined(env, &value);                    // want
  else napi_get_undefined(env, &value);                               // want
  for (napi_get_undefined(env, &value); number > 0;) own(env);        // want // want
  number > 0 && napi_get_undefined(env, &value);                      // want
  number > 0 ? make.latin1(env, NULL) : own(env);                     // want // want
  number = 1, napi_get_undefined(env, &value);                        // want
  if (napi_get_undefined(env, &value), number > 0) return;            // want
  if (number > 0, napi_get_undefined(env, &value)) return;
  napi_status status = napi_get_undefined(env, &value);               // want
  status = napi_get_undefined(env, &value);                           // want
  node_api_create_external_string_latin1(env, NULL);                  // want
  switch (1) {
    case 1: napi_get_undefined(env, &value);                          // want
    default: napi_get_undefined(env, &value);                         // want
  }
  TM_MAY_FAIL(napi_get_undefined(env, &value), "");                   // want
  TM_MAY_FAIL(napi_get_undefined(env, &value));                       // want
  TM_MAY_FAIL(number, "There is no call.");                           // want
}

// That another function reads a variable of the same name is no excuse.
static bool other(void) {
  napi_status status = napi_ok;
  return status == napi_ok;
}
