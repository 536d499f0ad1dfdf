// What the C files of the addon share with each other and with Go. C owns the border to JavaScript and the memory that
// crosses it; Go does the work.
#ifndef TIDEMARK_SHIM_H
#define TIDEMARK_SHIM_H

#include <node_api.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Ends a call of Node-API that may fail, and says why nothing is to be done about it then. Of all others the status is looked at:
// tools/napistatus checks it.
#define TM_MAY_FAIL(status, why) ((void)(status))

typedef struct tm_env tm_env;
typedef struct tm_job tm_job;
typedef struct tm_stream tm_stream;

// Keeps what different threads write out of each other's lines of the processors' caches.
typedef struct {
  char bytes[64];
} tm_apart;

// ---- memory.c: every byte that waits for a worker or for JavaScript is counted ----

void *tm_alloc(size_t size);
size_t tm_block_size(size_t size);  // what tm_alloc takes for so many bytes
void tm_free(void *block, size_t size);
int64_t tm_native_bytes(void);
// The two halves of tm_free, for memory that V8 comes to hold: what it counts itself is not counted here.
void tm_disown(size_t size);
void tm_reclaim(void *block, size_t size);
size_t tm_shrink(void *block, size_t size, size_t needed);  // gives back what is not needed, and returns the size that is left


// ---- lock.c ----

void tm_lock(pthread_mutex_t *lock);  // waits a little before it sleeps
void tm_pause(void);                  // what a thread does between two looks at what another one is about to change

// ---- regions.c: large blocks ----

void *tm_block_take(size_t size);
void tm_block_give(void *block, size_t size);
size_t tm_block_room(size_t size);  // what a block of so many bytes takes
size_t tm_block_shrink(void *block, size_t size, size_t needed);  // see tm_shrink
// Gives the huge pages between the two back to the system: what is there is lost.
void tm_block_forget(void *start, void *end);
// Copies a block that is not needed after, and gives its pages back meanwhile, so that both together take no more than one.
void tm_block_move(void *to, void *from, size_t length);
// Whether more memory is kept than an idle process should hold, and what the control goroutine does about it.
bool tm_blocks_spare(void);
void tm_blocks_trim(void);

// ---- job.c: one call ----

// TM_UNITS is text that is UTF-16 still.
typedef enum { TM_TEXT, TM_BYTES, TM_UNITS } tm_input_kind;

// Where a job is. Written under the queue's lock.
typedef enum { TM_JOB_NEW, TM_JOB_QUEUED, TM_JOB_TAKEN } tm_job_place;

// The codes of ConvertError that come from this side of the border; the names are in values.c.
typedef enum {
  TM_OK,
  TM_INVALID_OPTION,
  TM_INPUT_TOO_LARGE,
  TM_OVER_LIMIT,  // of memory: ERR_INPUT_TOO_LARGE, unless there is room when V8 has collected its texts
  TM_CLOSED,
  TM_INTERNAL,
} tm_code;

// A text in a form of V8, which V8 may come to hold: see external.c.
typedef struct {
  tm_env *env;  // a counted reference only while V8 holds the text
  size_t size;  // of the block, in bytes
  _Alignas(char16_t) uint8_t content[];
} tm_text;

// Immutable from tm_queue_push until it is delivered, but for the fields of the outcome, which belong to the worker that took it.
// Options and document follow the struct in the same block.
struct tm_job {
  tm_job *next, *previous;
  tm_env *env;  // counted reference; NULL for a synchronous call
  uint64_t id;
  uint32_t client;
  uint32_t token;  // what the client knows it by
  tm_job_place place;
  bool kept;           // see tm_kept; JavaScript thread only
  bool stood_in;       // taken by a stand-in; written by it
  int64_t pushed_at, taken_at, done_at;
  bool returns;        // see tm_ceiling_return
  bool again;          // see tm_job_again; JavaScript thread only
  uint32_t cancelled;  // atomic: set on the JavaScript thread; the context of the conversion

  tm_stream *stream;  // counted reference; NULL unless the job is a message of a stream
  uint64_t number;    // of the message
  bool last;          // it ends the document

