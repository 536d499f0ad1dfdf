// The text forms of V8 to UTF-8 and back. Lengths are in elements of the array that they belong to.
#ifndef TIDEMARK_TRANSCODE_H
#define TIDEMARK_TRANSCODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Writes UTF-16 as valid UTF-8 and returns its length, at most 3 * length; a lone surrogate becomes U+FFFD. dst may be the
// same memory, if src ends where dst + 3 * length does, or later.
size_t tm_utf16_to_utf8(uint8_t *dst, const uint16_t *src, size_t length);

// Whether UTF-8 that is valid has a character beyond Latin-1.
bool tm_utf8_is_wide(const uint8_t *text, size_t length);

// Write UTF-8 in a form of V8 and return its length, at most that of the text. Bytes that are not UTF-8 become U+FFFD each.
// That, and any other character beyond Latin-1, ends tm_utf8_to_latin1 with false.
size_t tm_utf8_to_utf16(uint16_t *dst, const uint8_t *text, size_t length);
bool tm_utf8_to_latin1(uint8_t *dst, size_t *written, const uint8_t *text, size_t length);

#endif
