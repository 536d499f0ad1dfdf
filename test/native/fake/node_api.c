// Node-API without an engine, in which the call of any number can be made to fail. A failed call writes nothing, as in Node.js.
#include "node_api.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static uint32_t calls, failing;

void fake_fail(uint32_t call) {
  calls = 0;
  failing = call;
}
bool fake_failed(void) { return failing > 0 && calls >= failing; }

#define MAY_FAIL() \
  if (++calls == failing) return napi_generic_failure

// ---- values ----

static fake_value *values[100000];
static size_t value_count;

static fake_value *value_new(napi_valuetype type) {
  assert(value_count < sizeof values / sizeof *values);
  fake_value *made = calloc(1, sizeof *made);
  assert(made != NULL);
  made->type = type;
  values[value_count++] = made;
  return made;
}

napi_value fake_undefined(void) { return (napi_value)value_new(napi_undefined); }

napi_value fake_number(double number) {
  fake_value *made = value_new(napi_number);
  made->number = number;
  return (napi_value)made;
}

napi_value fake_boolean(bool is) {
  fake_value *made = value_new(napi_boolean);
  made->number = is;
  return (napi_value)made;
}

// A string of so many units, which repeat the letters.
napi_value fake_string(const char *letters, size_t length) {
  fake_value *made = value_new(napi_string);
  made->units = malloc((length + 1) * sizeof *made->units);
  for (size_t i = 0; i < length; i++) made->units[i] = (char16_t)letters[i % strlen(letters)];
  made->length = length;
  return (napi_value)made;
}

napi_value fake_array(napi_value *items, size_t length) {
  fake_value *made = value_new(napi_object);
  made->items = malloc(length * sizeof *items);
  memcpy(made->items, items, length * sizeof *items);
  made->length = length;
  made->is_array = true;
  return (napi_value)made;
}

napi_value fake_bytes(const char *bytes) {
  fake_value *made = value_new(napi_object);
  made->data = strdup(bytes);
  made->length = strlen(bytes);
  made->is_bytes = true;
  return (napi_value)made;
}

void fake_collect(void) {
  while (value_count > 0) {
    fake_value *one = values[--value_count];
    if (one->finalize != NULL) one->finalize(NULL, one->data, NULL);
    if (one->is_bytes) free(one->data);
    free(one->units);
    free(one->items);
    free(one);
  }
}

static napi_status make_number(double number, napi_value *to) {
  *to = fake_number(number);
  return napi_ok;
}

napi_status napi_create_double(napi_env env, double number, napi_value *to) {
  MAY_FAIL();
  return make_number(number, to);
}
napi_status napi_create_uint32(napi_env env, uint32_t number, napi_value *to) {
  MAY_FAIL();
  return make_number(number, to);
}
napi_status napi_get_undefined(napi_env env, napi_value *to) {
  MAY_FAIL();
  *to = fake_undefined();
  return napi_ok;
}
napi_status napi_get_boolean(napi_env env, bool is, napi_value *to) {
  MAY_FAIL();
  *to = fake_boolean(is);
  return napi_ok;
}
napi_status napi_create_object(napi_env env, napi_value *to) {
  MAY_FAIL();
  *to = (napi_value)value_new(napi_object);
  return napi_ok;
}
napi_status napi_create_function(napi_env env, const char *name, size_t length, napi_callback callback, void *data, napi_value *to) {
  MAY_FAIL();
  *to = (napi_value)value_new(napi_function);
  return napi_ok;
}
napi_status napi_set_named_property(napi_env env, napi_value object, const char *name, napi_value value) {
  MAY_FAIL();
  assert(value != NULL);
  if (strcmp(name, "code") == 0) ((fake_value *)object)->code = (fake_value *)value;
  return napi_ok;
}
static napi_status make_string(const void *text, size_t size, size_t length, napi_value *to) {
  fake_value *made = value_new(napi_string);
  if (length == NAPI_AUTO_LENGTH) length = strlen(text);
  made->units = calloc(length + 1, sizeof *made->units);
  for (size_t i = 0; i < length; i++) made->units[i] = size == 1 ? ((const uint8_t *)text)[i] : ((const char16_t *)text)[i];
  made->length = length;
  *to = (napi_value)made;
  return napi_ok;
}
napi_status napi_create_string_latin1(napi_env env, const char *text, size_t length, napi_value *to) {
  MAY_FAIL();
  return make_string(text, 1, length, to);
}
napi_status napi_create_string_utf8(napi_env env, const char *text, size_t length, napi_value *to) {
  MAY_FAIL();
  return make_string(text, 1, length, to);
}
napi_status napi_create_string_utf16(napi_env env, const char16_t *text, size_t length, napi_value *to) {
  MAY_FAIL();
  return make_string(text, 2, length, to);
}
napi_status napi_create_arraybuffer(napi_env env, size_t length, void **data, napi_value *to) {
  MAY_FAIL();
  fake_value *made = value_new(napi_object);
  made->data = *data = calloc(1, length + 1);
  made->length = length;
  made->is_bytes = true;
  *to = (napi_value)made;
  return napi_ok;
}
napi_status napi_create_external(napi_env env, void *data, napi_finalize finalize, void *hint, napi_value *to) {
  MAY_FAIL();
  fake_value *made = value_new(napi_external);
  made->data = data;
  made->finalize = finalize;
  *to = (napi_value)made;
  return napi_ok;
}

