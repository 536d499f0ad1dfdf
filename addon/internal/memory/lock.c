// A lock of this addon is held for a few pointer writes: less time than it takes to sleep and be woken, which is tens of microseconds in a
// virtual machine.
#include "lock.h"

void tm_pause(void) {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ __volatile__("yield");
#endif
}

void tm_lock(pthread_mutex_t *lock) {
  for (int i = 0; i < 64; i++) {
    if (pthread_mutex_trylock(lock) == 0) return;
    tm_pause();
  }
  pthread_mutex_lock(lock);
}
