package page

import (
	"strings"

	"tidemark/core/internal/dom"
)

// contentsClasses are the classes of tables of contents and of indexes that are lists of terms, or of the box around those: of DocBook XSL.
// https://github.com/docbook/xslt10-stylesheets/blob/master/xsl/html/autotoc.xsl
var contentsClasses = map[string]bool{
	"toc": true, "TOC": true, "list-of-figures": true, "list-of-tables": true, "list-of-examples": true, "list-of-equations": true,
	"list-of-procedures": true, "index": true, "indexdiv": true,
}

// IsContents reports whether <dl> is a table of contents or an index, in which terms are items and descriptions hold those below.
func (p *Page) IsContents(dl dom.ID) bool {
	for range lookAhead {
		if p.isOfContents(dl) {
			return true
		}
		box := p.doc.Node(dl).Parent
		if p.doc.Is(box, dom.TagDiv) {
			return p.isOfContents(box)
		}
		if !p.doc.Is(box, dom.TagDd) {
			return false
		}
		if dl = p.doc.Node(box).Parent; !p.doc.Is(dl, dom.TagDl) {
			return false
		}
	}
	return false
}

func (p *Page) isOfContents(id dom.ID) bool {
	if p.doc.Node(id).Traits&dom.HasClass == 0 {
		return false
	}
	class, _, _ := strings.Cut(p.doc.Value(id, dom.AttrClass), " ")
	return contentsClasses[class]
}
