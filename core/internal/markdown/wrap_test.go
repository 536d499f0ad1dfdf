package markdown_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/markdown"
)

func wrapped(width int) markdown.Settings {
	s := defaults()
	s.Wrap = width
	return s
}

func TestWrap(t *testing.T) {
	checkWith(t, wrapped(10), []conversion{
		{`one two three four`, "one two\nthree four"},
		{`one two thr`, "one two\nthr"},
		{`1234567890 1234567890 1`, "1234567890\n1234567890\n1"},
		{`12345678901 12345678901`, "12345678901\n12345678901"},
		{`a <b>bold text here</b> b`, "a **bold\ntext\nhere** b"},
		{`<ul><li>one two three<ol><li>four five six</ol></ul>`, "- one two\n  three\n  1. four\n     five\n     six"},
		{`<blockquote>one two three<p>four five six</blockquote>`, "> one two\n> three\n>\n> four\n> five six"},
		{`<ul><li><input type=checkbox> one two</ul>`, "- [ ] one\n  two"},
		{`one two<br>three four five`, "one two\\\nthree four\nfive"},
		{`one two thr<br>four`, "one two\nthr\\\nfour"},
		{`<dl><dt>one two three</dl>`, "**one two\nthree**"},
		{`<ul><li></li></ul>`, ""},
	})
}

func TestWrapLeavesWhatIsOne(t *testing.T) {
	checkWith(t, wrapped(4), []conversion{
		{`<h1>one two three</h1>`, "# one two three"},
		{`<code>one two three</code> four`, "`one two three`\nfour"},
		{`<pre>one two three</pre>`, "```\none two three\n```"},
		{`<table><tr><th>one two three</table>`, "| one two three |\n| --- |"},
		{`<img src="/a b" alt="c d e" title="f g">`, `![c d e](</a b> "f g")`},
		{`<a href="/a b" title="c d e">f g h i</a>`, "[f g\nh\ni](</a b> \"c d e\")"},
		{`a <a href="https://example.com/">https://example.com/</a> b`, "a\n<https://example.com/>\nb"},
		{`a <kbd>b c</kbd> d`, "a\n<kbd>b\nc</kbd>\nd"},
		{`one&nbsp;two&nbsp;three four`, "one\u00a0two\u00a0three\nfour"},
	})
	s := wrapped(4)
	s.HeadingSetext, s.LinkReferenced, s.TableMode = true, true, markdown.HTML
	checkWith(t, s, []conversion{
		{`<h1>one two three</h1>`, "one two three\n============="},
		{`<a href="/a b" title="c d e">f g</a>`, "[f\ng][1]\n\n[1]: </a b> \"c d e\""},
		{`<table><tr><th>one two</table>`, "<table><tbody><tr><th>one two</th></tr></tbody></table>"},
	})
}

// A line must not begin with what would begin a block there, nor end so that the line before is another.
func TestWrapKeepsLinesText(t *testing.T) {
	for _, word := range []string{
		"-", "+", "*", "1.", "1)", "12.", "#", "##", ">", ">a", "=", "===", "---", "***", "___", "|-|", "--", ":-:", "```", "~~~a", "[^1]:",
	} {
		assert.NotContains(t, convertWith(t, wrapped(1), `<p>aaaa `+escapeHTML.Replace(word)+` b c</p>`), "\n"+word, "%q", word)
	}
	checkWith(t, wrapped(1), []conversion{
		{`a &lt;div b`, "a <div\nb"},
		{`a &lt;b> b`, "a\n\\<b>\nb"},
		{`a \ b`, "a\n\\ b"},
		{`a<br>--- b c`, "a\\\n--- b\nc"},
		{`a<br>=== b c`, "a\\\n=== b\nc"},
		{`a<br>| - | b c`, "a\\\n| - | b\nc"},
		{`#tag -a 1.5 =a`, "#tag\n-a\n1.5\n=a"},
	})
}

func TestWrapOfWideCharacters(t *testing.T) {
	checkWith(t, wrapped(6), []conversion{
		{`漢字 ab c`, "漢字\nab c"},
		{`한국 한국 한국`, "한국\n한국\n한국"},
		{`漢字 漢字 漢字 a`, "漢字 漢字 漢字\na"},
		{`**漢字** ab <b>漢</b> <i>字</i> a`, "\\*\\*漢字**\nab\n**漢** *字*\na"},
		{"e\u0301e\u0301e\u0301 e\u0301e\u0301 a", "e\u0301e\u0301e\u0301 e\u0301e\u0301\na"},
	})
}

