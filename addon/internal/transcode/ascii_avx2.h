// Parts of the loops over ASCII for processors with AVX2. Each does whole steps only, and returns how many characters it has done.
#ifndef TIDEMARK_ASCII_AVX2_H
#define TIDEMARK_ASCII_AVX2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__) && !defined(TM_WITHOUT_AVX2)
#define TM_HAS_AVX2

bool tm_can_avx2(void);
size_t tm_narrow_avx2(uint8_t *dst, const uint16_t *src, size_t length);
size_t tm_widen_avx2(uint16_t *dst, const uint8_t *text, size_t length);

#else

static inline bool tm_can_avx2(void) { return false; }
static inline size_t tm_narrow_avx2(uint8_t *dst, const uint16_t *src, size_t length) { return (void)dst, (void)src, (void)length, 0; }
static inline size_t tm_widen_avx2(uint16_t *dst, const uint8_t *text, size_t length) { return (void)dst, (void)text, (void)length, 0; }

#endif
#endif