static fake_value *of(napi_value value, napi_valuetype type) {
  fake_value *one = (fake_value *)value;
  assert(one != NULL);
  return one->type == type ? one : NULL;
}

#define NUMBER(name, c_type, kind)                                       \
  napi_status name(napi_env env, napi_value value, c_type *to) {         \
    MAY_FAIL();                                                          \
    if (of(value, kind) == NULL) return napi_number_expected;            \
    *to = (c_type)of(value, kind)->number;                               \
    return napi_ok;                                                      \
  }
NUMBER(napi_get_value_double, double, napi_number)
NUMBER(napi_get_value_uint32, uint32_t, napi_number)
NUMBER(napi_get_value_int64, int64_t, napi_number)
NUMBER(napi_get_value_bool, bool, napi_boolean)

napi_status napi_typeof(napi_env env, napi_value value, napi_valuetype *to) {
  MAY_FAIL();
  *to = ((fake_value *)value)->type;
  return napi_ok;
}
napi_status napi_get_value_external(napi_env env, napi_value value, void **to) {
  MAY_FAIL();
  if (of(value, napi_external) == NULL) return napi_invalid_arg;
  *to = of(value, napi_external)->data;
  return napi_ok;
}
napi_status napi_get_value_string_utf16(napi_env env, napi_value value, char16_t *to, size_t size, size_t *length) {
  MAY_FAIL();
  fake_value *text = of(value, napi_string);
  if (text == NULL) return napi_string_expected;
  *length = text->length < size ? text->length : size - 1;
  memcpy(to, text->units, *length * sizeof *to);
  to[*length] = 0;
  return napi_ok;
}
napi_status napi_get_value_string_utf8(napi_env env, napi_value value, char *to, size_t size, size_t *length) {
  MAY_FAIL();
  fake_value *text = of(value, napi_string);
  if (text == NULL) return napi_string_expected;
  size_t written = to == NULL || text->length < size ? text->length : size - 1;
  for (size_t i = 0; to != NULL && i < written; i++) to[i] = (char)text->units[i];
  if (length != NULL) *length = written;
  return napi_ok;
}
napi_status napi_get_array_length(napi_env env, napi_value value, uint32_t *length) {
  MAY_FAIL();
  if (!((fake_value *)value)->is_array) return napi_array_expected;
  *length = (uint32_t)((fake_value *)value)->length;
  return napi_ok;
}
napi_status napi_get_element(napi_env env, napi_value value, uint32_t i, napi_value *to) {
  MAY_FAIL();
  *to = ((fake_value *)value)->items[i];
  return napi_ok;
}
napi_status napi_get_typedarray_info(napi_env env, napi_value value, napi_typedarray_type *type, size_t *length, void **data, napi_value *buffer, size_t *offset) {
  MAY_FAIL();
  fake_value *view = (fake_value *)value;
  if (!view->is_bytes) return napi_invalid_arg;
  *length = view->length;
  *data = view->data;
  if (buffer != NULL) *buffer = value;
  return napi_ok;
}
napi_status napi_is_typedarray(napi_env env, napi_value value, bool *is) {
  MAY_FAIL();
  *is = ((fake_value *)value)->is_bytes;
  return napi_ok;
}
napi_status napi_is_arraybuffer(napi_env env, napi_value value, bool *is) {
  MAY_FAIL();
  *is = ((fake_value *)value)->is_bytes;
  return napi_ok;
}
napi_status napi_create_external_arraybuffer(napi_env env, void *data, size_t length, napi_finalize finalize, void *hint, napi_value *to) {
  MAY_FAIL();
  return napi_no_external_buffers_allowed;
}

// ---- functions, references, scopes ----

