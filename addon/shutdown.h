// The end of an environment.
#ifndef TIDEMARK_SHUTDOWN_H
#define TIDEMARK_SHUTDOWN_H

#include "environment.h"

void tm_env_close(tm_env *env);  // idempotent; JavaScript thread
void tm_on_teardown(void *env);  // a tm_hooks.teardown

#endif
