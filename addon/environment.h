// The state of one napi_env.
#ifndef TIDEMARK_ENVIRONMENT_H
#define TIDEMARK_ENVIRONMENT_H

#include <node_api.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "internal/memory/lock.h"
#include "internal/queue/control.h"
#include "internal/queue/histogram.h"
#include "internal/queue/lane.h"

// A copy of the JavaScript wrapper: see client.c.
typedef struct {
  napi_ref on_settled;  // weak, and strong while pending > 0
  uint32_t pending;     // calls in flight, a turn that it has asked for, and a watch for memory
  bool turn_asked;
  bool watches;  // memory: see watch.c
} tm_client;

// A place for a job: see slots.c.
typedef struct {
  tm_job *job;
  uint32_t generation;
  uint32_t next_free;
} tm_slot;

// What is called back on the environment's thread.
typedef struct {
  napi_threadsafe_function_call_js wake;  // outcomes wait, or the next turn has come; its context is the environment
  void (*teardown)(void *env);            // the environment ends
} tm_hooks;

// Reference-counted, since it outlives the napi_env while jobs are with the workers: one reference for the environment,
// one for each job and each call of the threadsafe function.
typedef struct tm_env tm_env;
struct tm_env {
  // Constant.
  tm_message *closed_message, *freed_message;
  tm_hooks hooks;
  tm_cache_line_pad constant;

  uint32_t references;  // atomic; written mostly by the JavaScript thread

  // JavaScript thread only.
  napi_env napi;
  bool opened;        // see tm_env_open
  uint32_t workers;   // 0 in a build without async_runtime
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
  uint64_t withdrawn;         // jobs cancelled before a worker took them
  size_t external_from;       // bytes from which V8 holds a text of ours instead of a copy
  int64_t external_made;      // bytes of those that V8 has not been told of
  tm_histogram waits, works;  // times of settled calls: from the call to a worker, and from there to the outcome

  int64_t external_freed;  // atomic; bytes that V8 has given back and has not been told of
  tm_cache_line_pad javascript;

  // Guarded by lock.
  pthread_mutex_t lock;
  bool closed;
  napi_threadsafe_function wake;  // made by the first call, NULL before and after tm_wake_give_up; written with the lock and no callers
  uint32_t callers;               // workers that are about to call it
  pthread_cond_t called;          // there is none any more
  tm_job *done_head, *done_tail;
  uint32_t loans;           // documents that workers read where JavaScript has them
  pthread_cond_t returned;  // there are none any more
  bool settling;  // the JavaScript thread has been woken, or will come to its next turn, and will look at the list
  bool changed;   // memory has been given back since the JavaScript thread looked
  tm_cache_line_pad done;

  tm_env *watch_next, *watch_previous;  // guarded by the lock of watch.c

  tm_lane lane;
};

tm_env *tm_env_new(napi_env napi, tm_hooks hooks);  // NULL without memory
void tm_env_open(tm_env *env);                      // before its first work
tm_env *tm_env_of(const tm_job *job);               // that of a job that has been submitted
void tm_env_retain(tm_env *env);
void tm_env_drop(tm_env *env);

// Free jobs, and drop the references of those that have been submitted.
void tm_env_free_job(tm_job *job);
void tm_env_free_jobs(tm_job *jobs);

#endif
