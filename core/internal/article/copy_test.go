package article

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"tidemark/core/internal/dom"
)

// What a page has for small screens and for large ones is said once.
func TestCopiesAreLeftOut(t *testing.T) {
	steps := "<h2>How to moor</h2><p>" + sentence + "</p><p>Take the line ashore before the engine stops.</p>"
	f := find(t, "<main><h1>Tides</h1><p>"+strings.Repeat(sentence, 3)+"</p><div class=desktop>"+steps+"</div><div class=mobile>"+steps+"</div></main>", Balance)
	assert.Equal(t, 1, strings.Count(f.left(dom.Root), "Take the line ashore"))
}

// What is quoted may be said again, and a line too.
func TestWhatMayBeSaidAgain(t *testing.T) {
	for _, again := range []string{"<blockquote><p>" + sentence + "</p><p>" + sentence + "</p></blockquote>", "<p>" + sentence + "</p>"} {
		f := find(t, "<main><h1>Tides</h1><p>"+sentence+"</p><p>"+sentence+"</p><p>Somebody said on the quay that this is how it has been all the time.</p>"+again+"</main>", Balance)
		assert.Equal(t, 2+strings.Count(again, sentence), strings.Count(f.left(dom.Root), sentence))
	}
}
