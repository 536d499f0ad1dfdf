package article

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/page"
	"tidemark/core/internal/watch"
)

// found is a document of which the main content has been found.
type found struct {
	*Choice
	doc    dom.Document
	finder Finder
}

func find(t *testing.T, source string, prefer Prefer) *found {
	t.Helper()
	f := new(found)
	require.NoError(t, new(html.Parser).Parse(context.Background(), &f.doc, []byte(source), html.Options{}))
	var p page.Page
	var w watch.Watch
	p.Begin(&w, &f.doc, &page.Options{}, false)
	f.Choice = f.finder.Find(&w, &f.doc, &p, prefer)
	return f
}

// read collects the units of a document and what is known of them by themselves.
func read(t *testing.T, f *Finder, source string) {
	t.Helper()
	doc := new(dom.Document)
	require.NoError(t, new(html.Parser).Parse(context.Background(), doc, []byte(source), html.Options{}))
	w, p := new(watch.Watch), new(page.Page)
	p.Begin(w, doc, &page.Options{}, false)
	f.Read(w, doc, p)
	f.Rows()
}

// names are the elements of a choice, with their classes.
func (f *found) names(ids []dom.ID) (names []string) {
	for _, id := range ids {
		if f.doc.Node(id).Kind == dom.KindText {
			names = append(names, strings.TrimSpace(f.doc.Text(id)))
			continue
		}
		name := f.doc.Name(id)
		if class := f.doc.Value(id, dom.AttrClass); class != "" {
			name += "." + class
		}
		names = append(names, name)
	}
	return names
}

// left are the elements that are left out once the choice has been applied.
func (f *found) left(root dom.ID) (text string) {
	f.finder.Apply()
	for id := root; id != 0; {
		n := f.doc.Node(id)
		if n.Traits&dom.Excluded != 0 || n.Tag == dom.TagHead {
			id = f.doc.FollowingSkipped(id, root)
			continue
		}
		if n.Kind == dom.KindText {
			text += f.doc.Text(id)
		}
		id = f.doc.Following(id, root)
	}
	return text
}

const sentence = "The tide comes in twice a day, and it goes out as often, whatever anybody in the harbour may do about it. "

func TestContainers(t *testing.T) {
	f := find(t, "<nav><a href=/a>Home</a> <a href=/b>News</a> <a href=/c>Boats</a></nav><main><article><h1>Tides</h1><p>"+
		strings.Repeat(sentence, 4)+"<p>"+strings.Repeat(sentence, 3)+"</article></main><footer>© Harbour. All rights reserved. <a href=/d>Privacy</a></footer>", Balance)
	require.Len(t, f.Containers, 1)
	assert.Contains(t, []string{"article", "main"}, f.names(f.Containers)[0])
	assert.Equal(t, []string{"nav", "footer"}, f.names(f.Left))
	assert.Equal(t, Article, f.Kind)
	assert.Greater(t, f.Confidence, 0.8)
	assert.Equal(t, NoFallback, f.Fallback)
	assert.Equal(t, "Tides"+strings.Repeat(sentence, 4)+strings.Repeat(sentence, 3), f.left(dom.Root))
}

// Text that stands beside what is kept, in the same element, can be left out too.
func TestTextIsLeftOut(t *testing.T) {
	f := find(t, "<main>Advertisement<p>"+strings.Repeat(sentence, 4)+"</p><p>"+strings.Repeat(sentence, 3)+"</p></main>", Balance)
	assert.NotContains(t, f.left(dom.Root), "Advertisement")
}

// A page of which nothing is likely is kept as a whole.
func TestWholePage(t *testing.T) {
	f := find(t, "<p>Advertisement</p>", Balance)
	assert.Equal(t, WholePage, f.Fallback)
	assert.Zero(t, f.Confidence)
	assert.Equal(t, "Advertisement", f.left(dom.Root))

	f = find(t, "", Balance)
	assert.Empty(t, f.Left)
}

// A table of data is not parted, and one that lays out a page is.
func TestTables(t *testing.T) {
	rows := strings.Repeat("<tr><td>M2<td>12.42 hours<td>1.84 m", 3)
	around := func(table string) string {
		return "<main><h1>Tides</h1><p>" + strings.Repeat(sentence, 4) + table + "<p>" + strings.Repeat(sentence, 4) + "</main>"
	}
	f := find(t, around("<table><tr><th>Name<th>Period<th>Height"+rows+"<tr><td><td><td>Share</table>"), Balance)
	assert.Contains(t, f.left(dom.Root), "Share")
	menu := strings.Repeat("<a href=a>Home</a><br><a href=b>News</a><br><a href=c>Boats</a><br>", 4)
	f = find(t, "<table><tr><td>"+menu+"<td><h1>Tides</h1><p>"+strings.Repeat(sentence, 4)+"<p>"+strings.Repeat(sentence, 4)+"</table>", Balance)
	assert.NotContains(t, f.left(dom.Root), "Boats")
}

