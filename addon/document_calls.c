// Documents that arrive in pieces, and whose rules ask, on the calling thread: documentOpen, documentSend, documentClose. They enter Go, so
// asynchronous signals are blocked around each call: see sync_calls.c.
#include <stdlib.h>

#include "_cgo_export.h"
#include "calls.h"
#include "external.h"
#include "internal/queue/job.h"
#include "internal/queue/memory_limit.h"
#include "signals.h"
#include "values.h"

// What JavaScript holds: what Go knows the document by, 0 before its first piece and when it is closed. JavaScript thread only.
typedef struct {
  uintptr_t handle;
} tm_document;

static void close_document(tm_document *document) {
  if (document->handle == 0) return;
  tm_signals before;
  tm_signals_block(&before);
  tmDocumentFree(document->handle);
  tm_signals_restore(&before);
  document->handle = 0;
}

// A document that nobody closed has been collected, or its environment ends.
static void finalize(napi_env napi, void *data, void *hint) {
  (void)napi;
  (void)hint;
  close_document(data);
  free(data);
}

// documentOpen(): a document, or a negative tm_push_status.
napi_value tm_document_open(napi_env napi, napi_callback_info info) {
  napi_value value;
  if (tm_arguments(napi, info, 0, NULL) == NULL) return tm_number(napi, TM_UNAVAILABLE);
  tm_document *document = calloc(1, sizeof *document);
  if (document == NULL) return tm_number(napi, TM_NO_MEMORY);
  if (napi_create_external(napi, document, finalize, NULL, &value) == napi_ok) return value;
  free(document);
  return tm_number(napi, TM_NO_MEMORY);
}

static tm_document *document_of(napi_env napi, napi_value value) {
  void *document = NULL;
  return napi_get_value_external(napi, value, &document) == napi_ok ? document : NULL;
}

// documentSend(document, options, input, length, last): the Markdown that is certain, what rules ask, {code, message}, or a tm_push_status.
// After what rules ask, the input is what they answer.
napi_value tm_document_send(napi_env napi, napi_callback_info info) {
  napi_value values[5];
  tm_env *env = tm_work_arguments(napi, info, 5, values);
  int64_t length;
  bool last;
  if (env == NULL || napi_get_value_int64(napi, values[3], &length) != napi_ok || napi_get_value_bool(napi, values[4], &last) != napi_ok)
    return tm_number(napi, TM_UNAVAILABLE);
  tm_document *document = document_of(napi, values[0]);
  if (document == NULL) return tm_number(napi, TM_UNAVAILABLE);
  tm_push_status status = tm_external_check_capacity(napi, env, (size_t)length);
  if (status != TM_PUSHED) return tm_number(napi, status);
  tm_job *job = tm_read_job(napi, env, values[1], values[2], (size_t)length);
  if (job == NULL) return tm_outcome(napi, env, NULL);
  job->last = last;
  status = tm_memory_check_counted(tm_job_bytes(job));
  if (status != TM_PUSHED) {
    tm_job_free(job);
    return tm_number(napi, status);
  }
  tm_signals before;
  tm_signals_block(&before);
  tmDocumentSend(job, &document->handle);
  tm_signals_restore(&before);
  napi_value outcome = tm_outcome(napi, env, job);
  tm_job_free(job);
  tm_external_tell(napi, env);
  return outcome;
}

// documentClose(document): what Go holds for it is freed.
napi_value tm_document_close(napi_env napi, napi_callback_info info) {
  napi_value value;
  if (tm_arguments(napi, info, 1, &value) == NULL) return NULL;
  tm_document *document = document_of(napi, value);
  if (document != NULL) close_document(document);
  return NULL;
}