  size_t size;  // of the block, in bytes
  size_t apart;  // of the document's own block, 0 if it is in that of the job
  size_t options_length;
  char *options;  // UTF-8 JSON, empty for the defaults
  tm_input_kind kind;
  size_t document_length;  // in bytes, or in units
  uint8_t *document;       // text as UTF-8, bytes and units as they are

  // The outcome: the Markdown, or the error's message if code is not TM_OK.
  tm_code code;
  bool wide;             // UTF-16 instead of Latin-1
  size_t result_length;  // in characters of that form
  tm_text *result;       // NULL without memory
};

// Room for a job with so many bytes of options, and at first of document; NULL without memory.
tm_job *tm_job_new(tm_input_kind kind, size_t capacity, size_t options_length);
// Make room for more of the document, and add to it. Both return the job, which may have moved, or NULL, and then the job is freed.
tm_job *tm_job_reserve(tm_job *job, size_t more);
tm_job *tm_job_append(tm_job *job, const uint8_t *bytes, size_t length);
bool tm_job_may_again(const tm_job *job);  // called by Go; see tm_job_again
void tm_job_free(tm_job *job);
// Called by Go. Lets go of the document, which is not needed any more; its length stays.
void tm_job_drop_document(tm_job *job);
void tm_job_free_list(tm_job *job);
char16_t *tm_job_units(const tm_job *job);  // the document of a job whose kind is TM_UNITS

// Called by Go. Writes units from one place to another, or to one before it where a pair would be cut, as UTF-8, which takes up to three
// bytes for each. Returns its length, and how many units were taken.
size_t tm_job_decode(const tm_job *job, size_t from, size_t end, uint8_t *to, size_t *taken);

// ---- result.c: the outcome of a job ----

size_t tm_result_bytes(const tm_job *job);
void tm_job_drop_result(tm_job *job);  // called by Go, too

// Called by Go. Whether UTF-8 does not fit into Latin-1.
bool tm_is_wide(const uint8_t *text, size_t length);
// Called by Go. Makes UTF-8 the outcome of the job, which stays empty without memory. It may take the place of the options and the
// document.
void tm_job_result(tm_job *job, tm_code code, const uint8_t *text, size_t length, bool wide);

// All called by Go, for a Markdown that comes in parts. Characters are those of the form that job->wide says.
size_t tm_result_room(const tm_job *job);  // for characters, in all
bool tm_result_grow(tm_job *job, size_t characters, bool wide);  // false without memory: the result stays as it is
// Adds UTF-8, for which there must be room for a character for each byte. Returns false for text that is not of the form.
bool tm_result_append(tm_job *job, const uint8_t *text, size_t length);
void tm_result_end(tm_job *job);  // the Markdown is whole

// ---- times.c: how long calls wait and run ----

int64_t tm_now(void);  // nanoseconds

enum { TM_TIMES_BUCKETS = 128 };
typedef struct {
  uint64_t counts[TM_TIMES_BUCKETS];
} tm_times;

void tm_times_add(tm_times *times, int64_t nanoseconds);
double tm_times_quantile(const tm_times *times, double part);

// ---- queue.c: the one process-wide queue, fair between environments ----

typedef struct {
  tm_job *head, *tail;
} tm_waiting;

// Environments that a worker may take something from, and those that have something small.
typedef enum { TM_RING_ANY, TM_RING_SMALL, TM_RINGS } tm_ring_kind;
typedef struct {
  tm_env *next, *previous;
  bool ready;
} tm_ring_place;

// An environment's part of the queue. All of it is guarded by the queue's lock.
typedef struct tm_lane {
  tm_waiting small, large;
  uint32_t small_ahead;  // small ones that were taken while a large one waited, since the last of those
  tm_ring_place places[TM_RINGS];
  uint32_t queued;  // these two and running are read without the lock, too
  size_t queued_bytes;
  uint32_t running;  // atomic
  tm_apart changing;

  // Written by the environment's own thread alone.
  bool held;             // atomic; JavaScript runs on, and calls tm_queue_wake then
  uint32_t concurrency;  // UINT32_MAX: as many as there are workers
  uint32_t max_queue;
  size_t max_queued_bytes;
} tm_lane;

