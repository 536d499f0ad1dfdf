package article

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// noise are the texts of the units of a page that are no content, whatever they are like.
func (f *found) noise() (texts []string) {
	for i := range f.finder.units {
		if u := &f.finder.units[i]; u.words > 0 && f.finder.isNoise(u) {
			texts = append(texts, strings.TrimSpace(string(f.finder.AppendText(nil, i))))
		}
	}
	return texts
}

// What asks for consent is noise, but not what is about it.
func TestNoiseOfConsent(t *testing.T) {
	f := find(t, "<h1>Cookies</h1><section id=cookies><p>Cookies are what a browser keeps.</p></section><div class=cookie-banner><p>We use cookies.</p><button>OK</button></div>", Balance)
	assert.Equal(t, []string{"We use cookies."}, f.noise())
}

// What can be done with each post is noise, but not who wrote it.
func TestNoiseOfPosts(t *testing.T) {
	post := "<div class=post><div class=userinfo><a href=u>kim</a></div><p>" + sentence + "</p><ul><li><a href=#>Quote</a></ul></div>"
	f := find(t, "<h1>Engine stalls</h1>"+strings.Repeat(post, 12), Balance)
	assert.Equal(t, strings.Split(strings.Repeat("Quote ", 12), " ")[:12], f.noise())
	assert.Empty(t, find(t, "<h1>Engine stalls</h1>"+strings.Repeat(post, 11), Balance).noise())
}
