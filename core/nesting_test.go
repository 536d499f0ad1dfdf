package core_test

import (
	"context"
	"errors"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core"
)

// nested is a family of documents: what comes again and again before the text that is deep within, and behind it.
type nested struct {
	name          string
	begin         string
	before, after string
	drawn         bool // the text is part of a drawing, and does not come out of it
	options       core.Options
}

// families has what is nested in each way that the parser and the renderer follow.
var families = []nested{
	// What only groups
	{name: "div", before: "<div>"},
	{name: "span", before: "<span>", after: "</span>"},
	{name: "paragraphs", before: "<p>", after: "</p>"},
	{name: "sections of text", before: "<section>a", after: "b</section>"},
	{name: "details", before: "<details><summary>a</summary>", after: "</details>"},
	{name: "definitions", before: "<dl><dt>a<dd>"},
	{name: "forms", before: "<fieldset><legend>a</legend>"},
	{name: "custom elements", before: "<x-y>"},
	{name: "objects", before: "<object>"},
	{name: "templates and text", before: "<template></template><div>"},

	// What formats
	{name: "bold", before: "<b>"},
	{name: "bold in italics", before: "<b><i>"},
	{name: "font", before: "<font color=red>"},
	{name: "bold paragraphs", begin: "<b>", before: "<p>"},
	{name: "links", before: "<section><a href=b>"},
	{name: "superscripts", before: "<sup>"},
	{name: "code", before: "<code>"},
	{name: "preformatted", before: "<pre>"},
	{name: "headings", before: "<h1><span>"},
	{name: "headings in sections", before: "<section><h2>a</h2>"},
	{name: "quotations", before: "<q>"},
	{name: "ruby", before: "<ruby>a<rt>"},
	{name: "ruby of ruby", before: "<ruby><rtc><rt>a</rt>"},
	{name: "labels", before: "<button><label>"},

	// Tables
	{name: "tables", before: "<table><tr><td>"},
	{name: "tables in headers", before: "<table><tr><th>"},
	{name: "tables with feet above", before: "<table><tfoot><tr><td>a<tbody><tr><td>"},
	{name: "tables in captions", before: "<table><caption>", after: "</caption><tr><td>a<td>b</table>"},
	{name: "layout tables", before: "<table role=presentation><tr><td>"},
	{name: "tables as HTML", before: "<table><tr><td>", options: core.Options{Tables: "html"}},
	{name: "elements that selectors match", before: "<div><b>", options: core.Options{
		Exclude: []string{"div:has(p) > p, b:nth-last-of-type(2), div div div ~ i"}, Unwrap: []string{"b b, :lang(en) > b, :dir(rtl) b"},
	}},
	{name: "main content", before: "<div><p>", options: mainContent("")},
	{name: "main content in what is inline", before: "<b><section>a", options: mainContent("")},
	{name: "main content in tables", before: "<table><tr><td>", options: mainContent("")},
	{name: "main content of items", before: "<ul><li>a", options: mainContent("")},
	{name: "elements that are kept", before: "<section><kbd>", options: core.Options{Keep: []string{"section:has(section)"}}},
	{name: "elements that are included", begin: "<p>", before: "<i><div>", options: core.Options{Include: []string{"div:not(:has(div))"}}},
	{name: "elements in tables as HTML", begin: "<table><tr><td>", before: "<div>", options: core.Options{Tables: "html"}},
	{name: "fields in tables as HTML", begin: "<table><tr><td>", before: "<select><option><object>", options: core.Options{Tables: "html"}},
	{name: "formulas in tables as HTML", begin: "<table><tr><td>", before: "<span class=katex><span class=katex-html>", options: core.Options{Tables: "html"}},
	{name: "equations", before: "<table class=ltx_eqn_table><tr class=ltx_eqn_row><td>"},

	// What Markdown nests
	{name: "block quotations", before: "<blockquote>"},
	{name: "block quotations of text", before: "<blockquote>a", after: "b</blockquote>"},
	{name: "lists", before: "<ul><li>"},
	{name: "numbered lists", before: "<ol><li>"},
	{name: "lists without items", before: "<ul>"},
	{name: "lists of text", before: "<ul>a<li>b"},
	{name: "lists behind items", before: "<ul><li>a</li>"},
	{name: "elements around items", begin: "<ul>", before: "<div><li>a</li>"},
	{name: "elements around the first item", begin: "<ul><li>a<ul>", before: "<div>", after: "<li>"},
	{name: "links around items", before: "<ul><a href=a><div><li></a>"},
	{name: "menus in definitions", before: "<dl><dd><menu>"},
	{name: "alerts of quotations", before: "<div class=admonition><blockquote>"},
	{name: "alerts", before: "<div class='admonition note'>"},
	{name: "footnotes", begin: "<p><a role=doc-noteref href=#a>1</a>", before: "<ol class=footnotes><li id=a>"},

	// Forms
	{name: "selections", before: "<select><option><object>"},
	{name: "options that are selected", before: "<select><option selected><object>"},

	// Formulas
	{name: "drawn formulas", before: "<span class=katex><span class=katex-html>"},
	{name: "rows", begin: "<math>", before: "<mrow>"},
	{name: "rows in fences", begin: "<math>", before: "<mrow><mo>(</mo><msqrt>", after: "</msqrt><mo>)</mo></mrow>"},
	{name: "roots", begin: "<math>", before: "<msqrt>"},
	{name: "scripts", begin: "<math>", before: "<msup><mi>y</mi>", after: "</msup>"},
	{name: "bases", begin: "<math>", before: "<msub>", after: "<mi>y</mi></msub>"},
	{name: "fractions", begin: "<math>", before: "<mfrac>", after: "<mi>y</mi></mfrac>"},
	{name: "limits", begin: "<math>", before: "<munderover><mo>∑</mo>", after: "<mi>y</mi></munderover>"},
	{name: "many scripts", begin: "<math>", before: "<mmultiscripts><mi>y</mi>", after: "</mmultiscripts>"},
	{name: "matrices", begin: "<math>", before: "<mtable><mtr><mtd>", after: "</mtd></mtr></mtable>"},
	{name: "fences", begin: "<math>", before: "<mfenced>", after: "<mi>y</mi></mfenced>"},
	{name: "enclosures", begin: "<math>", before: "<menclose notation=box>"},
	{name: "styles", begin: "<math>", before: "<mstyle mathvariant=bold>"},
	{name: "semantics", begin: "<math>", before: "<semantics>", after: "<annotation>y</annotation></semantics>"},
	{name: "HTML in formulas", before: "<math><mtext><div>"},

	// Other foreign content. What is drawn leaves no text; that behind it stays.
	{name: "drawings", before: "<svg><g>", after: "</g></svg>a", drawn: true},
	{name: "HTML in drawings", before: "<svg><foreignObject><div>", after: "</div></foreignObject></svg>a", drawn: true},

	// What is passed over
	{name: "end tags without a name", before: "</>"},
	{name: "empty CDATA sections", before: "<svg><![CDATA[]]></svg>"},
	{name: "empty CDATA sections in a row", begin: "<svg>", before: "<![CDATA[]]>", drawn: true},
	{name: "comments", before: "<!>"},
	{name: "hidden elements", before: "<div hidden>a</div><div>"},
}