// Jobs that an environment has not handed over yet, so as to hand over several at a time. JavaScript thread only.
typedef struct {
  tm_waiting jobs;
  uint32_t count;
  size_t bytes;
  int64_t since;  // when the first came
  bool begun;     // one has been handed over since tm_queue_hold
  uint32_t seen;  // how many were queued at the last tm_queue_push or tm_queue_wake; and their bytes
  size_t seen_bytes;
} tm_kept;

// What tm_submit returns instead of an id; js/native/status.ts knows them.
typedef enum {
  TM_PUSHED = 0,
  TM_QUEUE_FULL = -1,
  TM_QUEUED_BYTES_FULL = -2,
  TM_NO_MEMORY = -3,
  TM_UNAVAILABLE = -4,  // the environment is ending
  TM_NO_WORKERS = -5,   // built without async_runtime
  TM_OVER_CEILING = -6,
  TM_CEILING_FULL = -7,
} tm_push_status;

void tm_queue_workers(uint32_t count);  // how many there are
void tm_queue_push(tm_job *job);
void tm_queue_hold(tm_env *env);
void tm_queue_wake(tm_env *env);
bool tm_queue_withdraw(tm_job *job);
tm_job *tm_queue_drop(tm_env *env);
void tm_queue_limits(tm_env *env, int64_t concurrency, int64_t max_queue, int64_t max_queued_bytes);
void tm_queue_done(tm_job *job);
void tm_queue_next(tm_env *env);  // follows it

// Called by Go; they wait.
tm_job *tm_queue_take(void);        // a worker
tm_job *tm_queue_take_small(void);  // a stand-in

// ---- waiting.c: lists of jobs ----

void tm_waiting_append(tm_waiting *jobs, tm_waiting more);  // adds jobs to the end
void tm_waiting_remove(tm_waiting *jobs, tm_job *job);

// ---- room.c: what waits, and what more may ----

uint32_t tm_queue_waiting(tm_env *env);
size_t tm_queue_waiting_bytes(tm_env *env);
tm_push_status tm_queue_room(tm_env *env, size_t bytes);

// ---- ceiling.c: the limit of memory ----

// All in bytes, and atomic.
typedef struct {
  int64_t limit;    // 0: none
  int64_t taken;    // by the engine
  int64_t waiting;  // conversions that wait for more, and environments
} tm_ledger;

tm_ledger *tm_ceiling_ledger(void);
void tm_ceiling_set(int64_t bytes);
bool tm_ceiling_suggest(int64_t bytes);  // sets the limit unless it has been set; whether it did
int64_t tm_ceiling(void);
int64_t tm_ceiling_held(void);      // all but what the engine has taken
int64_t tm_ceiling_all(void);
int64_t tm_ceiling_external(void);  // what V8 holds of it
void tm_ceiling_external_add(int64_t bytes);
void tm_ceiling_waiting_add(int64_t waiting);
void tm_ceiling_changed(void);      // something has been given back, or the flag of a job set
bool tm_ceiling_returning(void);  // whether outcomes with much memory are on their way to JavaScript
void tm_ceiling_return(tm_job *job);
void tm_ceiling_returned(bool returns);
tm_push_status tm_ceiling_room(size_t bytes);
tm_push_status tm_ceiling_room_of(const tm_job *job);

// ---- control.c: messages to the control goroutine ----

// What is told to the control goroutine. The environment's Go handle stays valid until TM_ENV_FREED was told. TM_STREAMS_ENDED comes
// when nothing else has for some time.
typedef enum { TM_ENV_CLOSED, TM_ENV_FREED, TM_STREAM_FREED, TM_STREAMS_ENDED, TM_MEMORY_CHANGED } tm_message_kind;
typedef struct tm_message {
  struct tm_message *next;
  tm_message_kind kind;
  uintptr_t go_env;  // of TM_STREAM_FREED: what Go knows the stream by
} tm_message;

void tm_control_push(tm_message *message);
void tm_control_wake(void);  // there is spare memory
void tm_control_changed(void);  // TM_MEMORY_CHANGED
void tm_control_take(tm_message *to);  // called by Go: waits; the control goroutine

// ---- stream.c: documents that arrive in pieces ----

