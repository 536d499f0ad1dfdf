package core_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"

	"tidemark/core"
)

func TestFrontmatter(t *testing.T) {
	c := newConverter(t, core.Options{Frontmatter: true})
	for html, markdown := range map[string]string{
		``:                         "",
		`<p>a`:                     "a",
		`<title>a</title>`:         "---\ntitle: \"a\"\n---",
		`<title>a</title><p>b`:     "---\ntitle: \"a\"\n---\n\nb",
		`<title>a</title><hr>`:     "---\ntitle: \"a\"\n---\n\n___",
		`<hr><hr>`:                 "___\n\n---",
		`<ul><li><hr></ul>`:        "- ___",
		`<p>---</p>`:               `\---`,
		`<h2>a</h2><hr>`:           "## a\n\n---",
		`<blockquote><hr>`:         "> ---",
		`<title>a</title><p> </p>`: "---\ntitle: \"a\"\n---",
	} {
		assert.Equal(t, markdown, convert(t, c, html), "of %s", html)
	}
	assert.Equal(t, "---", convert(t, newConverter(t, core.Options{}), `<title>a</title><hr>`))
	assert.Equal(t, "***", convert(t, newConverter(t, core.Options{Frontmatter: true, HR: "***"}), `<hr>`))
}

func TestFrontmatterIsAppended(t *testing.T) {
	out, err := newConverter(t, core.Options{Frontmatter: true}).AppendText(context.Background(), []byte("before\n"), []byte("<title>a</title><p>b"))
	assert.NoError(t, err)
	assert.Equal(t, "before\n---\ntitle: \"a\"\n---\n\nb", string(out))
}

func TestFrontmatterCountsAsOutput(t *testing.T) {
	const document, size = `<title>a</title><p>bc`, 22
	assert.Len(t, convert(t, newConverter(t, core.Options{Frontmatter: true, MaxOutputBytes: size}), document), size)
	for _, limit := range []int{size - 1, 10, 2} {
		_, err := newConverter(t, core.Options{Frontmatter: true, MaxOutputBytes: limit}).Convert(context.Background(), document)
		var e *core.Error
		if assert.ErrorAs(t, err, &e) {
			assert.Equal(t, core.CodeInputTooLarge, e.Code)
		}
	}
}
