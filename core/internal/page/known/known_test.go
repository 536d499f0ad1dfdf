package known

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestValues(t *testing.T) {
	var v Values[int]
	ask := func(value string) (int, bool) {
		said, isKnown := v.Of(value)
		if !isKnown {
			*said = len(value)
		}
		return *said, isKnown
	}
	_, isKnown := v.Of("")
	assert.False(t, isKnown)
	for _, value := range []string{"a", "ab", "abc", "note", "notes", "a note", "two notes", "sixteen of bytes", "seventeen of bytes", "mw-parser-output", strings.Repeat("x", longest)} {
		_, _ = ask(value)
		said, isKnown := ask(value)
		assert.Equal(t, len(value), said)
		assert.True(t, isKnown, "%.10q", value)
	}
	long := strings.Repeat("x", longest+1)
	for range 2 {
		said, isKnown := ask(long)
		assert.Equal(t, len(long), said)
		assert.False(t, isKnown)
	}
	said, _ := ask(long[:longest])
	assert.Equal(t, longest, said, "its beginning is another")
	assert.Less(t, v.Room(), 4*longest)
	assert.Zero(t, testing.AllocsPerRun(10, func() { v.Of("mw-parser-output") }))
}

// Values that fall together take each other's place.
func TestValuesThatFallTogether(t *testing.T) {
	var v Values[int]
	for range 2 {
		for i := 1; i < 200; i++ {
			said, isKnown := v.Of(strings.Repeat("y", i))
			if !isKnown {
				*said = i
			}
			assert.Equal(t, i, *said)
		}
	}
}
