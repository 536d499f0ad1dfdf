#ifndef FAKE_NODE_API_H
#define FAKE_NODE_API_H

#include <stdbool.h>
#include <uchar.h>

#include "../../../addon/napi.h"

typedef struct fake_value {
  napi_valuetype type;
  double number;     // or a boolean
  char16_t *units;   // of a string
  size_t length;     // of a string, an array or a view
  bool is_array, is_bytes;
  napi_value *items;
  void *data;        // of a view or an external
  napi_finalize finalize;
  struct fake_value *code;  // that of an error
} fake_value;

typedef struct {
  void *data;
  const napi_value *arguments;
} fake_call;

napi_value fake_undefined(void);
napi_value fake_number(double number);
napi_value fake_boolean(bool is);
napi_value fake_string(const char *letters, size_t length);
napi_value fake_array(napi_value *items, size_t length);
napi_value fake_bytes(const char *bytes);

void fake_fail(uint32_t call);  // counts calls from here on, and fails the one of that number; 0: none
bool fake_failed(void);
bool fake_turn(napi_env env);  // of the event loop
void fake_collect(void);       // finalizes and frees all values
void fake_end(void);           // frees the threadsafe functions

// What the program does when a function of JavaScript is called.
void fake_called(size_t count, const napi_value *arguments);

#endif
