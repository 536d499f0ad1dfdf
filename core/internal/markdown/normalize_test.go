package markdown_test

import (
	"context"
	"net/url"
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
)

// normalize writes HTML so that what renders the same is the same: by the rules of the CommonMark specification's own tests,
// white space next to blocks and the order of attributes do not count.
func normalize(t testing.TB, source string) string {
	t.Helper()
	var doc dom.Document
	require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte(source), html.Options{Scripting: true}))
	n := normalizer{doc: &doc, edge: true}
	n.children(doc.Find(dom.Root, dom.TagBody), false)
	return n.trimmed()
}

type normalizer struct {
	doc  *dom.Document
	out  []byte
	edge bool // right behind the tag of a block or a line break
}

func (n *normalizer) trimmed() string {
	n.out = []byte(strings.TrimRight(string(n.out), " \n"))
	return string(n.out)
}

func (n *normalizer) children(id dom.ID, pre bool) {
	for c := n.doc.Node(id).First; c != 0; c = n.doc.Node(c).Next {
		n.node(c, pre)
	}
}

func (n *normalizer) node(id dom.ID, pre bool) {
	node := n.doc.Node(id)
	if node.Kind == dom.KindText {
		n.text(n.doc.Text(id), pre)
		return
	}
	block := isBlockTag(node.Tag)
	if block && !pre || node.Tag == dom.TagBr {
		n.trimmed()
	}
	n.out = append(n.out, "<"+n.doc.Name(id)...)
	n.attrs(id)
	n.out = append(n.out, '>')
	n.edge = block || node.Tag == dom.TagBr
	switch node.Tag {
	case dom.TagBr, dom.TagHr, dom.TagImg, dom.TagInput:
		return
	}
	n.children(id, pre || node.Tag == dom.TagPre)
	if block && !pre && node.Tag != dom.TagPre {
		n.trimmed()
	}
	n.out = append(n.out, "</"+n.doc.Name(id)+">"...)
	n.edge = block
}

func (n *normalizer) text(s string, pre bool) {
	if pre {
		n.out = append(n.out, s...)
		return
	}
	for i := range len(s) {
		switch c := s[i]; {
		case c != ' ' && c != '\n' && c != '\t':
			n.out = append(n.out, c)
			n.edge = false
		case !n.edge && len(n.out) > 0 && n.out[len(n.out)-1] != ' ':
			n.out = append(n.out, ' ')
		}
	}
}

func (n *normalizer) attrs(id dom.ID) {
	var attrs []string
	for a := range n.doc.Attrs(id) {
		value := a.Value
		if a.Name == "href" || a.Name == "src" {
			if decoded, err := url.PathUnescape(value); err == nil {
				value = decoded
			}
		}
		attrs = append(attrs, " "+a.Name+"=\""+value+"\"")
	}
	if n.doc.Is(id, dom.TagImg) && !n.doc.Has(id, dom.AttrAlt) {
		attrs = append(attrs, ` alt=""`)
	}
	sort.Strings(attrs)
	n.out = append(n.out, strings.Join(attrs, "")...)
}

func isBlockTag(tag dom.Tag) bool {
	switch tag {
	case dom.TagP, dom.TagH1, dom.TagH2, dom.TagH3, dom.TagH4, dom.TagH5, dom.TagH6, dom.TagHr, dom.TagBlockquote, dom.TagPre,
		dom.TagUl, dom.TagOl, dom.TagLi, dom.TagTable, dom.TagThead, dom.TagTbody, dom.TagTr, dom.TagTd, dom.TagTh, dom.TagDiv:
		return true
	}
	return false
}
