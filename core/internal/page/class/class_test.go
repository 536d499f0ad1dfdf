package class

import (
	"maps"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestVocabulary(t *testing.T) {
	v := NewVocabulary(maps.All(map[string]Set{"note": 1, "math": 2}), Words(map[string]bool{"math": true, "tip": true}, 4), maps.All(map[string]Set{"language-*": 8}))
	for attribute, want := range map[string]Set{
		"": 0, " ": 0, "note": 1, "Note": 0, "notes": 0, "a note": 1, "\tnote\n": 1, "math": 2 | 4, "tip note": 1 | 4, "language-go": 8, "language-": 8,
		"language": 0, "x-language-go": 0, "note language-x": 1 | 8,
		strings.Repeat("x", longest-5) + " note tip": 1,
	} {
		assert.Equal(t, want, v.Read(attribute), attribute)
	}
}
