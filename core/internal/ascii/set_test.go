package ascii

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestIn(t *testing.T) {
	set := SetOf("\x00<\xff")
	for length := range 40 {
		text := strings.Repeat("a", length)
		assert.False(t, set.In(text), length)
		for at := range length {
			for _, c := range []string{"\x00", "<", "\xff"} {
				assert.True(t, set.In(text[:at]+c+text[at+1:]), "%q at %d of %d", c, at, length)
			}
		}
	}
}

func TestHas(t *testing.T) {
	set := SetOf("ab")
	assert.True(t, set.Has('a'))
	assert.False(t, set.Has('c'))
	assert.False(t, new(Set).Has(0))
}
