// Vectors of 16 bytes, in the notation that gcc and clang share: they make SSE2, NEON or plain words of it.
#ifndef TIDEMARK_VECTOR_H
#define TIDEMARK_VECTOR_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef uint8_t tm_bytes16 __attribute__((vector_size(16)));
typedef uint8_t tm_bytes8 __attribute__((vector_size(8)));
typedef uint16_t tm_units8 __attribute__((vector_size(16)));
// gcc 8 has no conversion between vectors.
#if defined(__clang__) || __GNUC__ >= 9
#define tm_convert(to, from) to = __builtin_convertvector(from, __typeof__(to))
#else
#define tm_convert(to, from) \
  for (int k_ = 0; k_ < 8; k_++) to[k_] = from[k_]
#endif

typedef uint64_t tm_words2 __attribute__((vector_size(16)));

static inline tm_bytes16 tm_load_bytes(const uint8_t *from) {
  tm_bytes16 v;
  memcpy(&v, from, sizeof v);
  return v;
}

static inline tm_units8 tm_load_units(const uint16_t *from) {
  tm_units8 v;
  memcpy(&v, from, sizeof v);
  return v;
}

static inline bool tm_any_bit(tm_words2 v) { return (v[0] | v[1]) != 0; }

// Stores the low byte of each unit.
static inline void tm_store_narrow(uint8_t *to, tm_units8 units) {
  tm_bytes8 v = {0};
  tm_convert(v, units);
  memcpy(to, &v, sizeof v);
}

// Stores eight bytes as units.
static inline void tm_store_wide(uint16_t *to, const uint8_t *from) {
  tm_bytes8 bytes;
  memcpy(&bytes, from, sizeof bytes);
  tm_units8 v = {0};
  tm_convert(v, bytes);
  memcpy(to, &v, sizeof v);
}

#endif
