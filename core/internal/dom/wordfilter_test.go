package dom_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"tidemark/core/internal/dom"
)

func TestWordFilter(t *testing.T) {
	f := dom.NewWordFilter(slices.Values([]string{"note", "x", "admonition-title"}), []string{"language-"})
	may := func(value string) bool {
		src := `<p class="` + value + `">paragraph`
		at := strings.IndexByte(src, '"') + 1
		return f.MayHold([]byte(src), at, at+len(value))
	}
	for _, value := range []string{
		"note", "x", "admonition-title", "language-go", "language-", "a note", "\n\tnote ", "a\rx", "note-book x", "external text x", "a-long-word-that-goes-on note",
		"no&#116;e", "&", "a&", strings.Repeat("y", 400),
	} {
		assert.True(t, may(value), value)
	}
	for _, value := range []string{"", " ", "notes", "Note", "xx", "languag", "a", "mw-redirect", "external text", "one two three four", strings.Repeat("abcdefg ", 30)} {
		assert.False(t, may(value), value)
	}
	assert.True(t, f.MayHold([]byte("y"), 0, 1), "too near to the end of the source to look")
	assert.Panics(t, func() { dom.NewWordFilter(slices.Values([]string(nil)), []string{"short"}) })
}
