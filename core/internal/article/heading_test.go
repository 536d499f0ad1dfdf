package article

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"tidemark/core/internal/dom"
)

// A heading that has blocks in it is one heading, and so are headings that follow each other as the lines of one.
func TestHeadingsInPieces(t *testing.T) {
	text := "<p>" + strings.Repeat(sentence, 4) + "</p>"
	f := find(t, "<main><h1>Tides</h1>"+text+"<h2>What the moon<p>does to the sea</p></h2>"+text+"<h2>All you need</h2><h2>to know about springs</h2>"+text+"</main>", Balance)
	kept := f.left(dom.Root)
	for _, piece := range []string{"What the moon", "does to the sea", "All you need", "to know about springs"} {
		assert.Contains(t, kept, piece)
	}
}
