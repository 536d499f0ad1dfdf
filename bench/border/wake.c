// What a call costs the event loop's thread whatever is done with its document: begin(document, nanoseconds, form, length, done) has a
// thread keep its processor busy for that time, and calls done(result) when that has woken the event loop. A text is read as a conversion
// reads it, an ArrayBuffer is held. The result is a text or an ArrayBuffer of so many bytes that is not copied, or undefined.
#define _GNU_SOURCE
#include <pthread.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>

#include <node_api.h>

// Of Node-API 10, but Node.js 20 has it.
napi_status node_api_create_external_string_latin1(napi_env, char *, size_t, napi_finalize, void *, napi_value *, bool *);

enum { THREADS = 2, TEXT = 1, BYTES = 2 };

typedef struct job {
  struct job *next;
  struct text *text;
  int64_t nanoseconds, length;
  int32_t form;
  napi_ref document, done;
} job;

// Memory for texts, which is used again: to get new memory takes longer than to copy.
typedef struct text {
  struct text *next;
  char16_t units[];
} text;

static text *spare;
static size_t longest;  // of them, in units

static struct {
  pthread_mutex_t lock;
  pthread_cond_t arrived;
  job *first, *last;
  napi_threadsafe_function wake;
  int32_t pending;
} shared = {.lock = PTHREAD_MUTEX_INITIALIZER, .arrived = PTHREAD_COND_INITIALIZER};

// Results lie here one after the other, and nobody looks at what is in them: V8 takes no place twice.
static const size_t room = (size_t)1 << 40;
static char *results;
static size_t used;

static void keep_busy(int64_t nanoseconds) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  int64_t end = now.tv_sec * 1000000000 + now.tv_nsec + nanoseconds;
  do clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  while (now.tv_sec * 1000000000 + now.tv_nsec < end);
}

static void *work(void *unused) {
  for (;;) {
    pthread_mutex_lock(&shared.lock);
    while (shared.first == NULL) pthread_cond_wait(&shared.arrived, &shared.lock);
    job *taken = shared.first;
    shared.first = taken->next;
    pthread_mutex_unlock(&shared.lock);
    keep_busy(taken->nanoseconds);
    napi_call_threadsafe_function(shared.wake, taken, napi_tsfn_nonblocking);
  }
  return unused;
}

static void on_freed(napi_env env, void *data, void *hint) {
  (void)env;
  (void)data;
  (void)hint;
}

static napi_value result_of(napi_env env, const job *ended) {
  napi_value value;
  bool copied;
  char *place = results + used;
  napi_get_undefined(env, &value);
  if (ended->form != 0) used = (used + (size_t)ended->length + 4095) / 4096 * 4096 % (room / 2);
  if (ended->form == TEXT) node_api_create_external_string_latin1(env, place, (size_t)ended->length, on_freed, NULL, &value, &copied);
  if (ended->form == BYTES) napi_create_external_arraybuffer(env, place, (size_t)ended->length, on_freed, NULL, &value);
  return value;
}

static void on_wake(napi_env env, napi_value function, void *context, void *data) {
  (void)function;
  (void)context;
  job *ended = data;
  if (env == NULL) return;
  napi_value receiver, done, result = result_of(env, ended);
  napi_get_undefined(env, &receiver);
  napi_get_reference_value(env, ended->done, &done);
  napi_call_function(env, receiver, done, 1, &result, NULL);
  napi_delete_reference(env, ended->done);
  if (ended->document != NULL) napi_delete_reference(env, ended->document);
  if (ended->text != NULL) {
    ended->text->next = spare;
    spare = ended->text;
  }
  free(ended);
  if (--shared.pending == 0) napi_unref_threadsafe_function(env, shared.wake);
}

static text *text_for(size_t units) {
  for (; spare != NULL && units > longest; spare = spare->next) {
  }
  if (units > longest) longest = units;
  text *taken = spare;
  if (taken == NULL) return malloc(sizeof *taken + longest * sizeof(char16_t));
  spare = taken->next;
  return taken;
}

static napi_value begin(napi_env env, napi_callback_info info) {
  napi_value values[5];
  size_t count = 5;
  napi_valuetype type;
  job *made = calloc(1, sizeof *made);
  napi_get_cb_info(env, info, &count, values, NULL, NULL);
  napi_typeof(env, values[0], &type);
  napi_get_value_int64(env, values[1], &made->nanoseconds);
  napi_get_value_int32(env, values[2], &made->form);
  napi_get_value_int64(env, values[3], &made->length);
  napi_create_reference(env, values[4], 1, &made->done);
  if (type == napi_object) napi_create_reference(env, values[0], 1, &made->document);
  if (type == napi_string) {
    size_t units;
    napi_get_value_string_utf16(env, values[0], NULL, 0, &units);
    made->text = text_for(units + 1);
    napi_get_value_string_utf16(env, values[0], made->text->units, units + 1, &units);
  }
  if (shared.pending++ == 0) napi_ref_threadsafe_function(env, shared.wake);
  pthread_mutex_lock(&shared.lock);
  if (shared.first == NULL)
    shared.first = made;
  else
    shared.last->next = made;
  shared.last = made;
  pthread_mutex_unlock(&shared.lock);
  pthread_cond_signal(&shared.arrived);
  return NULL;
}

NAPI_MODULE_INIT() {
  napi_value name, function;
  results = mmap(NULL, room, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  napi_create_string_latin1(env, "wake", NAPI_AUTO_LENGTH, &name);
  napi_create_threadsafe_function(env, NULL, NULL, name, 0, 1, NULL, NULL, NULL, on_wake, &shared.wake);
  napi_unref_threadsafe_function(env, shared.wake);
  for (int i = 0; i < THREADS; i++) {
    pthread_t thread;
    pthread_create(&thread, NULL, work, NULL);
    pthread_detach(thread);
  }
  napi_create_function(env, "begin", NAPI_AUTO_LENGTH, begin, NULL, &function);
  napi_set_named_property(env, exports, "begin", function);
  return exports;
}
