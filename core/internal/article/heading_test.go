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

// A heading that is unlikely by itself stays with the text that is kept under it, and one that is somewhat unlikely with the headings that are. Of what
// is said of who wrote the text, only the name is its heading.
func TestUnlikelyHeadings(t *testing.T) {
	var f Finder
	text := "<p>" + strings.Repeat(sentence, 8) + "</p>"
	read(t, &f, "<h1>Engine</h1>"+text+"<h2>Ropes and what to do</h2><h3>Knots that hold well</h3>"+text+"<h3>Splices that hold well</h3>"+text+"<h2>Menu of all ports</h2><h3>Answer of the week</h3><div class=poster-info><h4>Ann of the Lock</h4><h5>Captain of a boat</h5></div>"+text)
	keep := f.Decide([]uint8{200, 250, 60, 20, 250, 20, 250, 5, 60, 20, 20, 250})
	assert.Equal(t, []bool{true, true, true, true, true, true, true, false, true, true, false, true}, keep)
}
