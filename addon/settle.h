// Outcomes on their way to JavaScript.
#ifndef TIDEMARK_SETTLE_H
#define TIDEMARK_SETTLE_H

#include <node_api.h>

#include "internal/queue/job.h"

void tm_deliver(tm_job *job);  // called by Go, from a worker; the job is not the worker's any more
void tm_on_wake(napi_env napi, napi_value function, void *env, void *data);  // a tm_hooks.wake

#endif
