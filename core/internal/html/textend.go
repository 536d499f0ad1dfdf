package html

import (
	"math/bits"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/vector"
)

var (
	endsPlainText = vector.TableOf("<&\r\x00")
	lessThan      = vector.ByteOf('<')
)

// textEnd returns the place of the next < at or after i, or the end of src, and whether text up to there has something to
// decode: an ampersand, a carriage return or NUL.
func textEnd(src []byte, i int) (end int, raw bool) {
	if !vector.Usable() {
		return textEndByWords(src, i)
	}
	for ; i+vector.Size <= len(src); i += vector.Size {
		if found := endsPlainText.In((*vector.Block)(src[i:])); found != 0 {
			i += bits.TrailingZeros32(found)
			if src[i] == '<' {
				return i, false
			}
			return textEndBehind(src, i), true
		}
	}
	end = lessThanByByte(src, i)
	return end, toDecode(src[i:end])
}

// textEndBehind is textEnd behind a byte that is to be decoded.
func textEndBehind(src []byte, i int) int {
	for ; i+vector.Size <= len(src); i += vector.Size {
		if found := lessThan.Equal((*vector.Block)(src[i:])); found != 0 {
			return i + bits.TrailingZeros32(found)
		}
	}
	return lessThanByByte(src, i)
}

// textEndByWords is textEnd without vectors. It looks at two words at a time, since most texts end in them: a branch that is
// taken wrongly costs more than the second.
func textEndByWords(src []byte, i int) (end int, raw bool) {
	start, suspect := i, uint64(0)
	src = src[:len(src):len(src)]
	for ; i+16 <= len(src); i += 16 {
		b := src[i : i+16 : i+16]
		word, next := ascii.Word(b, 0), ascii.Word(b, 8)
		suspect |= suspects(word) | suspects(next)
		less, rest := ascii.Zeros(word^'<'*ascii.Ones), ascii.Zeros(next^'<'*ascii.Ones)
		if less|rest == 0 {
			continue
		}
		if less == 0 {
			less, i = rest, i+8
		}
		end = i + bits.TrailingZeros64(less)/8
		return end, suspect&ascii.Highs != 0 && toDecode(src[start:end])
	}
	end = lessThanByByte(src, i)
	return end, toDecode(src[start:end])
}

func lessThanByByte(src []byte, i int) int {
	for i < len(src) && src[i] != '<' {
		i++
	}
	return i
}
