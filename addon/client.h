// Clients: copies of the JavaScript wrapper.
#ifndef TIDEMARK_CLIENT_H
#define TIDEMARK_CLIENT_H

#include "environment.h"

// Calls the client's callback. Returns false if it could not be called: the environment is ending.
bool tm_client_call(tm_env *env, uint32_t client, size_t count, napi_value *values);
// Count what the client waits for. tm_client_add returns false if the environment is ending.
bool tm_client_add(tm_env *env, uint32_t client);
void tm_client_remove(tm_env *env, uint32_t client);

#endif
