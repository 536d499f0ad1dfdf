package article

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"tidemark/core/internal/dom"
)

// A page with little text keeps all of it but for what is no content.
func TestSmallPages(t *testing.T) {
	article := "<article><h1>Hello</h1><p>This is a short note about how to install it.</p><ul><li>one</li><li>two</li></ul><p>Questions? <a href=/ask>Ask us</a>.</p></article>"
	f := find(t, "<nav><a href=/>Home</a> <a href=/b>News</a></nav>"+article+"<footer>© Pier</footer>", Balance)
	assert.Equal(t, "HelloThis is a short note about how to install it.onetwoQuestions? Ask us.", f.left(dom.Root))
	for _, tiny := range []string{"<main><h1>Tides</h1><p>ebb</main>", "<h1>Tides</h1><p>ebb"} {
		f = find(t, "<title>Tides</title>"+tiny, Balance)
		assert.Equal(t, "Tidesebb", f.left(dom.Root), "no more than a word beside the heading")
	}
}

// A page without text is of the kind that it says, or an article.
func TestKindOfAnEmptyPage(t *testing.T) {
	assert.Equal(t, Article, find(t, "<div id=app></div>", Balance).Kind)
	assert.Equal(t, Product, find(t, `<meta property="og:type" content="product"><div id=app></div>`, Balance).Kind)
}
