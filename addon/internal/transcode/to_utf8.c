// UTF-16 to UTF-8: ASCII by the vector, everything else by the character.
#include "ascii_avx2.h"
#include "transcode.h"
#include "vector.h"

// Writes the ASCII that src begins with and returns its length. All of a step is read before any of it is written: the two may
// share memory.
static size_t narrow(uint8_t *dst, const uint16_t *src, size_t length) {
  size_t i = tm_can_avx2() ? tm_narrow_avx2(dst, src, length) : 0;
  for (; i + 32 <= length; i += 32) {
    tm_units8 a = tm_load_units(src + i), b = tm_load_units(src + i + 8);
    tm_units8 c = tm_load_units(src + i + 16), d = tm_load_units(src + i + 24);
    if (tm_any_bit((tm_words2)((a | b | c | d) & 0xff80))) break;
    tm_store_narrow(dst + i, a);
    tm_store_narrow(dst + i + 8, b);
    tm_store_narrow(dst + i + 16, c);
    tm_store_narrow(dst + i + 24, d);
  }
  for (; i + 8 <= length; i += 8) {
    tm_units8 a = tm_load_units(src + i);
    if (tm_any_bit((tm_words2)(a & 0xff80))) break;
    tm_store_narrow(dst + i, a);
  }
  for (; i < length && src[i] < 0x80; i++) dst[i] = (uint8_t)src[i];
  return i;
}

static uint8_t lead(uint32_t mark, uint32_t bits) { return (uint8_t)(mark | bits); }
static uint8_t trail(uint32_t bits) { return (uint8_t)(0x80 | (bits & 0x3f)); }

size_t tm_utf16_to_utf8(uint8_t *dst, const uint16_t *src, size_t length) {
  uint8_t *out = dst;
  const uint16_t *end = src + length;
  while (src < end) {
    size_t ascii = narrow(out, src, (size_t)(end - src));
    out += ascii;
    src += ascii;
    while (src < end && *src >= 0x80) {
      uint32_t c = *src++;
      if (c < 0x800) {
        *out++ = lead(0xc0, c >> 6);
        *out++ = trail(c);
        continue;
      }
      if (c >= 0xd800 && c <= 0xdfff) {
        if (c <= 0xdbff && src < end && *src >= 0xdc00 && *src <= 0xdfff) {
          c = 0x10000 + ((c - 0xd800) << 10) + (*src++ - 0xdc00u);
          *out++ = lead(0xf0, c >> 18);
          *out++ = trail(c >> 12);
          *out++ = trail(c >> 6);
          *out++ = trail(c);
          continue;
        }
        c = 0xfffd;
      }
      *out++ = lead(0xe0, c >> 12);
      *out++ = trail(c >> 6);
      *out++ = trail(c);
    }
  }
  return (size_t)(out - dst);
}
