package ascii

import (
	"math/bits"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestClasses(t *testing.T) {
	const lower, upper, digits = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"
	for name, class := range map[string]struct {
		is      func(byte) bool
		members string
	}{
		"space":  {IsSpace, Space},
		"digit":  {IsDigit, digits},
		"hex":    {IsHex, digits + "abcdefABCDEF"},
		"letter": {IsLetter, lower + upper},
		"alnum":  {IsAlnum, lower + upper + digits},
		"upper":  {IsUpper, upper},
		"punct":  {IsPunct, "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"},
	} {
		for b := range 256 {
			assert.Equal(t, strings.IndexByte(class.members, byte(b)) >= 0, class.is(byte(b)), "%s %#x", name, b)
		}
	}
}

func TestLower(t *testing.T) {
	for b := range 0x80 {
		assert.Equal(t, strings.ToLower(string(rune(b))), string(Lower(byte(b))))
	}
	for b := 0x80; b < 256; b++ {
		assert.Equal(t, byte(b), Lower(byte(b)))
	}
}

func TestWords(t *testing.T) {
	const text = "0123456789abcdef\xff\x00"
	for i := range len(text) - 8 {
		assert.Equal(t, WordOf(text[i:]), Word([]byte(text), i))
	}
	assert.Equal(t, uint64('0'), WordOf(text)&0xff)
	for at := range 8 {
		word := uint64(Highs|Ones) &^ (0xff << (8 * at))
		assert.Equal(t, 8*at+7, bits.TrailingZeros64(Zeros(word)))
	}
	assert.Zero(t, Zeros(Highs))
}
