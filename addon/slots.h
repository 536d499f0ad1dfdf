// Job ids. JavaScript thread only.
#ifndef TIDEMARK_SLOTS_H
#define TIDEMARK_SLOTS_H

#include "environment.h"

bool tm_slot_reserve(tm_env *env);            // false without memory
void tm_slot_put(tm_env *env, tm_job *job);  // after tm_slot_reserve; sets job->id
tm_job *tm_slot_find(tm_env *env, uint64_t id);
void tm_slot_clear(tm_env *env, uint64_t id);
void tm_slots_cancel(tm_env *env);  // sets the flags of all jobs

#endif
