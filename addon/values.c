// The only file that reads the input and the options out of JavaScript and makes the Markdown there. Everything is copied:
// a buffer can be transferred, shrunk or collected while a worker reads it, and V8 does not move strings to other threads.
#include <limits.h>
#include <string.h>

#include "shim.h"

// The error codes of ConvertError, in the order of tm_code.
static const char *const code_names[] = {
    [TM_INVALID_OPTION] = "ERR_INVALID_OPTION",
    [TM_INPUT_TOO_LARGE] = "ERR_INPUT_TOO_LARGE",
    [TM_CLOSED] = "ERR_CLOSED",
    [TM_INTERNAL] = "ERR_INTERNAL",
};

static napi_value error_value(napi_env napi, tm_code code, napi_value message) {
  napi_value error, name;
  if (napi_create_object(napi, &error) != napi_ok) return NULL;
  napi_create_string_latin1(napi, code_names[code], NAPI_AUTO_LENGTH, &name);
  napi_set_named_property(napi, error, "code", name);
  napi_set_named_property(napi, error, "message", message);
  return error;
}

static napi_value fixed_error(napi_env napi, tm_code code, const char *text) {
  napi_value message;
  bool pending = false;
  if (napi_is_exception_pending(napi, &pending) == napi_ok && pending) napi_get_and_clear_last_exception(napi, &message);
  if (napi_create_string_latin1(napi, text, NAPI_AUTO_LENGTH, &message) != napi_ok) return NULL;
  return error_value(napi, code, message);
}

// A copy, also of what is long: V8 frees external strings in major collections only, to which they give it no cause. Calls in a
// loop held 1 GB of them after 2,000 results of 0.5 MB, and took twice as long as with copies (Node.js 20 to 24; 26: six times).
napi_value tm_outcome(napi_env napi, const tm_job *job) {
  if (job->result == NULL) return fixed_error(napi, TM_INTERNAL, "There was no memory for the result; convert smaller or fewer documents at a time.");
  napi_value text = NULL;
  napi_status status = napi_invalid_arg;
  if (job->result_length <= INT_MAX) {
    status = job->wide ? napi_create_string_utf16(napi, job->result, job->result_length, &text)
                       : napi_create_string_latin1(napi, job->result, job->result_length, &text);
  }
  if (status != napi_ok)
    return fixed_error(napi, TM_INPUT_TOO_LARGE, "The Markdown is longer than a JavaScript string can be; set maxOutputBytes or split the document.");
  return job->code == TM_OK ? text : error_value(napi, job->code, text);
}

// A string is told from bytes by its type; its length is the one that JavaScript knows.
static bool is_text(napi_env napi, napi_value input) {
  napi_valuetype type = napi_undefined;
  napi_typeof(napi, input, &type);
  return type == napi_string;
}

size_t tm_input_size(napi_env napi, napi_value input, napi_value length) {
  int64_t units = 0;
  napi_get_value_int64(napi, length, &units);
  return (size_t)units * (is_text(napi, input) ? sizeof(char16_t) : 1);
}

// Copies a call's arguments into a new job. With the length at hand, one pass over the string suffices. UTF-16, since
// V8's own UTF-8 takes 5 to 11 times as long as the copy and tm_utf16_to_utf8, unless a string is all ASCII, which Node-API does
// not tell. NULL without memory.
tm_job *tm_read_job(napi_env napi, napi_value options, napi_value input, napi_value length) {
  size_t options_length = 0, input_length = 0;
  void *bytes = NULL;
  if (napi_get_value_string_utf8(napi, options, NULL, 0, &options_length) != napi_ok) options_length = 0;
  bool text = is_text(napi, input);
  if (text) {
    int64_t units = 0;
    napi_get_value_int64(napi, length, &units);
    input_length = (size_t)units;
  } else {
    napi_get_typedarray_info(napi, input, NULL, &input_length, &bytes, NULL, NULL);
  }

  tm_job *job = tm_job_new(text ? TM_TEXT_UTF16 : TM_BYTES, input_length, options_length);
  if (job == NULL) return NULL;
  if (text)
    napi_get_value_string_utf16(napi, input, job->input, input_length + 1, NULL);
  else if (input_length > 0)
    memcpy(job->input, bytes, input_length);
  napi_get_value_string_utf8(napi, options, job->options, options_length + 1, NULL);
  return job;
}
