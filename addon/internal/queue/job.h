// Jobs: one for each call, and one for each message of a stream.
#ifndef TIDEMARK_JOB_H
#define TIDEMARK_JOB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "status.generated.h"
#include "stream.h"

typedef uint16_t char16_t;  // as in Node-API: macOS has no <uchar.h>

typedef struct tm_job tm_job;
typedef struct tm_lane tm_lane;
typedef struct tm_text tm_text;

// TM_UNITS is text that is UTF-16 still.
typedef enum { TM_TEXT, TM_BYTES, TM_UNITS } tm_input_kind;

// Where a job is. Written under the queue's lock.
typedef enum { TM_JOB_NEW, TM_JOB_QUEUED, TM_JOB_TAKEN } tm_job_place;

// Immutable from tm_queue_push until it is delivered, but for the fields of the outcome, which belong to the worker that took it.
// Options and document follow the struct in the same block.
struct tm_job {
  tm_job *next, *previous;
  tm_lane *lane;  // of its environment; NULL for a synchronous call, and before it is submitted
  uint64_t id;
  uint32_t client;
  uint32_t token;  // what the client knows it by
  tm_job_place place;
  bool batched;          // see tm_batch; JavaScript thread only
  bool by_small_worker;  // taken by tm_queue_take_small
  int64_t pushed_at, taken_at, done_at;
  bool returns;        // see tm_job_return
  bool again;          // it is done for the second time, since the first found no memory; JavaScript thread only
  uint32_t cancelled;  // atomic: set on the JavaScript thread; the context of the conversion

  tm_stream *stream;  // counted reference; NULL unless the job is a message of a stream
  uint64_t number;    // of the message
  bool last;          // it ends the document

  size_t size;            // of the block, in bytes
  size_t document_block;  // size of the document's own block, 0 if it is in that of the job
  size_t borrowed;        // bytes of the document if it is not the job's, but JavaScript's
  void *loan;             // what keeps such a document while a worker reads it: see loan.c
  size_t options_length;
  char *options;  // UTF-8 JSON, empty for the defaults
  tm_input_kind kind;
  size_t document_length;  // in bytes, or in units
  uint8_t *document;       // text as UTF-8, bytes and units as they are

  bool utf8;      // the Markdown is to be UTF-8
  bool external;  // and V8 may have it without a copy

  // The outcome: the Markdown, or the error's message if code is not TM_OK.
  tm_code code;
  bool wide;             // UTF-16 instead of Latin-1, or of UTF-8
  size_t result_length;  // in characters of that form
  tm_text *result;       // NULL without memory
};

// Returns a job with room for its options and for a document of the given capacity, which may grow; NULL without memory.
tm_job *tm_job_new(tm_input_kind kind, size_t capacity, size_t options_length);
// Make room for more of the document, and add to it. Both return the job, which may have moved, or NULL, and then the job is freed.
tm_job *tm_job_reserve(tm_job *job, size_t more);
tm_job *tm_job_append(tm_job *job, const uint8_t *bytes, size_t length);
// Has the job read a document where it is. Whoever has it must keep it until the job is freed or, on a worker, delivered.
void tm_job_borrow(tm_job *job, uint8_t *bytes, size_t length);
size_t tm_job_bytes(const tm_job *job);     // of memory, without the result
char16_t *tm_job_units(const tm_job *job);  // the document of a job whose kind is TM_UNITS
void tm_job_drop_document(tm_job *job);     // called by Go: frees the document, which is not needed any more; its length stays
void tm_job_free(tm_job *job);

// Called by Go. Writes units from one place to another, or to one before it where a pair would be cut, as UTF-8, which takes up to three
// bytes for each. Returns its length, and how many units were taken.
size_t tm_job_decode(const tm_job *job, size_t from, size_t end, uint8_t *to, size_t *taken);

// Called by Go. Whether the job, if it finds no memory, can be done again after V8 has been made to give some back.
bool tm_job_may_again(const tm_job *job);
void tm_job_begin_again(tm_job *job);

// The outcome goes to JavaScript, and with it the job's memory: pairs with tm_job_free and tm_job_begin_again.
void tm_job_return(tm_job *job);

#endif
