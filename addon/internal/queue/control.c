// Messages to the control goroutine, which ends what has ended and wakes what waits for memory. They have a lock of their own: they are
// rare, and the goroutine that waits for them is never busy.
#include "control.h"

#include <stdbool.h>
#include <stdlib.h>

#include "../memory/lock.h"
#include "../memory/regions.h"

static struct {
  pthread_mutex_t lock;
  pthread_cond_t arrived;
  tm_message *first, *last;
  bool streams_ended;  // some, since TM_STREAMS_ENDED was told
  bool changed;        // TM_MEMORY_CHANGED is to be told
} control = {.lock = PTHREAD_MUTEX_INITIALIZER};

// There is spare memory.
static void wake(void) {
  pthread_mutex_lock(&control.lock);
  pthread_mutex_unlock(&control.lock);
  pthread_cond_signal(&control.arrived);
}

__attribute__((constructor)) static void make_arrived(void) {
  tm_condition_init(&control.arrived);
  tm_blocks_on_spare(wake);
}

// Hands the message to the control goroutine; pairs with tm_control_take.
void tm_control_push(tm_message *message) {
  if (message->handle == 0) {  // Go holds nothing for it: an environment without work, or a build without async_runtime, where nobody listens
    free(message);
    return;
  }
  message->next = NULL;
  pthread_mutex_lock(&control.lock);
  if (control.last != NULL)
    control.last->next = message;
  else
    control.first = message;
  control.last = message;
  pthread_mutex_unlock(&control.lock);
  pthread_cond_signal(&control.arrived);
}

void tm_control_changed(void) {
  pthread_mutex_lock(&control.lock);
  control.changed = true;
  pthread_mutex_unlock(&control.lock);
  pthread_cond_signal(&control.arrived);
}

// How long unused memory is kept: calls mostly come in bursts, and new pages cost the next one more than its conversion.
enum { IDLE_SECONDS = 10 };

// Waits for a message, no longer than that while there is memory to be given back. Returns false if none came in time.
static bool wait_for_message(void) {
  if (!control.streams_ended && !tm_blocks_spare()) {
    pthread_cond_wait(&control.arrived, &control.lock);
    return true;
  }
  if (tm_condition_wait(&control.arrived, &control.lock, IDLE_SECONDS)) return true;
  pthread_mutex_unlock(&control.lock);
  tm_blocks_trim();
  pthread_mutex_lock(&control.lock);
  return false;
}

void tm_control_take(tm_message *to) {
  pthread_mutex_lock(&control.lock);
  bool idle = false;
  while (control.first == NULL && !control.changed && !idle) idle = !wait_for_message() && control.streams_ended;
  if (control.changed) {
    control.changed = false;
    pthread_mutex_unlock(&control.lock);
    *to = (tm_message){.kind = TM_MEMORY_CHANGED};
    return;
  }
  tm_message *message = control.first;
  if (message == NULL) {
    control.streams_ended = false;
    pthread_mutex_unlock(&control.lock);
    *to = (tm_message){.kind = TM_STREAMS_ENDED};
    return;
  }
  if (message->kind == TM_STREAM_FREED) control.streams_ended = true;
  control.first = message->next;
  if (control.first == NULL) control.last = NULL;
  pthread_mutex_unlock(&control.lock);
  *to = *message;
  free(message);
}
