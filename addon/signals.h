// Asynchronous signals, which must not come to threads that run Go.
#ifndef TIDEMARK_SIGNALS_H
#define TIDEMARK_SIGNALS_H

#ifdef _WIN32
typedef int tm_signals;
#else
#include <signal.h>
typedef sigset_t tm_signals;
#endif

void tm_signals_block_while_loading(void);
void tm_signals_loaded(void);
void tm_signals_block(tm_signals *before);
void tm_signals_restore(const tm_signals *before);

#endif
