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

// Copies a call's arguments into a new job. The length is the string's or the view's own, as JavaScript knows it, so that one
// pass over the string suffices. NULL if there is no memory.
tm_job *tm_read_job(napi_env napi, napi_value options, napi_value input, napi_value length) {
  size_t options_length = 0;
  int64_t units = 0;
  napi_valuetype type = napi_undefined;
  void *bytes = NULL;
  size_t byte_length = 0;

  if (napi_get_value_string_utf8(napi, options, NULL, 0, &options_length) != napi_ok) options_length = 0;
  napi_typeof(napi, input, &type);
  bool text = type == napi_string;
  if (text)
    napi_get_value_int64(napi, length, &units);
  else
    napi_get_typedarray_info(napi, input, NULL, &byte_length, &bytes, NULL, NULL);

  tm_job *job = tm_job_new(text ? TM_TEXT_UTF16 : TM_BYTES, text ? (size_t)units : byte_length, options_length);
  if (job == NULL) return NULL;
  if (text)
    napi_get_value_string_utf16(napi, input, job->input, job->input_length + 1, NULL);
  else if (byte_length > 0)
    memcpy(job->input, bytes, byte_length);
  napi_get_value_string_utf8(napi, options, job->options, options_length + 1, NULL);
  return job;
}
