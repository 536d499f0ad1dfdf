// Calls that wait for memory.
#ifndef TIDEMARK_WATCH_H
#define TIDEMARK_WATCH_H

#include "environment.h"

void tm_watch_tell(const tm_message *obeyed);  // called by Go
void tm_watch_serve(napi_env napi, tm_env *env);
void tm_watch_close(tm_env *env);

#endif
