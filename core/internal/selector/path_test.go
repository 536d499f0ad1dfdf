package selector

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
)

// pathDocument has IDs that are unique and some that are not, names to be escaped, siblings with and without a class in common.
const pathDocument = `<body><main id=m><article class="post first"><p>a</article><article class=post><p>b<p>c</article><aside class=post>d</aside></main>
<div id="1:a"><section><p>e</section></div><div id=twice><b>f</b></div><div id=twice><b>g</b><i>h</i><b>i</b></div><x-y><svg><g/></svg></x-y>
<ul>` + "<li>j<li>k<li>l<li>m" + `</ul><p class="--x 2y">n`

func TestPath(t *testing.T) {
	doc := parsed(t, pathDocument)
	elements := matched(new(Matcher), doc, must(t, "*"))
	random := rand.New(rand.NewPCG(3, 4))
	assert.Empty(t, Path(doc, nil))
	for range 2000 {
		some := map[dom.ID]bool{}
		for range 1 + random.IntN(4) {
			some[elements[random.IntN(len(elements))]] = true
		}
		var want []dom.ID
		for _, id := range elements {
			if some[id] {
				want = append(want, id)
			}
		}
		path := Path(doc, want)
		require.Equal(t, want, matched(new(Matcher), doc, must(t, path)), path)
	}
	posts := matched(new(Matcher), doc, must(t, "article"))
	assert.Equal(t, "#m > article", Path(doc, posts))
	assert.Equal(t, `#\31 \:a > section`, Path(doc, matched(new(Matcher), doc, must(t, "section"))))
	assert.Equal(t, "html", Path(doc, elements[:1]))
}

func TestPathOfMany(t *testing.T) {
	doc := parsed(t, "<main>"+strings.Repeat("<p class=a>b<i>c</i></p><p>d", 100)+"</main>")
	paragraphs := matched(new(Matcher), doc, must(t, "p.a"))
	assert.Equal(t, "body > main > p.a", Path(doc, paragraphs))
	mixed := matched(new(Matcher), doc, must(t, "i"))
	assert.Equal(t, "body > main", Path(doc, mixed), "what they are in")
}

func must(t *testing.T, text string) *Set {
	t.Helper()
	set, err := Compile([]string{text})
	require.NoError(t, err, text)
	return set
}
