// The only file that reads the input and the options out of JavaScript and makes the Markdown there. Everything is copied:
// a buffer can be transferred, shrunk or collected while a worker reads it, and V8 does not move strings to other threads.
#include "values.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "border.generated.h"
#include "external.h"
#include "internal/queue/job.h"
#include "internal/queue/result.h"
#include "internal/transcode/transcode.h"
#include "napi.h"

tm_env *tm_arguments(napi_env napi, napi_callback_info info, size_t count, napi_value *values) {
  void *env;
  return napi_get_cb_info(napi, info, &count, values, NULL, &env) == napi_ok ? env : NULL;
}

tm_env *tm_work_arguments(napi_env napi, napi_callback_info info, size_t count, napi_value *values) {
  tm_env *env = tm_arguments(napi, info, count, values);
  if (env != NULL) tm_env_open(env);
  return env;
}

napi_value tm_number(napi_env napi, double value) {
  napi_value number;
  return napi_create_double(napi, value, &number) == napi_ok ? number : NULL;
}

static napi_value error_value(napi_env napi, tm_code code, napi_value message) {
  napi_value error, name;
  bool made = napi_create_object(napi, &error) == napi_ok && napi_create_string_latin1(napi, tm_code_names[code], NAPI_AUTO_LENGTH, &name) == napi_ok &&
              napi_set_named_property(napi, error, "code", name) == napi_ok && napi_set_named_property(napi, error, "message", message) == napi_ok;
  return made ? error : tm_number(napi, TM_UNAVAILABLE);
}

static napi_value fixed_error(napi_env napi, tm_code code, const char *text) {
  napi_value message;
  bool pending = false;
  if (napi_is_exception_pending(napi, &pending) == napi_ok && pending)
    TM_MAY_FAIL(napi_get_and_clear_last_exception(napi, &message), "Then what follows fails too.");
  if (napi_create_string_latin1(napi, text, NAPI_AUTO_LENGTH, &message) != napi_ok) return tm_number(napi, TM_UNAVAILABLE);
  return error_value(napi, code, message);
}

static napi_value copied_text(napi_env napi, const tm_job *job) {
  napi_value text;
  if (job->result_length > INT_MAX) return NULL;
  napi_status made = job->wide ? napi_create_string_utf16(napi, (const char16_t *)job->result->content, job->result_length, &text)
                               : napi_create_string_latin1(napi, (const char *)job->result->content, job->result_length, &text);
  return made == napi_ok ? text : NULL;
}

static napi_value copied_bytes(napi_env napi, const tm_job *job, const char *too_large) {
  napi_value buffer;
  void *bytes;
  if (napi_create_arraybuffer(napi, job->result_length, &bytes, &buffer) != napi_ok) return fixed_error(napi, TM_INPUT_TOO_LARGE, too_large);
  memcpy(bytes, job->result->content, job->result_length);
  return buffer;
}

// The Markdown, a text or UTF-8 in an ArrayBuffer, what rules ask in another, {code, message}, or TM_UNAVAILABLE where V8 takes no more values. A job without a result is one for which there was no
// memory, itself included.
napi_value tm_outcome(napi_env napi, tm_env *env, tm_job *job) {
  if (job == NULL || job->result == NULL) return fixed_error(napi, TM_INTERNAL, "There was no memory for the result; convert smaller or fewer documents at a time.");
  if (job->code == TM_ASKS) return copied_bytes(napi, job, "The tree of the document is larger than an ArrayBuffer can be; split the document.");
  if (job->utf8 && job->code == TM_OK) {
    napi_value bytes = tm_external_bytes(napi, env, job);
    if (bytes != NULL) return bytes;
    return copied_bytes(napi, job, "The Markdown is longer than an ArrayBuffer can be; set maxOutputBytes or split the document.");
  }
  napi_value text = tm_external_text(napi, env, job);
  if (text == NULL) text = copied_text(napi, job);
  if (text == NULL)
    return fixed_error(napi, TM_INPUT_TOO_LARGE, "The Markdown is longer than a JavaScript string can be; set maxOutputBytes or split the document.");
  return job->code == TM_OK ? text : error_value(napi, job->code, text);
}

// ---- input ----

// A text of up to TM_SLICE_UNITS becomes UTF-8 at once, while it is in the processor's cache. Longer ones that workers take are copied as
// they are, which holds the event loop for half as long. Those that stay on this thread, and parts of very long ones, which would take
// two bytes for each unit, come from js/native/input.ts in slices of that length, since Node-API reads a string from its beginning only.
// V8's own UTF-8 takes several times as long before Node.js 26.
//
// The scratch holds the units of a slice; one more, which the slice before may leave; another, which tells a slice that is too long; and
// the terminator: an even number. Before them there is room for the UTF-8 of a text that is no longer than a slice: see tm_utf16_to_utf8.
enum { SCRATCH_UNITS = TM_SLICE_UNITS + 4, SCRATCH_SIZE = 3 * SCRATCH_UNITS };

static uint8_t *scratch_of(tm_env *env) {
  if (env->scratch == NULL) env->scratch = malloc(SCRATCH_SIZE);
  return env->scratch;
}

static char16_t *units_of(uint8_t *scratch) { return (char16_t *)(scratch + SCRATCH_UNITS); }

static bool is_lead_surrogate(char16_t unit) { return unit >= 0xd800 && unit <= 0xdbff; }

