// The native side of a document that arrives in pieces. Each piece is a job, a message of its stream, whose outcome is the Markdown
// that is certain then; on the other side a pool.AsyncBridge works them off in order.
#include "stream.h"

#include <stdlib.h>

static int64_t streams;  // atomic

int64_t tm_stream_count(void) { return __atomic_load_n(&streams, __ATOMIC_RELAXED); }

tm_stream *tm_stream_new(void) {
  tm_stream *stream = calloc(1, sizeof *stream);
  // The message of the end is made at the start, so that ending needs no memory.
  tm_message *freed = calloc(1, sizeof *freed);
  if (stream == NULL || freed == NULL) {
    free(stream);
    free(freed);
    return NULL;
  }
  *stream = (tm_stream){.references = 1, .freed_message = freed};  // pairs with tm_stream_drop in close_holder
  __atomic_fetch_add(&streams, 1, __ATOMIC_RELAXED);
  return stream;
}

void tm_stream_retain(tm_stream *stream) { __atomic_fetch_add(&stream->references, 1, __ATOMIC_RELAXED); }

// Called on the JavaScript thread and on workers. Whoever drops the last reference, when no worker has a message of the stream any
// more, lets the control goroutine free what Go holds for it.
void tm_stream_drop(tm_stream *stream) {
  if (__atomic_fetch_sub(&stream->references, 1, __ATOMIC_ACQ_REL) != 1) return;
  stream->freed_message->kind = TM_STREAM_FREED;
  stream->freed_message->handle = __atomic_load_n(&stream->handle, __ATOMIC_RELAXED);
  tm_control_push(stream->freed_message);
  free(stream);
  __atomic_fetch_sub(&streams, 1, __ATOMIC_RELAXED);
}
