// The next turn of the event loop.
#ifndef TIDEMARK_TURN_H
#define TIDEMARK_TURN_H

#include "environment.h"

void tm_turn_ask(tm_env *env);    // has the wake hook called in it; there is a call in flight
bool tm_turn_begin(tm_env *env);  // whether this is the one that was asked for
void tm_turn_serve(tm_env *env);  // calls the clients that have asked for it

#endif