// inner is the text that is deep within.
const inner = "tide"

// document has the text so many levels deep.
func (n nested) document(levels int) string {
	text := inner
	if strings.HasPrefix(n.before, "<m") || n.begin == "<math>" {
		text = "<mi>" + inner + "</mi>"
	}
	return n.begin + strings.Repeat(n.before, levels) + text + strings.Repeat(n.after, levels) + "</table>"
}

// nestingBytes is the size of the documents of TestNesting. The longest that can be allowed are of 1 GiB.
func nestingBytes(t *testing.T) int {
	value, ok := os.LookupEnv("TIDEMARK_NESTING_BYTES")
	if !ok {
		return 2 << 20
	}
	n, err := strconv.Atoi(value)
	require.NoError(t, err)
	return n
}

// Whatever is nested, the text within comes out, or there is an error that says which limit was met. It takes memory, but no stack.
func TestNesting(t *testing.T) {
	skipWithRaces(t)
	size := nestingBytes(t)
	// What is longer ends the process.
	defer debug.SetMaxStack(debug.SetMaxStack(256 << 10))
	for _, family := range families {
		t.Run(family.name, func(t *testing.T) {
			options := family.options
			options.MaxInputBytes, options.MaxOutputBytes = 1<<30, min(16*size, 1<<30)
			c := newConverter(t, options)
			most := (size - len(family.begin)) / len(family.before+family.after)
			for _, levels := range []int{20, 400, most} {
				markdown, err := c.Convert(context.Background(), family.document(levels))
				var e *core.Error
				if levels == most && errors.As(err, &e) {
					assert.Equal(t, core.CodeInputTooLarge, e.Code)
					continue
				}
				require.NoError(t, err)
				assert.True(t, family.drawn || strings.Contains(markdown, inner), "the text is lost")
			}
		})
	}
}
