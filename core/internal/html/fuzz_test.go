package html_test

import (
	"context"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	xhtml "golang.org/x/net/html"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/tool/treetext"
)

// FuzzParse looks for documents whose tree is not that of golang.org/x/net/html, or depends on how the source is cut.
func FuzzParse(f *testing.F) {
	files, err := filepath.Glob(filepath.Join(html5lib(f), "tree-construction", "*.dat"))
	require.NoError(f, err)
	for _, file := range files {
		for _, c := range readTreeTests(f, file) {
			if c.context == "" {
				f.Add(c.data, uint8(2))
				f.Add(c.data, uint8(3))
			}
		}
	}
	var parser html.Parser
	f.Fuzz(func(t *testing.T, source string, piece uint8) {
		source = strings.ToValidUTF8(source, "\ufffd")
		if piece%2 == 0 {
			// The direct paths need some bytes to look at. Small pieces do not have them.
			source += strings.Repeat(" ", 64)
		}
		whole, err := parseTree(&parser, treeTest{data: source}, 0)
		require.NoError(t, err)
		cut, err := parseTree(&parser, treeTest{data: source}, int(piece)+1)
		require.NoError(t, err)
		require.Equal(t, whole, cut, "in pieces of %d bytes", piece+1)
		if differs(source) {
			return
		}
		if want, err := xnetTree(source); err == nil { // It gives up at 512 open elements.
			var d dom.Document
			require.NoError(t, parser.Parse(context.Background(), &d, []byte(source), html.Options{Comments: true}))
			// It reads character references in comments.
			require.Equal(t, want, treetext.WithComments(&d, dom.Root, xhtml.UnescapeString))
		}
	})
}

// differs reports whether golang.org/x/net/html is known to parse a source by other rules than the standard's.
func differs(source string) bool {
	lower := strings.ToLower(source)
	return strings.Contains(source, "</>") || // which is a comment there
		strings.Contains(source, "\x00") || // It stays in names.
		strings.Contains(lower, "<!--") && strings.Contains(lower, "<script") || // It loses count of scripts in comments.
		strings.Contains(lower, "<template") || // Text that is moved out of a table in it is not joined with what is there.
		strings.Contains(lower, "<caption") && strings.Contains(lower, "<th") || // It ignores a <th> in a caption, which ends there.
		lateLineFeed.MatchString(source) || // It drops the line feed, though another token stands before it.
		tableText.MatchString(source) || // White space in a table stays there, although other text follows it.
		longAdoption.MatchString(source) || // It leaves elements on the stack whose formatting is over.
		lateDoctype.MatchString(source) || // It brings the body back.
		strings.Contains(lower, "<frameset") || // It reads the content of tags that are ignored in it as text.
		strings.Contains(lower, "<noscript") || // White space in it comes out behind it if other text follows.
		strings.Count(lower, "<!doctype") > len(plainDoctype.FindAllString(source, -1)) // It has other ideas of what is a name, which it takes as it is written for quirks, an identifier and an old doctype.
}

var plainDoctype = regexp.MustCompile(`(?i:<!doctype )html>`)

var lateLineFeed = regexp.MustCompile(`(?is)<(pre|listing)\b[^>]*>[\r\n]?(<[^>]*>)+[\r\n]`)

var tableText = regexp.MustCompile(`(?is)<table.*\s<([^a-z/!?]|/?$)`)

// An end tag of formatting goes through more than three elements there.
var longAdoption = regexp.MustCompile(`(?is)<(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)\b(?:.*?<[a-z]){5}.*</(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)\b`)

var lateDoctype = regexp.MustCompile(`(?is)</(body|html|frameset).*<!doctype`)

// FuzzFragment looks for fragments that make the parser fail.
func FuzzFragment(f *testing.F) {
	f.Add("<tr><td>a", "table")
	f.Add("<desc><p>a</desc>", "svg path")
	f.Fuzz(func(t *testing.T, source, context string) {
		_, err := parseTree(new(html.Parser), treeTest{data: source, context: context}, 0)
		require.NoError(t, err)
	})
}

// The links of a tree agree with each other, however it was built.
func checkLinks(t *testing.T, d *dom.Document) {
	for id := dom.Root; id != 0; id = d.Following(id, dom.Root) {
		n := d.Node(id)
		previous := dom.ID(0)
		for c := n.First; c != 0; c = d.Node(c).Next {
			require.Equal(t, id, d.Node(c).Parent)
			require.Equal(t, previous, d.Node(c).Prev)
			previous = c
		}
		require.Equal(t, previous, n.Last)
	}
}

func TestLinks(t *testing.T) {
	var d dom.Document
	source := "<table>a<b>b<tr>c<td>d</b><p><i>e<p>f</table>" + strings.Repeat("<a><b><div>", 20) + strings.Repeat("</a></b>", 20)
	require.NoError(t, new(html.Parser).Parse(context.Background(), &d, []byte(source), html.Options{}))
	checkLinks(t, &d)
	require.Contains(t, treetext.Of(&d, dom.Root), "<table>")
}