// The title is kept though it stands far from the text, and is not said twice.
func TestTitle(t *testing.T) {
	text := "<p>" + strings.Repeat(sentence, 4) + "<p>" + strings.Repeat(sentence, 4)
	f := find(t, "<title>How tides are predicted | Harbour</title><header><h1>How tides are predicted</h1></header><nav><a href=a>Home</a> <a href=b>News</a></nav><main><h2>How tides are predicted</h2>"+text+"</main>", Balance)
	assert.Equal(t, 1, strings.Count(f.left(dom.Root), "How tides are predicted"))
}

// What is in <noscript> counts where the page has its content there alone.
func TestNoscript(t *testing.T) {
	noscript := "<noscript><h1>Tides</h1><p>" + strings.Repeat(sentence, 4) + "</noscript>"
	assert.Contains(t, find(t, "<div id=app></div>"+noscript, Balance).left(dom.Root), sentence)
	f := find(t, "<main><p>"+strings.Repeat(sentence, 9)+"</main>"+noscript, Balance)
	assert.Empty(t, f.finder.noscripts)
}

// A heading stays with what is under it, and goes where nothing under it stays.
func TestHeadings(t *testing.T) {
	f := find(t, "<main><h1>Tides</h1><p>"+strings.Repeat(sentence, 4)+"<h2>Why</h2><p>"+strings.Repeat(sentence, 4)+
		"<h2>Related articles</h2><ul class=related>"+strings.Repeat("<li><a href=a>Five knots to know</a><li><a href=b>Painting a hull</a>", 3)+"</ul></main>", Balance)
	text := f.left(dom.Root)
	assert.Contains(t, text, "Why")
	assert.NotContains(t, text, "Related articles")
	assert.NotContains(t, text, "knots")
}

// The answer is the same however often it is asked for, with the memory of others too.
func TestFinderIsUsedAgain(t *testing.T) {
	var f Finder
	var p page.Page
	var w watch.Watch
	answer := func(source string) (left []dom.ID, confidence float64) {
		var doc dom.Document
		require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte(source), html.Options{}))
		p.Begin(&w, &doc, &page.Options{}, false)
		c := f.Find(&w, &doc, &p, Balance)
		return append([]dom.ID(nil), c.Left...), c.Confidence
	}
	one := "<nav><a href=a>Home</a></nav><p>" + strings.Repeat(sentence, 5)
	left, confidence := answer(one)
	for range 3 {
		_, _ = answer("<ul>" + strings.Repeat("<li class=post>"+sentence, 50) + "</ul>")
		again, same := answer(one)
		assert.Equal(t, left, again)
		assert.Equal(t, confidence, same)
	}
}

// Where what is kept stands among much else, each part of it has a container.
func TestSeveralContainers(t *testing.T) {
	post := func(of string) string {
		return "<div class=post><div class=userinfo><ul>" + strings.Repeat("<li><a href=u>Profile</a>", 60) + "</ul></div><div class=message><p>" + of + strings.Repeat(sentence, 2) +
			"</div><div class=actions>" + strings.Repeat("<a href=#>Like</a> <a href=#>Reply</a> <a href=#>Report</a> ", 8) + "</div></div>"
	}
	f := find(t, "<title>Engine - Boat Forum</title><h1>Engine stalls</h1><div class=posts>"+post("One. ")+post("Two. ")+post("Three. ")+post("Four. ")+"</div>", Balance)
	messages := 0
	for _, id := range f.Containers {
		if at := strings.Count(string(f.doc.AppendTextContent(nil, id)), sentence); at > 0 {
			messages++
		}
	}
	assert.Equal(t, 4, messages, "%v without %v", f.names(f.Containers), f.names(f.Left))
}

// What stands outside of the box that dominates a page is to be more likely content than what stands in it.
func TestBounds(t *testing.T) {
	f := find(t, "<nav><a href=/a>Home</a> <a href=/b>News</a></nav><main><h1>Tides</h1><p>"+strings.Repeat(sentence, 4)+"<p>"+strings.Repeat(sentence, 4)+"</main><p>Open all day.</p>", Balance)
	least, _ := f.finder.threshold()
	b := f.finder.bound(least)
	assert.Greater(t, b.outside, least)
	assert.Positive(t, b.from)
	assert.Less(t, int(b.to), len(f.finder.units))

	f = find(t, strings.Repeat("<p>Open all day.</p><ul><li><a href=/a>Home</a></ul>", 9), Balance)
	least, _ = f.finder.threshold()
	b = f.finder.bound(least)
	assert.Zero(t, b.from)
	assert.Len(t, f.finder.units, int(b.to))
}
