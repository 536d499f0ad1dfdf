// Documents that arrive in pieces.
#ifndef TIDEMARK_STREAM_H
#define TIDEMARK_STREAM_H

#include <stdint.h>

#include "control.h"

// Reference-counted: one reference for JavaScript, and one for each message.
typedef struct tm_stream {
  uint32_t references;  // atomic
  uintptr_t handle;     // atomic: what Go knows it by, 0 before its first message
  tm_message *freed_message;
  uint64_t sent;  // messages; JavaScript thread only
} tm_stream;

tm_stream *tm_stream_new(void);  // NULL without memory
void tm_stream_retain(tm_stream *stream);
void tm_stream_drop(tm_stream *stream);
int64_t tm_stream_count(void);

#endif
