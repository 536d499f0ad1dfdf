// Package jsontext appends values as JSON, without looking at their types as it goes: that is most of what it takes to write many small ones.
package jsontext

import (
	"strconv"

	"tidemark/core/internal/ascii"
)

// AppendString appends a string, which is valid UTF-8, behind what is before it: the name of a member, mostly.
func AppendString[S ~string | []byte](dst []byte, before string, s S) []byte {
	dst = append(append(dst, before...), '"')
	done := 0
	for i := 0; i < len(s); {
		if i = plainEnd(s, i); i < len(s) {
			dst = appendEscape(append(dst, s[done:i]...), s[i])
			i++
			done = i
		}
	}
	return append(append(dst, s[done:]...), '"')
}

// plainEnd returns the place of the first byte from a place on that does not stand for itself, or the end.
func plainEnd[S ~string | []byte](s S, i int) int {
	for ; i+8 <= len(s); i += 8 {
		w := s[i : i+8]
		word := uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24 |
			uint64(w[4])<<32 | uint64(w[5])<<40 | uint64(w[6])<<48 | uint64(w[7])<<56
		controls := (word - ' '*ascii.Ones) &^ word & ascii.Highs
		if controls|ascii.Zeros(word^'"'*ascii.Ones)|ascii.Zeros(word^'\\'*ascii.Ones) != 0 {
			break
		}
	}
	for ; i < len(s); i++ {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' {
			return i
		}
	}
	return i
}

func appendEscape(dst []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(dst, '\\', c)
	case '\n':
		return append(dst, `\n`...)
	case '\r':
		return append(dst, `\r`...)
	case '\t':
		return append(dst, `\t`...)
	}
	const digits = "0123456789abcdef"
	return append(dst, '\\', 'u', '0', '0', digits[c>>4], digits[c&15])
}

// AppendInt appends a number.
func AppendInt(dst []byte, before string, n int) []byte {
	return strconv.AppendInt(append(dst, before...), int64(n), 10)
}

// AppendBool appends true or false.
func AppendBool(dst []byte, before string, b bool) []byte {
	return strconv.AppendBool(append(dst, before...), b)
}

// AppendPair appends an array of two numbers.
func AppendPair(dst []byte, before string, a, b int) []byte {
	dst = AppendInt(append(append(dst, before...), '['), "", a)
	return append(AppendInt(dst, ",", b), ']')
}

// AppendArray appends an array, each value of it by a function. Without values it is empty.
func AppendArray[T any](dst []byte, before string, list []T, appendValue func(value *T, dst []byte) []byte) []byte {
	dst = append(append(dst, before...), '[')
	for i := range list {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendValue(&list[i], dst)
	}
	return append(dst, ']')
}

// AppendStrings appends an array of strings.
func AppendStrings(dst []byte, before string, list []string) []byte {
	return AppendArray(dst, before, list, func(s *string, dst []byte) []byte { return AppendString(dst, "", *s) })
}