// Reference-counted: one reference for JavaScript, and one for each message.
struct tm_stream {
  uint32_t references;  // atomic
  uintptr_t go_stream;  // atomic: what Go knows it by, 0 before its first message
  tm_message *freed_message;
  uint64_t sent;  // messages; JavaScript thread only
};

tm_stream *tm_stream_new(void);
void tm_stream_retain(tm_stream *stream);
void tm_stream_drop(tm_stream *stream);
int64_t tm_stream_count(void);

// ---- environment.c: the state of one napi_env ----

typedef struct {
  napi_ref on_settled;  // weak, and strong while pending > 0
  uint32_t pending;     // calls in flight, a turn that it has asked for, and a watch for memory
  bool turn_asked;
  bool watches;  // memory: see watch.c
} tm_client;

typedef struct {
  tm_job *job;
  uint32_t generation;
  uint32_t next_free;
} tm_slot;

// Reference-counted, since it outlives the napi_env while jobs are with the workers: one reference for the environment,
// one for each job and each call of the threadsafe function.
struct tm_env {
  // Constant.
  uintptr_t go_env;  // what Go knows it by
  uint32_t workers;  // 0 in a build without async_runtime
  tm_message *closed_message, *freed_message;
  tm_apart constant;

  uint32_t references;  // atomic; written mostly by the JavaScript thread

  // JavaScript thread only.
  napi_env napi;
  uint8_t *scratch;  // of tm_read_job; NULL before the first text
  tm_client *clients;
  uint32_t client_count;
  napi_threadsafe_function turn;  // see turn.c; NULL before the first one
  bool turn_asked, turn_due;
  uint32_t watching;  // clients that watch memory
  tm_slot *slots;
  uint32_t slot_count, free_slot;
  uint32_t pending;  // jobs that are not settled
  bool release_when_idle;
  tm_kept kept;
  uint64_t withdrawn;  // jobs cancelled before a worker took them
  uint32_t drafts;     // jobs that are not whole yet
  size_t draft_bytes;  // of their documents, as JavaScript knows them
  size_t external_from;  // bytes from which V8 holds a text of ours instead of a copy
  int64_t external_made;  // bytes of those that V8 has not been told of
  tm_times wait, work;  // of settled calls: from the call to a worker, and from there to the outcome

  int64_t external_freed;  // atomic; bytes that V8 has given back and has not been told of
  tm_apart javascript;

  // Guarded by lock.
  pthread_mutex_t lock;
  bool closed;
  napi_threadsafe_function wake;  // made by the first call, NULL before and after tm_wake_give_up; written with the lock and no callers
  uint32_t callers;               // workers that are about to call it
  pthread_cond_t called;          // there is none any more
  tm_job *done_head, *done_tail;
  bool settling;  // the JavaScript thread has been woken, or will come to its next turn, and will look at the list
  bool changed;   // memory has been given back since the JavaScript thread looked
  tm_apart done;

  tm_env *watch_next, *watch_previous;  // guarded by the lock of watch.c

  tm_lane lane;         // guarded by the queue's lock
};

tm_env *tm_env_new(napi_env napi);
void tm_env_retain(tm_env *env);
void tm_env_drop(tm_env *env);
void tm_env_close(tm_env *env);  // idempotent; JavaScript thread

// ---- wake.c: the threadsafe function ----

bool tm_wake_ready(tm_env *env);
void tm_wake_release(tm_env *env);
void tm_wake_begin(tm_env *env);  // with the lock, on a worker; tm_wake_call is to follow
void tm_wake_call(tm_env *env);
void tm_wake_give_up(tm_env *env, napi_threadsafe_function_release_mode mode);  // with the lock
void tm_wake_idle(tm_env *env);
bool tm_wake_function(tm_env *env, napi_threadsafe_function_call_js on_call, napi_threadsafe_function *made);
bool tm_pending_add(tm_env *env, tm_client *client);  // false: the environment is ending
void tm_pending_remove(tm_env *env, tm_client *client);

// ---- turn.c: the next turn of the event loop ----

void tm_turn_ask(tm_env *env);  // has tm_settle called in it; there is a call in flight
bool tm_turn_begin(tm_env *env);  // whether this is the one that was asked for
void tm_turn_serve(napi_env napi, tm_env *env);

// ---- watch.c: calls that wait for memory ----

