// The environment's threadsafe function: how workers wake the JavaScript thread.
#ifndef TIDEMARK_WAKE_H
#define TIDEMARK_WAKE_H

#include "environment.h"

bool tm_wake_ready(tm_env *env);  // makes it unless it is there; false if the environment is ending
void tm_wake_release(tm_env *env);
void tm_wake_begin(tm_env *env);  // with the lock, on a worker; tm_wake_call is to follow
void tm_wake_call(tm_env *env);
void tm_wake_changed(tm_env *env);  // memory has been given back: calls may find room
void tm_wake_give_up(tm_env *env, napi_threadsafe_function_release_mode mode);  // with the lock
void tm_wake_idle(tm_env *env);
bool tm_wake_function(tm_env *env, napi_threadsafe_function_call_js on_call, napi_threadsafe_function *made);

#endif