func TestWrapOfUnescapedText(t *testing.T) {
	s := wrapped(4)
	s.EscapeNone = true
	checkWith(t, s, []conversion{
		{`*one two* three`, "*one\ntwo*\nthree"},
		{`[one](&lt;a b>) two`, "[one](<a b>) two"},
		{`# one two`, "# one two"},
		{"`a  b` two", "`a b` two"},
	})
}

// Where what a line begins with leaves no room, breaking it would only make the document longer.
func TestWrapWithoutRoom(t *testing.T) {
	checkWith(t, wrapped(4), []conversion{
		{strings.Repeat("<blockquote>", 2) + "a b c", "> > a b c"},
		{strings.Repeat("<blockquote>", 1) + "a b c", "> a\n> b\n> c"},
	})
}

// TestWrapChangesNothing wraps documents at all widths: rendered back they are what they are without it, and what is not white
// space or the marker of a quotation stays.
func TestWrapChangesNothing(t *testing.T) {
	for name, source := range documents(t, 300) {
		checkWrapping(t, name, source)
	}
}

// FuzzWrap looks for HTML that is not the same if it is wrapped.
func FuzzWrap(f *testing.F) {
	for seed := range uint64(20) {
		f.Add(randomDocument(seed))
	}
	f.Fuzz(func(t *testing.T, source string) {
		source = strings.ToValidUTF8(source, "\ufffd")
		if !emptyItem.MatchString(convert(t, source)) {
			checkWrapping(t, "", source)
		}
	})
}

func checkWrapping(t *testing.T, name, source string) {
	t.Helper()
	all := choice{}.dialect(t).renderer
	plain := convert(t, source)
	want, last := normalize(t, renderBack(t, all, plain)), plain
	for width := 40; width > 0; width-- {
		got := convertWith(t, wrapped(width), source)
		if got == last {
			continue
		}
		last = got
		require.Equal(t, fields(plain), fields(got), "%s: %s", name, source)
		require.Equal(t, want, normalize(t, renderBack(t, all, got)), "%s: %s\nin %d columns\n%s\nfor\n%s", name, source, width, got, plain)
	}
}

// fields are the words of Markdown without the markers of quotations.
func fields(markdown string) []string {
	return slices.DeleteFunc(strings.Fields(markdown), func(s string) bool { return strings.Trim(s, ">") == "" })
}

// TestWrapFits wraps plain text: no line is too long that could be broken, nor too short.
func TestWrapFits(t *testing.T) {
	for seed := range uint64(200) {
		words := randomWords(seed)
		for width := 1; width <= 40; width++ {
			lines := strings.Split(convertWith(t, wrapped(width), "<blockquote>"+strings.Join(words, " ")), "\n")
			for i, line := range lines {
				length := utf8.RuneCountInString(line)
				assert.True(t, length <= width || !strings.Contains(line[2:], " ") || width <= 2, "%d columns: %q", width, line)
				if i+1 < len(lines) {
					next, _, _ := strings.Cut(lines[i+1][2:], " ")
					assert.Greater(t, length+1+utf8.RuneCountInString(next), width, "%q and %q", line, next)
				}
			}
		}
	}
}

// Quotations multiply what is written; the limit holds for the lines that wrapping makes, too.
func TestMaxOutputBytesOfWrapped(t *testing.T) {
	doc := parse(t, strings.Repeat("<blockquote>", 400)+strings.Repeat("a ", 100_000))
	s := wrapped(1000)
	s.MaxOutputBytes = 250_000
	out, err := new(markdown.Renderer).Render(context.Background(), nil, doc, s.Compile())
	assert.ErrorIs(t, err, markdown.ErrTooLong)
	assert.Less(t, cap(out), 1_000_000)
}

func TestWrapAllocations(t *testing.T) {
	doc := parse(t, strings.Repeat(`<p>one <b>two</b> 漢字 three <code>four five</code> six</p><ul><li>one two three<blockquote>four five six</blockquote></ul>`, 50))
	s := wrapped(12)
	var r markdown.Renderer
	compiled := s.Compile()
	var out []byte
	assert.Zero(t, testing.AllocsPerRun(10, func() {
		var err error
		out, err = r.Render(context.Background(), out[:0], doc, compiled)
		require.NoError(t, err)
	}))
}
