// Messages to the control goroutine.
#ifndef TIDEMARK_CONTROL_H
#define TIDEMARK_CONTROL_H

#include <stdint.h>

// TM_STREAMS_ENDED comes when nothing else has for some time; it and TM_MEMORY_CHANGED have no handle.
typedef enum { TM_ENV_CLOSED, TM_ENV_FREED, TM_STREAM_FREED, TM_STREAMS_ENDED, TM_MEMORY_CHANGED } tm_message_kind;

typedef struct tm_message {
  struct tm_message *next;
  tm_message_kind kind;
  uintptr_t handle;  // what Go knows the environment or the stream by; that of an environment is valid until TM_ENV_FREED was told
} tm_message;

void tm_control_push(tm_message *message);  // frees it, now or later
void tm_control_changed(void);              // tells TM_MEMORY_CHANGED
void tm_control_take(tm_message *to);       // called by Go: waits for a message

#endif