// Reads a slice, and how many units of it are to become UTF-8 now. *lead is the half of a pair that the slice before ended with, or 0;
// then that of this slice, unless it is the last. Returns false if all of it cannot be read.
static bool read_units(napi_env napi, char16_t *units, napi_value slice, bool last, char16_t *lead, size_t *length) {
  size_t before = *lead != 0;
  units[0] = *lead;
  if (napi_get_value_string_utf16(napi, slice, units + before, TM_SLICE_UNITS + 2, length) != napi_ok || *length > TM_SLICE_UNITS) return false;
  *length += before;
  *lead = !last && *length > 0 && is_lead_surrogate(units[*length - 1]) ? units[--*length] : 0;
  return true;
}

// Frees a job whose call cannot be read. A document is taken whole or not at all.
static tm_job *unread(tm_job *job) {
  if (job != NULL) tm_job_free(job);
  return NULL;
}

// Adds the slices of a text to a job, or those of a part of it. Between parts, *lead is the half of a pair of surrogates; 0 before the
// first. Returns the job, which may have moved, or NULL, and then the job is freed.
tm_job *tm_append_text(napi_env napi, tm_env *env, tm_job *job, napi_value slices, bool last, char16_t *lead) {
  uint8_t *scratch = scratch_of(env);
  uint32_t count;
  if (scratch == NULL || napi_get_array_length(napi, slices, &count) != napi_ok) return unread(job);
  char16_t *units = units_of(scratch);
  for (uint32_t i = 0; i < count && job != NULL; i++) {
    napi_value slice;
    size_t length;
    if (napi_get_element(napi, slices, i, &slice) != napi_ok) return unread(job);
    if (!read_units(napi, units, slice, last && i + 1 == count, lead, &length)) return unread(job);
    job = tm_job_reserve(job, 3 * length);
    if (job != NULL) job->document_length += tm_utf16_to_utf8(job->document + job->document_length, units, length);
  }
  return job;
}

static tm_job *new_job(napi_env napi, tm_input_kind kind, size_t capacity, napi_value options) {
  size_t length, read = 0;
  if (napi_get_value_string_utf8(napi, options, NULL, 0, &length) != napi_ok) return NULL;
  tm_job *job = tm_job_new(kind, capacity, length);
  if (job == NULL || length == 0) return job;
  if (napi_get_value_string_utf8(napi, options, job->options, length + 1, &read) != napi_ok || read != length) return unread(job);
  return job;
}

tm_job *tm_new_bytes_job(napi_env napi, napi_value options) { return new_job(napi, TM_BYTES, 0, options); }

// Returns a job for a text of that many units, which is to be added in slices. Most characters of most texts take one byte, but before the
// last slice there must be room for three bytes for each unit.
tm_job *tm_new_text_job(napi_env napi, napi_value options, size_t length) {
  return new_job(napi, TM_TEXT, length + length / 16 + 2 * TM_SLICE_UNITS, options);
}

// A long text for a worker, which turns it into UTF-8: see documentOf in conversion.go.
static tm_job *read_units_whole(napi_env napi, napi_value options, napi_value text, size_t length) {
  tm_job *job = new_job(napi, TM_UNITS, (length + 1) * sizeof(char16_t) + 1, options);
  if (job == NULL) return NULL;
  napi_status status = napi_get_value_string_utf16(napi, text, tm_job_units(job), length + 1, &job->document_length);
  return status == napi_ok && job->document_length == length ? job : unread(job);
}

// A text that is no longer than a slice.
static tm_job *read_short(napi_env napi, tm_env *env, napi_value options, napi_value text) {
  uint8_t *scratch = scratch_of(env);
  char16_t none = 0;
  size_t length;
  if (scratch == NULL || !read_units(napi, units_of(scratch), text, true, &none, &length)) return NULL;
  length = tm_utf16_to_utf8(scratch, units_of(scratch), length);
  tm_job *job = new_job(napi, TM_TEXT, length, options);
  return job == NULL ? NULL : tm_job_append(job, scratch, length);
}

void tm_set_form(tm_job *job, uint32_t form) {
  job->utf8 = form & TM_OUTPUT_BYTES;
  job->external = form & TM_OUTPUT_EXTERNAL;
}

// How many bytes the input of a call takes when it is copied, for a length that JavaScript knows. Of a text it may be more.
size_t tm_input_size(napi_env napi, napi_value input, size_t length) {
  napi_valuetype type;
  bool whole = length > TM_SLICE_UNITS && napi_typeof(napi, input, &type) == napi_ok && type == napi_string;
  return whole ? length * sizeof(char16_t) : length;
}

// Copies a call's arguments into a new job. The input is a view of bytes, a string, an array of a long string's slices, or undefined
// for none; the length of a text is the one that JavaScript knows. NULL without memory, or if the arguments cannot be read.
tm_job *tm_read_job(napi_env napi, tm_env *env, napi_value options, napi_value input, size_t length) {
  napi_valuetype type = napi_undefined;
  void *bytes = NULL;
  if (napi_typeof(napi, input, &type) != napi_ok) return NULL;
  if (type == napi_object && napi_get_typedarray_info(napi, input, NULL, &length, &bytes, NULL, NULL) == napi_ok) {
    tm_job *job = new_job(napi, TM_BYTES, length, options);
    return job == NULL || length == 0 ? job : tm_job_append(job, bytes, length);
  }
  char16_t none = 0;
  if (type == napi_string && length > TM_SLICE_UNITS) return read_units_whole(napi, options, input, length);
  if (type == napi_object) {
    tm_job *job = tm_new_text_job(napi, options, length);
    return job == NULL ? NULL : tm_append_text(napi, env, job, input, true, &none);
  }
  if (type == napi_string) return read_short(napi, env, options, input);
  return type == napi_undefined ? new_job(napi, TM_TEXT, 0, options) : NULL;
}
