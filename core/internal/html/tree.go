package html

import (
	"context"
	"strings"

	xhtml "golang.org/x/net/html"

	"tidemark/core/internal/dom"
)

// checkEvery is the number of nodes copied between two looks at the context.
const checkEvery = 4096

// copyTree copies the parser's tree into doc. It walks along the links, so depth costs no stack.
func copyTree(ctx context.Context, doc *dom.Document, root *xhtml.Node, maxDepth int) error {
	parent, depth := dom.Root, 0
	for n, count := root.FirstChild, 1; n != nil; count++ {
		if count%checkEvery == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		id := copyNode(doc, parent, n)
		if id != 0 && n.Type == xhtml.ElementNode {
			if depth++; depth > maxDepth {
				return ErrTooDeep
			}
			if n.FirstChild != nil {
				parent, n = id, n.FirstChild
				continue
			}
			depth--
		}
		for n.NextSibling == nil {
			if n = n.Parent; n == root {
				return nil
			}
			parent = doc.Node(parent).Parent
			depth--
		}
		n = n.NextSibling
	}
	return nil
}

// copyNode copies one node without its children, and gives 0 for what is not kept.
func copyNode(doc *dom.Document, parent dom.ID, n *xhtml.Node) dom.ID {
	switch n.Type {
	case xhtml.TextNode:
		return doc.AppendText(parent, n.Data)
	case xhtml.ElementNode:
		ns, tag := dom.HTML, dom.Unknown
		switch n.Namespace {
		case "svg":
			ns = dom.SVG
		case "math":
			ns = dom.MathML
		default:
			tag = dom.TagOf(n.Data)
		}
		id := doc.AppendElement(parent, ns, tag, n.Data)
		for _, a := range n.Attr {
			doc.AppendAttr(a.Key, strings.ReplaceAll(a.Val, "\x00", "\ufffd"))
		}
		return id
	default:
		return 0
	}
}
