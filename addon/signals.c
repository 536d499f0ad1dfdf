// Signals. Node's handlers run on the stack of whatever thread the kernel picks, and a goroutine's stack is too small for
// them. So no thread of the Go runtime takes asynchronous signals, and a JavaScript thread takes none while it is in Go.
#include "signals.h"

#include <stdbool.h>
#include <stddef.h>

#ifdef _WIN32

void tm_signals_loaded(void) {}
void tm_signals_block(tm_signals *before) { (void)before; }
void tm_signals_restore(const tm_signals *before) { (void)before; }

#else

static sigset_t asynchronous, loader_mask;  // both from before the first environment on
static bool loading;  // atomic

// All but those that a fault raises in the faulting thread itself, and the two that the Go runtime sends to its threads:
// SIGURG preempts, SIGPROF profiles.
static const int kept[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGURG, SIGPROF};

// Is called before the Go runtime's own initialiser, so the thread on which Go starts inherits this mask, Go takes it for the process's,
// and gives it to every thread that it ever makes.
void tm_signals_block_while_loading(void) {
  sigfillset(&asynchronous);
  for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) sigdelset(&asynchronous, kept[i]);
  __atomic_store_n(&loading, pthread_sigmask(SIG_BLOCK, &asynchronous, &loader_mask) == 0, __ATOMIC_SEQ_CST);
}

#ifndef __APPLE__  // where no priorities are known, but an order: see scripts/platform/darwin-first.c
__attribute__((constructor(101))) static void first(void) { tm_signals_block_while_loading(); }
#endif

// The thread that loads the library initialises the module next: here it gets its own mask back.
void tm_signals_loaded(void) {
  if (__atomic_exchange_n(&loading, false, __ATOMIC_SEQ_CST)) pthread_sigmask(SIG_SETMASK, &loader_mask, NULL);
}

void tm_signals_block(tm_signals *before) { pthread_sigmask(SIG_BLOCK, &asynchronous, before); }

void tm_signals_restore(const tm_signals *before) { pthread_sigmask(SIG_SETMASK, before, NULL); }

#endif