void tm_watch_tell(const tm_message *obeyed);  // called by Go
void tm_watch_serve(napi_env napi, tm_env *env);
void tm_watch_close(tm_env *env);

// ---- slots.c: job ids ----

bool tm_slot_reserve(tm_env *env);
void tm_slot_put(tm_env *env, tm_job *job);  // after tm_slot_reserve; sets job->id
tm_job *tm_slot_find(tm_env *env, uint64_t id);
void tm_slot_clear(tm_env *env, uint64_t id);
void tm_slots_cancel(tm_env *env);  // sets the flags of all jobs

// ---- settle.c: outcomes on their way to JavaScript ----

void tm_deliver(tm_job *job);  // called by Go, from a worker; the job is not the worker's any more
void tm_settle(napi_env napi, tm_env *env);
void tm_settle_ask(tm_env *env);  // has tm_watch_serve called; on any thread
bool tm_call_client(napi_env napi, tm_env *env, uint32_t client, size_t count, napi_value *values);

// ---- values.c: napi_value in and out ----

// What a function is called with, and its environment. NULL if there is none: then nothing can be done.
tm_env *tm_arguments(napi_env napi, napi_callback_info info, size_t count, napi_value *values);
napi_value tm_number(napi_env napi, double value);  // NULL if the environment is ending, as that of the others
napi_value tm_outcome(napi_env napi, tm_env *env, tm_job *job);
size_t tm_input_size(napi_env napi, napi_value input, size_t length);
tm_job *tm_read_job(napi_env napi, tm_env *env, napi_value options, napi_value input, size_t length);
tm_job *tm_new_text_job(napi_env napi, napi_value options, size_t length);
tm_job *tm_append_text(napi_env napi, tm_env *env, tm_job *job, napi_value slices, bool last, char16_t *lead);

// ---- external.c: texts that V8 holds without a copy ----

napi_value tm_external_text(napi_env napi, tm_env *env, tm_job *job);
bool tm_external_collect(napi_env napi, int64_t least);
tm_push_status tm_memory_room(napi_env napi, tm_env *env, size_t bytes);
// Makes a job that found no memory ready to be done once more, where V8 could be made to give some back. Returns whether it is.
bool tm_job_again(napi_env napi, tm_job *job);
void tm_external_tell(napi_env napi, tm_env *env);

// ---- signals.c ----

#ifdef _WIN32
typedef int tm_signals;
#else
#include <signal.h>
typedef sigset_t tm_signals;
#endif
void tm_signals_loaded(void);
void tm_signals_block(tm_signals *before);
void tm_signals_restore(const tm_signals *before);

// ---- async.c, draft.c, send.c, sync.c, turn.c: the functions that JavaScript sees ----

napi_value tm_attach(napi_env napi, napi_callback_info info);
napi_value tm_submit(napi_env napi, napi_callback_info info);
napi_value tm_submit_job(napi_env napi, tm_env *env, uint32_t client, uint32_t token, tm_job *job);
napi_value tm_draft_open(napi_env napi, napi_callback_info info);
napi_value tm_draft_append(napi_env napi, napi_callback_info info);
napi_value tm_draft_submit(napi_env napi, napi_callback_info info);
napi_value tm_draft_drop(napi_env napi, napi_callback_info info);
napi_value tm_stream_open(napi_env napi, napi_callback_info info);
napi_value tm_stream_send(napi_env napi, napi_callback_info info);
napi_value tm_stream_close(napi_env napi, napi_callback_info info);
napi_value tm_wake_workers(napi_env napi, napi_callback_info info);
napi_value tm_turn(napi_env napi, napi_callback_info info);
napi_value tm_watch_memory(napi_env napi, napi_callback_info info);
napi_value tm_cancel(napi_env napi, napi_callback_info info);
napi_value tm_release(napi_env napi, napi_callback_info info);
napi_value tm_convert_sync(napi_env napi, napi_callback_info info);
napi_value tm_check_options(napi_env napi, napi_callback_info info);
napi_value tm_configure(napi_env napi, napi_callback_info info);
napi_value tm_suggest_memory_limit(napi_env napi, napi_callback_info info);
napi_value tm_stats(napi_env napi, napi_callback_info info);

#endif
