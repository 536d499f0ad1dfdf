// The functions behind long texts, which are copied a part at each turn of the event loop: draftOpen, draftAppend, draftSubmit,
// draftDrop. A draft is a job to be, and has its place in the queue from the beginning. Like submit, none of them enters Go.
#include <stdlib.h>

#include "calls.h"
#include "environment.h"
#include "external.h"
#include "internal/queue/capacity.h"
#include "internal/queue/job.h"
#include "values.h"
#include "wake.h"

// What JavaScript holds. Without a job it has been submitted or dropped.
typedef struct {
  tm_env *env;  // counted reference while there is a job
  tm_job *job;
  char16_t lead;  // the half of a pair that the part before ended with, or 0
  size_t length;
} tm_draft;

// Takes the job out of the draft.
static tm_job *take_job(tm_draft *draft) {
  tm_job *job = draft->job;
  tm_env *env = draft->env;
  if (job == NULL) return NULL;
  draft->job = NULL;
  env->lane.drafts--;
  env->lane.draft_bytes -= draft->length;
  tm_env_drop(env);  // pairs with tm_env_retain in tm_draft_open
  return job;
}

static void drop(tm_draft *draft) {
  tm_job *job = take_job(draft);
  if (job != NULL) tm_job_free(job);
}

// A draft that nobody dropped has been collected, or its environment ends.
static void finalize(napi_env napi, void *data, void *hint) {
  (void)napi;
  (void)hint;
  drop(data);
  free(data);
}

static tm_draft *draft_of(napi_env napi, napi_value value) {
  void *draft = NULL;
  return napi_get_value_external(napi, value, &draft) == napi_ok ? draft : NULL;
}

// draftOpen(options, length, form): a draft for a text of that many units, or a negative tm_push_status.
napi_value tm_draft_open(napi_env napi, napi_callback_info info) {
  napi_value values[3], value = NULL;
  tm_env *env = tm_work_arguments(napi, info, 3, values);
  int64_t length;
  uint32_t form;
  if (env == NULL || napi_get_value_int64(napi, values[1], &length) != napi_ok || napi_get_value_uint32(napi, values[2], &form) != napi_ok)
    return tm_number(napi, TM_UNAVAILABLE);
  if (env->workers == 0) return tm_number(napi, TM_NO_WORKERS);
  tm_push_status status = tm_queue_check_capacity(&env->lane, (size_t)length);
  if (status == TM_PUSHED) status = tm_external_check_capacity(napi, env, (size_t)length);
  if (status != TM_PUSHED) return tm_number(napi, status);
  tm_job *job = tm_new_text_job(napi, values[0], (size_t)length);
  if (job != NULL) tm_set_form(job, form);
  tm_draft *draft = job == NULL ? NULL : calloc(1, sizeof *draft);
  if (draft == NULL || napi_create_external(napi, draft, finalize, NULL, &value) != napi_ok) {
    if (job != NULL) tm_job_free(job);
    free(draft);
    return tm_number(napi, TM_NO_MEMORY);
  }
  *draft = (tm_draft){.env = env, .job = job, .length = (size_t)length};
  tm_env_retain(env);  // pairs with tm_env_drop in take_job
  env->lane.drafts++;
  env->lane.draft_bytes += draft->length;
  return value;
}

static bool append(napi_env napi, tm_draft *draft, napi_value slices, napi_value is_last) {
  bool last;
  if (draft == NULL || draft->job == NULL) return false;
  if (napi_get_value_bool(napi, is_last, &last) != napi_ok) {
    drop(draft);
    return false;
  }
  tm_job *job = tm_append_text(napi, draft->env, draft->job, slices, last, &draft->lead);
  if (job == NULL)
    take_job(draft);  // it has been freed
  else
    draft->job = job;
  return job != NULL;
}

// draftAppend(draft, slices, last): whether there was memory for it.
napi_value tm_draft_append(napi_env napi, napi_callback_info info) {
  napi_value values[3], done;
  if (tm_arguments(napi, info, 3, values) == NULL) return NULL;
  bool appended = append(napi, draft_of(napi, values[0]), values[1], values[2]);
  return napi_get_boolean(napi, appended, &done) == napi_ok ? done : NULL;
}

// draftSubmit(client, draft, token): as submit.
napi_value tm_draft_submit(napi_env napi, napi_callback_info info) {
  napi_value values[3];
  tm_env *env = tm_arguments(napi, info, 3, values);
  uint32_t client, token;
  if (env == NULL || napi_get_value_uint32(napi, values[0], &client) != napi_ok || napi_get_value_uint32(napi, values[2], &token) != napi_ok)
    return tm_number(napi, TM_UNAVAILABLE);
  tm_draft *draft = draft_of(napi, values[1]);
  if (draft == NULL || draft->job == NULL || client >= env->client_count || !tm_wake_ready(env)) return tm_number(napi, TM_UNAVAILABLE);
  return tm_submit_job(napi, env, client, token, take_job(draft));
}

// draftDrop(draft): the call has been abandoned.
napi_value tm_draft_drop(napi_env napi, napi_callback_info info) {
  napi_value value;
  if (tm_arguments(napi, info, 1, &value) == NULL) return NULL;
  tm_draft *draft = draft_of(napi, value);
  if (draft == NULL || draft->job == NULL) return NULL;
  draft->env->withdrawn++;
  drop(draft);
  return NULL;
}