napi_status napi_get_cb_info(napi_env env, napi_callback_info info, size_t *count, napi_value *to, napi_value *receiver, void **data) {
  MAY_FAIL();
  const fake_call *call = (const fake_call *)info;
  if (to != NULL) memcpy(to, call->arguments, *count * sizeof *to);
  *data = call->data;
  return napi_ok;
}
napi_status napi_create_reference(napi_env env, napi_value value, uint32_t count, napi_ref *to) {
  MAY_FAIL();
  *to = (napi_ref)value;
  return napi_ok;
}
napi_status napi_get_reference_value(napi_env env, napi_ref reference, napi_value *to) {
  MAY_FAIL();
  *to = (napi_value)reference;
  return napi_ok;
}

napi_status napi_call_function(napi_env env, napi_value receiver, napi_value function, size_t count, const napi_value *arguments, napi_value *result) {
  MAY_FAIL();
  assert(receiver != NULL && function != NULL);
  for (size_t i = 0; i < count; i++) assert(arguments[i] != NULL);
  fake_called(count, arguments);
  return napi_ok;
}

#define NOTHING(name, ...)         \
  napi_status name(__VA_ARGS__) {  \
    MAY_FAIL();                    \
    return napi_ok;                \
  }
NOTHING(napi_delete_reference, napi_env env, napi_ref reference)
NOTHING(napi_reference_ref, napi_env env, napi_ref reference, uint32_t *count)
NOTHING(napi_reference_unref, napi_env env, napi_ref reference, uint32_t *count)
NOTHING(napi_close_handle_scope, napi_env env, napi_handle_scope scope)
NOTHING(napi_fatal_exception, napi_env env, napi_value error)
NOTHING(napi_add_env_cleanup_hook, napi_env env, void (*hook)(void *), void *data)
NOTHING(napi_remove_env_cleanup_hook, napi_env env, void (*hook)(void *), void *data)
NOTHING(napi_throw_type_error, napi_env env, const char *code, const char *message)
NOTHING(napi_adjust_external_memory, napi_env env, int64_t change, int64_t *now)

napi_status napi_open_handle_scope(napi_env env, napi_handle_scope *scope) {
  MAY_FAIL();
  *scope = NULL;
  return napi_ok;
}
napi_status napi_is_exception_pending(napi_env env, bool *is) {
  MAY_FAIL();
  *is = false;
  return napi_ok;
}
napi_status napi_get_and_clear_last_exception(napi_env env, napi_value *error) {
  MAY_FAIL();
  *error = fake_undefined();
  return napi_ok;
}

// ---- threadsafe functions ----

struct napi_threadsafe_function__ {
  napi_threadsafe_function_call_js on_call;
  void *context;
  uint32_t waiting;
  bool released;
};

static napi_threadsafe_function functions[8];
static size_t function_count;

napi_status napi_create_threadsafe_function(napi_env env, napi_value function, napi_value resource, napi_value name, size_t queue, size_t threads, void *data,
                                            napi_finalize finalize, void *context, napi_threadsafe_function_call_js on_call, napi_threadsafe_function *to) {
  MAY_FAIL();
  assert(function_count < sizeof functions / sizeof *functions);
  *to = functions[function_count++] = calloc(1, sizeof **to);
  **to = (struct napi_threadsafe_function__){.on_call = on_call, .context = context};
  return napi_ok;
}
static napi_status use(napi_threadsafe_function function) {
  assert(function != NULL && !function->released);
  return napi_ok;
}
napi_status napi_call_threadsafe_function(napi_threadsafe_function function, void *data, napi_threadsafe_function_call_mode mode) {
  MAY_FAIL();
  function->waiting++;
  return use(function);
}
napi_status napi_ref_threadsafe_function(napi_env env, napi_threadsafe_function function) {
  MAY_FAIL();
  return use(function);
}
napi_status napi_unref_threadsafe_function(napi_env env, napi_threadsafe_function function) {
  MAY_FAIL();
  return use(function);
}
napi_status napi_release_threadsafe_function(napi_threadsafe_function function, napi_threadsafe_function_release_mode mode) {
  MAY_FAIL();
  use(function);
  function->released = true;
  return napi_ok;
}

// Returns false when there is nothing to do.
bool fake_turn(napi_env env) {
  bool worked = false;
  for (size_t i = 0; i < function_count; i++) {
    uint32_t waiting = functions[i]->waiting;
    functions[i]->waiting = 0;
    for (uint32_t n = 0; n < waiting && !functions[i]->released; n++) functions[i]->on_call(env, NULL, functions[i]->context, NULL);
    worked = worked || waiting > 0;
  }
  return worked;
}

void fake_end(void) {
  while (function_count > 0) free(functions[--function_count]);
}
