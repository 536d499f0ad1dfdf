package article

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"tidemark/core/internal/dom"
)

// Tables and code among what is kept stay, and so do notes below it.
func TestBlocksAmongText(t *testing.T) {
	text := "<p>" + strings.Repeat(sentence, 4) + "</p>"
	rows := strings.Repeat("<tr><td>M2<td>12.42<td>1.84", 3)
	for name, block := range map[string]string{
		"a table": "<table><tr><th>Name<th>Period<th>Height" + rows + "</table>",
		"code":    "<pre>M2 12.42 1.84\nS2 12.00 0.61</pre>",

		"a figure at the end of a section": "<section>" + text + "<figure><table><tr><th>Name<th>Period<th>Height" + rows + "</table></figure></section>",
	} {
		kept := find(t, "<main><h1>Tides</h1>"+text+block+text+"</main>", Balance).left(dom.Root)
		assert.Contains(t, kept, "M2", name)
		assert.Contains(t, kept, "1.84", name)
	}
	kept := find(t, "<main><h1>Tides</h1>"+text+text+"</main><div class=footnotes><ol><li>Ibid. <a href=#a>↩</a></ol></div>", Balance).left(dom.Root)
	assert.Contains(t, kept, "Ibid.")
}

// A picture among what is kept stays with its caption, and one beside it goes.
func TestPictures(t *testing.T) {
	text := "<p>" + strings.Repeat(sentence, 4) + "</p>"
	f := find(t, "<main><h1>Tides</h1><figure id=a><img src=a.png width=800><figcaption>The north pier at noon</figcaption></figure>"+text+text+
		"</main><aside class=ads><a href=x><img id=b src=b.png></a></aside>", Balance)
	f.finder.Apply()
	kept := map[string]bool{}
	for id := dom.Root; id != 0; {
		if f.doc.Node(id).Traits&dom.Excluded != 0 {
			id = f.doc.FollowingSkipped(id, dom.Root)
			continue
		}
		kept[f.doc.Value(id, dom.AttrID)] = true
		id = f.doc.Following(id, dom.Root)
	}
	assert.True(t, kept["a"])
	assert.False(t, kept["b"])
}
