// What becomes of calls when a call of Node-API fails: each of them in turn, one in each run. A document reaches the worker whole or
// not at all, a call is refused or told its own outcome, once at most, nothing is left behind, and nothing is passed that is not there.
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../addon/border.generated.h"
#include "../../addon/calls.h"
#include "../../addon/internal/memory/memory.h"
#include "../../addon/internal/queue/capacity.h"
#include "../../addon/internal/queue/queue.h"
#include "../../addon/internal/queue/result.h"
#include "../../addon/settle.h"
#include "../../addon/shutdown.h"
#include "fake/_cgo_export.h"
#include "fake/node_api.h"

enum { SHORT = 100, LONG = 40000, PART = 30000, STREAMED = 50 };

static napi_env napi = (napi_env)1;
static tm_env *env;
static double client;

// ---- Go ----

void tmStartWorkers(void) {}

struct tmOpenEnvironment_return tmOpenEnvironment(void) { return (struct tmOpenEnvironment_return){0, 1}; }
void tmMemoryLimitChanged(void) {}
void tmStats(uintptr_t handle, tm_go_stats *stats) { stats->completed = handle; }

// The documents repeat letters that say how long they are.
static size_t expected(uint8_t first) { return first == 's' ? SHORT : first == 'l' ? LONG : first == 'p' ? 3 * PART : first == 'd' ? 2 * PART : STREAMED; }

static void convert(tm_job *job) {
  size_t length = job->document_length;
  uint8_t first = job->kind == TM_UNITS ? (uint8_t)tm_job_units(job)[0] : job->document[0];
  assert(length == expected(first));
  assert(job->options_length == 2 && memcmp(job->options, "{}", 2) == 0);
  tm_job_result(job, TM_OK, &first, 1, false);
}

void tmConvertSync(tm_job *job) { convert(job); }
void tmCheckOptions(tm_job *job) { tm_job_result(job, TM_INVALID_OPTION, (const uint8_t *)"wrong", 5, false); }

void tmDescribeSelector(tm_job *job) { tm_job_result(job, TM_OK, (const uint8_t *)"[]", 2, false); }

// A document asks once, and holds something until it is freed.
static int documents;
static const uint8_t asks[] = {1, 2, 3, 4, 5};

void tmDocumentSend(tm_job *job, uintptr_t *handle) {
  assert(job->last);
  if (*handle == 0) {
    *handle = 7;
    documents++;
    assert(job->document_length == STREAMED);
    tm_job_result_asks(job, asks, sizeof asks);
    return;
  }
  assert(job->kind == TM_BYTES && job->document_length == 4 && memcmp(job->document, "said", 4) == 0);
  tm_job_result(job, TM_OK, (const uint8_t *)"n", 1, false);
}

void tmDocumentFree(uintptr_t handle) {
  assert(handle == 7);
  documents--;
}

// ---- JavaScript ----

// By token: what the call's document begins with, and 0 once it has been told or refused.
static char calls[8];
static uint32_t turns;

static bool is_outcome(const fake_value *value, char letter) {
  if (value->is_bytes) return value->length == 1 && *(const char *)value->data == letter;
  if (value->type == napi_string) return value->length == 1 && value->units[0] == (char16_t)letter;
  return value->type == napi_number ? value->number == TM_UNAVAILABLE : value->code != NULL;
}

void fake_called(size_t count, const napi_value *arguments) {
  if (count == 0) turns++;
  for (size_t i = 0; i < count; i += 2) {
    uint32_t token = (uint32_t)((fake_value *)arguments[i])->number;
    assert(token < sizeof calls && calls[token] != 0);
    assert(is_outcome((fake_value *)arguments[i + 1], calls[token]));
    calls[token] = 0;
  }
}

static fake_value *call(napi_callback function, napi_value a, napi_value b, napi_value c, napi_value d, napi_value e, napi_value f, napi_value g, napi_value h) {
  napi_value arguments[] = {a, b, c, d, e, f, g, h};
  fake_call made = {env, arguments};
  return (fake_value *)function(napi, (napi_callback_info)&made);
}

#define CALL(function, ...) call_with(function, (napi_value[8]){__VA_ARGS__})
static fake_value *call_with(napi_callback function, napi_value *given) {
  for (int i = 0; i < 8; i++)
    if (given[i] == NULL) given[i] = fake_undefined();
  return call(function, given[0], given[1], given[2], given[3], given[4], given[5], given[6], given[7]);
}

static bool is_positive(const fake_value *value) { return value != NULL && value->type == napi_number && value->number > 0; }

// Counts a call as in flight if it was taken. One that was not taken is never told.
static void expect(uint32_t token, const fake_value *id) {
  if (!is_positive(id)) calls[token] = 0;
}

static napi_value slices(const char *letters) {
  napi_value items[] = {fake_string(letters, PART), fake_string(letters, PART)};
  return fake_array(items, 2);
}

// A document on this thread, whose rules ask.
static void converse(napi_value options) {
  fake_value *document = CALL(tm_document_open);
  if (document == NULL || document->type != napi_external) {
    assert(fake_failed());
    return;
  }
  napi_value text = fake_string("t", STREAMED), length = fake_number(STREAMED);
  const fake_value *asked = CALL(tm_document_send, (napi_value)document, options, text, length, fake_boolean(true));
  if (asked != NULL && asked->is_bytes) {
    assert(asked->length == sizeof asks && memcmp(asked->data, asks, sizeof asks) == 0);
    const fake_value *told = CALL(tm_document_send, (napi_value)document, options, fake_bytes("said"), fake_number(4), fake_boolean(true));
    assert(told == NULL ? fake_failed() : is_outcome(told, 'n'));
  } else {
    assert(fake_failed());
  }
  CALL(tm_document_close, (napi_value)document);
}

