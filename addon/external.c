// Long texts that V8 holds where a worker has written them. A copy of one would be made in memory that V8 maps for it and gives back
// to the system after, so that most of its cost, on the JavaScript thread, is page faults.
//
// V8 frees such texts in major collections only. It has a reason to collect because it is told how much memory they take, as it is
// of buffers.
#include "external.h"

#include "host.h"
#include "internal/memory/memory.h"
#include "internal/memory/threads.h"
#include "internal/queue/job.h"
#include "internal/queue/memory_limit.h"
#include "internal/queue/result.h"
#include "napi.h"

// Beyond it V8 may refuse, and then Node.js keeps the text all the same.
static const size_t longest = (size_t)1 << 28;

static int64_t since_collection;  // atomic; bytes of texts that have become V8's since it was made to collect

// Node-API has these since Node.js 20.4, before its version 10; other hosts may lack them.
static struct {
  pthread_once_t looked_up;
  napi_status (*latin1)(napi_env, char *, size_t, napi_finalize, void *, napi_value *, bool *);
  napi_status (*utf16)(napi_env, char16_t *, size_t, napi_finalize, void *, napi_value *, bool *);
} make = {.looked_up = PTHREAD_ONCE_INIT};

static void look_up(void) {
  make.latin1 = tm_host_symbol("node_api_create_external_string_latin1");
  make.utf16 = tm_host_symbol("node_api_create_external_string_utf16");
}

// V8 gives a text back: within a collection, or when the environment has ended. Node-API must not be called here. Pairs with
// tm_external_text.
static void on_freed(napi_env napi, void *data, void *hint) {
  (void)napi;
  (void)data;
  tm_text *text = hint;
  tm_env *env = text->holder;
  int64_t size = (int64_t)tm_block_size(text->size);
  __atomic_fetch_add(&env->external_freed, size, __ATOMIC_RELAXED);
  tm_reclaim(text, text->size);
  tm_memory_external_add(-size);
  tm_env_drop(env);
}

static bool is_long(const tm_env *env, const tm_job *job) {
  return env->external_from > 0 && job->result_length <= longest && tm_result_bytes(job) >= env->external_from;
}

// The Markdown of a job as a string without a copy; it is V8's then, and the job has none. NULL if a copy is better: parts of streams are
// many and short-lived, and are released in minor collections.
napi_value tm_external_text(napi_env napi, tm_env *env, tm_job *job) {
  if (job->code != TM_OK || job->stream != NULL || !is_long(env, job)) return NULL;
  pthread_once(&make.looked_up, look_up);
  if (make.latin1 == NULL || make.utf16 == NULL) return NULL;
  tm_text *text = job->result;
  size_t size = text->size;
  text->holder = env;
  tm_env_retain(env);  // pairs with tm_env_drop in on_freed
  napi_value value = NULL;
  bool copied;  // then on_freed has been called
  napi_status status = job->wide ? make.utf16(napi, (char16_t *)text->content, job->result_length, on_freed, text, &value, &copied)
                                 : make.latin1(napi, (char *)text->content, job->result_length, on_freed, text, &value, &copied);
  if (status != napi_ok) {
    tm_env_drop(env);
    return NULL;
  }
  tm_disown(size);
  job->result = NULL;
  int64_t block = (int64_t)tm_block_size(size);
  env->external_made += block;  // so that no more is given back at once than is kept for the next texts
  tm_memory_external_add(block);
  __atomic_add_fetch(&since_collection, block, __ATOMIC_RELAXED);
  return value;
}

// From how many bytes on a copy of them takes longer.
enum { LONG_BYTES = 32 << 10 };

// An ArrayBuffer has been collected: on the JavaScript thread, in a turn of its own, or when the environment ends. Pairs with tm_external_bytes.
static void on_collected(napi_env napi, void *data, void *hint) {
  (void)napi;
  (void)data;
  tm_text *text = hint;
  tm_env *env = text->holder;
  int64_t size = (int64_t)tm_block_size(text->size);
  tm_reclaim(text, text->size);
  tm_memory_external_add(-size);
  tm_env_drop(env);
}

// The Markdown of a job as an ArrayBuffer over the memory in which a worker has written it, likewise. V8 counts that itself. NULL if a copy
// is better, or the host or the caller allows no other.
napi_value tm_external_bytes(napi_env napi, tm_env *env, tm_job *job) {
  if (!job->external || job->result_length < LONG_BYTES) return NULL;
  napi_value value = NULL;
  tm_text *text = job->result;
  size_t size = text->size;
  text->holder = env;
  tm_env_retain(env);  // pairs with tm_env_drop in on_collected
  if (napi_create_external_arraybuffer(napi, text->content, job->result_length, on_collected, text, &value) != napi_ok) {
    tm_env_drop(env);
    return NULL;
  }
  tm_disown(size);
  job->result = NULL;
  int64_t block = (int64_t)tm_block_size(size);
  tm_memory_external_add(block);
  __atomic_add_fetch(&since_collection, block, __ATOMIC_RELAXED);
  return value;
}

// Tells V8 how the memory of its texts has changed, which may begin a collection.
void tm_external_tell(napi_env napi, tm_env *env) {
  int64_t change = env->external_made - __atomic_exchange_n(&env->external_freed, 0, __ATOMIC_RELAXED), now;
  env->external_made = 0;
  if (change != 0) TM_MAY_FAIL(napi_adjust_external_memory(napi, change, &now), "V8 collects a little later then.");
  if (tm_memory_limit() > 0 && tm_memory_external() > tm_memory_limit() / 4) tm_external_collect(napi, tm_memory_limit() / 16);
}

// Has V8 collect the texts that nobody holds any more, which it would do in its own time: before they fill what the limit leaves. It
// collects at once when it hears of more external memory than it could ever bear. Not again before `least` bytes of new ones have
// come. Returns whether it did.
bool tm_external_collect(napi_env napi, int64_t least) {
  const int64_t unbearable = (int64_t)1 << 40;
  int64_t now;
  if (tm_memory_external() == 0 || __atomic_load_n(&since_collection, __ATOMIC_RELAXED) < least) return false;
  __atomic_store_n(&since_collection, 0, __ATOMIC_RELAXED);
  if (napi_adjust_external_memory(napi, unbearable, &now) != napi_ok) return false;
  TM_MAY_FAIL(napi_adjust_external_memory(napi, -unbearable, &now), "V8 collects more often then.");
  return true;
}

tm_push_status tm_external_check_capacity(napi_env napi, tm_env *env, size_t bytes) {
  tm_push_status status = tm_memory_check_capacity(bytes);
  if (status == TM_MEMORY_LIMIT_FULL && tm_external_collect(napi, tm_memory_limit() / 16)) {
    tm_external_tell(napi, env);
    status = tm_memory_check_capacity(bytes);
  }
  return status;
}

bool tm_external_retry(napi_env napi, tm_job *job) {
  bool may = job->code == TM_MEMORY_EXHAUSTED && job->document != NULL && tm_job_may_again(job) && tm_external_collect(napi, 0);
  if (may) tm_job_begin_again(job);
  return may;
}
