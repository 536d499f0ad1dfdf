// UTF-8 to the forms that V8 takes with a plain copy: ASCII by the vector, everything else by the character.
#include "ascii_avx2.h"
#include "transcode.h"
#include "vector.h"

// The lead bytes of U+0100 and all that follows begin here.
enum { WIDE_LEAD = 0xc4 };

bool tm_utf8_is_wide(const uint8_t *text, size_t length) {
  size_t i = 0;
  for (; i + 64 <= length; i += 64) {
    tm_words2 wide = {0, 0};
    for (size_t k = 0; k < 64; k += 16) wide |= (tm_words2)(tm_load_bytes(text + i + k) >= WIDE_LEAD);
    if (tm_any_bit(wide)) return true;
  }
  for (; i < length; i++)
    if (text[i] >= WIDE_LEAD) return true;
  return false;
}

// Writes the ASCII that text begins with and returns its length.
static size_t widen(uint16_t *dst, const uint8_t *text, size_t length) {
  size_t i = tm_can_avx2() ? tm_widen_avx2(dst, text, length) : 0;
  for (; i + 32 <= length; i += 32) {
    if (tm_any_bit((tm_words2)((tm_load_bytes(text + i) | tm_load_bytes(text + i + 16)) & 0x80))) break;
    for (size_t k = 0; k < 32; k += 8) tm_store_wide(dst + i + k, text + i + k);
  }
  for (; i + 8 <= length; i += 8) {
    uint64_t word;
    memcpy(&word, text + i, sizeof word);
    if ((word & 0x8080808080808080) != 0) break;
    tm_store_wide(dst + i, text + i);
  }
  for (; i < length && text[i] < 0x80; i++) dst[i] = text[i];
  return i;
}

// As widen, for a form in which ASCII stays as it is.
static size_t copy_ascii(uint8_t *dst, const uint8_t *text, size_t length) {
  size_t i = 0;
  for (; i + 32 <= length; i += 32) {
    if (tm_any_bit((tm_words2)((tm_load_bytes(text + i) | tm_load_bytes(text + i + 16)) & 0x80))) break;
    memcpy(dst + i, text + i, 32);
  }
  for (; i < length && text[i] < 0x80; i++) dst[i] = text[i];
  return i;
}

// Reads a character that is not ASCII, and steps over it, or over one byte that is none.
static inline uint32_t decode(const uint8_t **at, const uint8_t *end) {
  const uint8_t *t = *at;
  size_t left = (size_t)(end - t);
  uint32_t c = 0xfffd, size = 1, bits = 0;
  if (left >= 2) bits = (uint32_t)t[0] << 24 | (uint32_t)t[1] << 16;
  if (left >= 3) bits |= (uint32_t)t[2] << 8;
  if (left >= 4) bits |= t[3];
  if ((bits & 0xf0c0c000) == 0xe0808000) {
    uint32_t three = (bits >> 12 & 0xf000) | (bits >> 10 & 0xfc0) | (bits >> 8 & 0x3f);
    if (three >= 0x800 && (three < 0xd800 || three > 0xdfff)) c = three, size = 3;
  } else if ((bits & 0xe0c00000) == 0xc0800000) {
    uint32_t two = (bits >> 18 & 0x7c0) | (bits >> 16 & 0x3f);
    if (two >= 0x80) c = two, size = 2;
  } else if ((bits & 0xf8c0c0c0) == 0xf0808080) {
    uint32_t four = (bits >> 6 & 0x1c0000) | (bits >> 4 & 0x3f000) | (bits >> 2 & 0xfc0) | (bits & 0x3f);
    if (four >= 0x10000 && four <= 0x10ffff) c = four, size = 4;
  }
  *at += size;
  return c;
}

size_t tm_utf8_to_utf16(uint16_t *dst, const uint8_t *text, size_t length) {
  uint16_t *out = dst;
  const uint8_t *end = text + length;
  while (text < end) {
    size_t ascii = widen(out, text, (size_t)(end - text));
    out += ascii;
    text += ascii;
    while (text < end && *text >= 0x80) {
      uint32_t c = decode(&text, end);
      if (c > 0xffff) {
        *out++ = (uint16_t)(0xd800 + ((c - 0x10000) >> 10));
        c = 0xdc00 + (c & 0x3ff);
      }
      *out++ = (uint16_t)c;
    }
  }
  return (size_t)(out - dst);
}

bool tm_utf8_to_latin1(uint8_t *dst, size_t *written, const uint8_t *text, size_t length) {
  uint8_t *out = dst;
  const uint8_t *end = text + length;
  while (text < end) {
    size_t ascii = copy_ascii(out, text, (size_t)(end - text));
    out += ascii;
    text += ascii;
    while (text < end && *text >= 0x80) {
      uint32_t c = decode(&text, end);
      if (c > 0xff) return false;
      *out++ = (uint8_t)c;
    }
  }
  *written = (size_t)(out - dst);
  return true;
}
