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
	assert.Equal(t, "***", convert(t, newConverter(t, core.Options{Frontmatter: true, HR: "***"}), `<hr>`))
}

// What a reader takes for front matter is what the option asks for, and never the document.
func TestNothingElseIsFrontMatter(t *testing.T) {
	for html, markdown := range map[string]string{
		`<hr><p>layout: evil</p><hr>`:           "___\n\nlayout: evil\n\n---",
		`<p>---<br>layout: evil<br>---`:         "\\---\\\nlayout: evil\\\n\\---",
		`<p>---js<p>module.exports={}`:          "\\---js\n\nmodule.exports={}",
		`---`:                                   `\---`,
		`<p> --- <b>js</b>`:                     `\--- **js**`,
		`<p>+++<p>a`:                            "\\+++\n\na",
		`;;;json`:                               `\;;;json`,
		`{"layout":"evil"}`:                     `\{"layout":"evil"}`,
		`% evil`:                                `\% evil`,
		`#+LAYOUT: evil`:                        `\#+LAYOUT: evil`,
		`<p>--<p>---js`:                         "--\n\n---js",
		`<b>---js</b>`:                          `**---js**`,
		`<blockquote>+++</blockquote>`:          "> +++",
		`<p>++ a`:                               "++ a",
		`<title>a</title><hr>`:                  "___",
		`<table><tr><th>---<tr><td>+++</table>`: "| --- |\n| --- |\n| +++ |",
	} {
		assert.Equal(t, markdown, convert(t, newConverter(t, core.Options{}), html), "of %s", html)
		parts, err := streamed(newConverter(t, core.Options{}), []byte(html), always(1))
		assert.NoError(t, err)
		assert.Equal(t, markdown, parts, "of %s in parts", html)
	}
	assert.Equal(t, "\\---js\n======", convert(t, newConverter(t, core.Options{HeadingStyle: "setext"}), `<h1>---js</h1>`))
	assert.Equal(t, "____", convert(t, newConverter(t, core.Options{HR: "----"}), `<hr>`))
	assert.Equal(t, "- - -", convert(t, newConverter(t, core.Options{HR: "- - -"}), `<hr>`))
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