static void use_all(void) {
  napi_value options = fake_string("{}", 2);
  const fake_value *attached = CALL(tm_attach, fake_undefined(), fake_number(0), fake_number(1));
  client = attached == NULL ? -3 : attached->number;
  napi_value by = fake_number(client);
  if (client < 0) by = fake_number(4294967293.0);

  memcpy(calls, "slsptt\0l", 8);
  expect(0, CALL(tm_submit, by, options, fake_string("s", SHORT), fake_number(SHORT), fake_number(0), fake_number(0)));
  expect(1, CALL(tm_submit, by, options, fake_string("l", LONG), fake_number(LONG), fake_number(1), fake_number(0)));
  char bytes[SHORT + 1];
  memset(bytes, 's', SHORT);
  bytes[SHORT] = '\0';
  expect(2, CALL(tm_submit, by, options, fake_bytes(bytes), fake_number(SHORT), fake_number(2), fake_number(TM_OUTPUT_BYTES)));
  static char lent[LONG + 1];
  memset(lent, 'l', LONG);
  expect(7, CALL(tm_submit, by, options, fake_bytes(lent), fake_number(LONG), fake_number(7), fake_number(TM_OUTPUT_BYTES | TM_INPUT_LENT)));

  fake_value *draft = CALL(tm_draft_open, options, fake_number(3 * PART), fake_number(0));
  bool is_draft = draft != NULL && draft->type == napi_external, whole = false;
  if (is_draft) {
    napi_value last[] = {fake_string("p", PART)};
    const fake_value *first = CALL(tm_draft_append, (napi_value)draft, slices("p"), fake_boolean(false));
    whole = first != NULL && first->number == 1;
    const fake_value *second = whole ? CALL(tm_draft_append, (napi_value)draft, fake_array(last, 1), fake_boolean(true)) : NULL;
    whole = second != NULL && second->number == 1;
  }
  expect(3, whole ? CALL(tm_draft_submit, by, (napi_value)draft, fake_number(3)) : NULL);
  if (is_draft) CALL(tm_draft_drop, (napi_value)draft);

  fake_value *stream = CALL(tm_stream_open);
  bool is_stream = stream != NULL && stream->type == napi_external;
  for (uint32_t token = 4; token < 6; token++) {
    napi_value piece = fake_string("t", STREAMED), number = fake_number(STREAMED);
    expect(token, is_stream ? CALL(tm_stream_send, by, (napi_value)stream, options, piece, number, fake_boolean(token == 5), fake_number(token), fake_number(token == 5 ? TM_OUTPUT_BYTES : 0)) : NULL);
  }
  if (is_stream) CALL(tm_stream_close, (napi_value)stream);

  CALL(tm_turn, by);
  CALL(tm_watch_memory, by, fake_boolean(true));
  tm_watch_tell(&(tm_message){.kind = TM_MEMORY_CHANGED});
  CALL(tm_wake_workers);
  CALL(tm_configure, fake_number(-1), fake_number(-1), fake_number(-1), fake_number(-1));
  CALL(tm_stats);
  const fake_value *now = CALL(tm_convert_sync, options, slices("d"), fake_number(2 * PART), fake_number(0));
  assert(now == NULL ? fake_failed() : is_outcome(now, 'd'));
  converse(options);
  const fake_value *described = CALL(tm_describe_selector, options);
  assert(described != NULL ? described->type == napi_string || fake_failed() : fake_failed());
  const fake_value *checked = CALL(tm_check_options, options);
  assert(checked != NULL ? checked->type == napi_number || checked->code != NULL : fake_failed());
}

// ---- the workers ----

static void work(void) {
  while (tm_queue_waiting(&env->lane) > 0) {
    tm_job *job = tm_queue_take();
    convert(job);
    tm_deliver(job);
  }
}

static bool run(uint32_t failing) {
  fake_fail(failing);
  memset(calls, 0, sizeof calls);
  turns = 0;
  env = tm_env_new(napi, (tm_hooks){.wake = tm_on_wake, .teardown = tm_on_teardown});
  assert(env != NULL);
  use_all();
  tm_queue_uncork(&env->lane);
  work();
  for (int i = 0; i < 10 && fake_turn(napi); i++) continue;
  CALL(tm_watch_memory, fake_number(client < 0 ? 4294967293.0 : client), fake_boolean(false));
  CALL(tm_release);
  bool failed = fake_failed();
  if (!failed) {
    for (size_t i = 0; i < sizeof calls; i++) assert(calls[i] == 0);  // all are told
    assert(turns == 2 && env->wake == NULL && env->pending == 0);
  }
  fake_fail(0);
  fake_collect();
  tm_env_close(env);
  tm_env_drop(env);
  fake_end();
  assert(tm_native_bytes() == 0);
  assert(tm_stream_count() == 0);
  assert(documents == 0);
  return failed;
}

int main(void) {
  uint32_t failing = 1;
  while (run(failing)) failing++;
  printf("%u calls failed, one in each run\nok\n", failing - 1);
  return 0;
}
