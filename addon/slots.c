// Job ids. A slot's number and its generation make an id that is never used twice, so that cancelling a call that has long
// been settled finds nothing.
#include "slots.h"

#include <stdlib.h>

// An id is generation << SLOT_BITS | slot and stays below 2^53, so that a JavaScript number holds it.
enum { SLOT_BITS = 24, GENERATION_BITS = 28 };
static const uint32_t none = UINT32_MAX;

bool tm_slot_reserve(tm_env *env) {
  if (env->free_slot != none) return true;
  uint32_t count = env->slot_count == 0 ? 64 : env->slot_count * 2;
  if (count > (uint32_t)1 << SLOT_BITS) return false;
  tm_slot *slots = realloc(env->slots, count * sizeof *slots);
  if (slots == NULL) return false;
  for (uint32_t i = env->slot_count; i < count; i++) slots[i] = (tm_slot){.generation = 1, .next_free = i + 1 < count ? i + 1 : none};
  env->free_slot = env->slot_count;
  env->slots = slots;
  env->slot_count = count;
  return true;
}

void tm_slot_put(tm_env *env, tm_job *job) {
  uint32_t index = env->free_slot;
  tm_slot *slot = &env->slots[index];
  env->free_slot = slot->next_free;
  slot->job = job;
  job->id = (uint64_t)slot->generation << SLOT_BITS | index;
}

tm_job *tm_slot_find(tm_env *env, uint64_t id) {
  uint32_t index = (uint32_t)(id & (((uint64_t)1 << SLOT_BITS) - 1));
  if (index >= env->slot_count) return NULL;
  tm_job *job = env->slots[index].job;
  return job != NULL && job->id == id ? job : NULL;
}

void tm_slot_clear(tm_env *env, uint64_t id) {
  uint32_t index = (uint32_t)(id & (((uint64_t)1 << SLOT_BITS) - 1));
  tm_slot *slot = &env->slots[index];
  slot->job = NULL;
  slot->generation = slot->generation % (((uint32_t)1 << GENERATION_BITS) - 1) + 1;
  slot->next_free = env->free_slot;
  env->free_slot = index;
}

// Called on the JavaScript thread while none of the jobs can be freed on another; pairs with cancelled, which workers call.
void tm_slots_cancel(tm_env *env) {
  for (uint32_t i = 0; i < env->slot_count; i++) {
    if (env->slots[i].job != NULL) __atomic_store_n(&env->slots[i].job->cancelled, 1, __ATOMIC_SEQ_CST);
  }
}
