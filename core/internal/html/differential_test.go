package html_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	xhtml "golang.org/x/net/html"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/tool/treetext"
)

// The tree of real pages is that of golang.org/x/net/html: the inputs of the golden tests, what the parser's module has, and
// more pages where there are some.
func TestPagesAsXNet(t *testing.T) {
	var files []string
	for _, pattern := range []string{
		"../../testdata/golden/*/*.html",
		filepath.Join(html5lib(t), "../go1.html"),
		"../../../../shared/fidelity/corpus/pages/*.html",
	} {
		found, err := filepath.Glob(pattern)
		require.NoError(t, err)
		files = append(files, found...)
	}
	require.Greater(t, len(files), 10)
	var parser html.Parser
	for _, file := range files {
		source, err := os.ReadFile(file)
		require.NoError(t, err)
		text := strings.ToValidUTF8(string(source), "\ufffd")
		if holdsIsland.MatchString(text) {
			continue // Its empty elements are not those of HTML.
		}
		want, err := xnetTree(text)
		require.NoError(t, err, file)
		var d dom.Document
		require.NoError(t, parser.Parse(context.Background(), &d, []byte(text), html.Options{Comments: true}))
		// It reads character references in comments.
		if got := treetext.WithComments(&d, dom.Root, xhtml.UnescapeString); got != want {
			assert.Fail(t, "the trees differ", "of %s:\n%s", file, firstDifference(want, got))
		}
	}
	t.Logf("%d pages", len(files))
}

// holdsIsland finds the vocabularies of XML that this parser knows.
var holdsIsland = regexp.MustCompile(`<(ac:|ri:|en-)`)

// firstDifference returns the lines around the first one that differs.
func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	around := func(lines []string) string {
		return strings.Join(lines[min(max(i-5, 0), len(lines)):min(i+5, len(lines))], "\n")
	}
	return fmt.Sprintf("want\n%s\ngot\n%s", around(a), around(b))
}

// xnetTree returns the tree that golang.org/x/net/html makes, with scripting off.
func xnetTree(source string) (string, error) {
	root, err := xhtml.ParseWithOptions(strings.NewReader(source), xhtml.ParseOptionEnableScripting(false))
	if err != nil {
		return "", err
	}
	var b strings.Builder
	writeXNet(&b, root, 0)
	return b.String(), nil
}

func writeXNet(b *strings.Builder, parent *xhtml.Node, depth int) {
	indent := "| " + strings.Repeat("  ", depth)
	for n := parent.FirstChild; n != nil; n = n.NextSibling {
		switch n.Type {
		case xhtml.TextNode:
			fmt.Fprintf(b, "%s\"%s\"\n", indent, n.Data)
		case xhtml.CommentNode:
			fmt.Fprintf(b, "%s<!-- %s -->\n", indent, n.Data)
		case xhtml.DoctypeNode:
			fmt.Fprintf(b, "%s<!DOCTYPE %s>\n", indent, doctypeText(n))
		case xhtml.ElementNode:
			ns := ""
			if n.Namespace != "" {
				ns = n.Namespace + " "
			}
			fmt.Fprintf(b, "%s<%s%s>\n", indent, ns, n.Data)
			var attrs []string
			for _, a := range n.Attr {
				name := a.Key
				if a.Namespace != "" {
					name = a.Namespace + " " + name
				}
				attrs = append(attrs, fmt.Sprintf("%s  %s=\"%s\"\n", indent, name, strings.ReplaceAll(a.Val, "\x00", "\ufffd")))
			}
			slices.Sort(attrs)
			b.WriteString(strings.Join(attrs, ""))
			inside := depth + 1
			if n.Data == "template" && n.Namespace == "" {
				fmt.Fprintf(b, "%s  content\n", indent)
				inside++
			}
			writeXNet(b, n, inside)
		}
	}
}

func doctypeText(n *xhtml.Node) string {
	var public, system string
	for _, a := range n.Attr {
		switch a.Key {
		case "public":
			public = a.Val
		case "system":
			system = a.Val
		}
	}
	if public == "" && system == "" {
		return n.Data
	}
	return fmt.Sprintf(`%s "%s" "%s"`, n.Data, public, system)
}
