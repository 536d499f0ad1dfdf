package article

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func counted(pieces ...string) counts {
	var t text
	for _, s := range pieces {
		t.add(s, false, false)
	}
	return t.end()
}

func TestCounts(t *testing.T) {
	c := counted("Don't read 3.5 pages, please. It costs $5!")
	assert.EqualValues(t, 9*halves, c.words)
	assert.EqualValues(t, 2, c.upper)
	assert.EqualValues(t, 3, c.digits)
	assert.EqualValues(t, 2, c.sentences)
	assert.EqualValues(t, 1, c.commas)
	assert.EqualValues(t, 1, c.prices)
	assert.EqualValues(t, endsSentence, c.ending)

	assert.Equal(t, counted("a wo", "rd in pieces"), counted("a word in pieces"))
	assert.EqualValues(t, 6*halvesDense, counted("潮汐很重要。好").words)
	assert.EqualValues(t, 1, counted("相关文章").said[related])
	assert.EqualValues(t, 2*halves, counted("Größe Ähnliche").words)
	assert.EqualValues(t, 1, counted("ÄHNLICHE").said[related])
	assert.EqualValues(t, endsColon, counted("as follows:").ending)
	assert.Equal(t, counted("The Same").hash, counted("the, same").hash, "neither letter case nor punctuation tells texts apart")
}

func TestWordsInLinks(t *testing.T) {
	var text text
	text.add("two words ", false, false)
	text.add("three of link ", true, false)
	text.add("field", false, true)
	c := text.end()
	assert.EqualValues(t, 6*halves, c.words)
	assert.EqualValues(t, 4*halves, c.linkWords)
}

// Only the first words are looked up, and of a long word nothing is.
func TestLookedUp(t *testing.T) {
	assert.Zero(t, counted(strings.Repeat("x ", lookedUp) + "cookie").said[legal])
	assert.EqualValues(t, 1, counted(strings.Repeat("x ", lookedUp-1) + "cookie").said[legal])
	assert.Zero(t, counted(strings.Repeat("cookie", 10)).said[legal])
}
