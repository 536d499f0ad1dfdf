package html

import (
	"strings"

	"tidemark/core/internal/dom"
)

// Documents of two vocabularies of XML are exported with names that HTML does not know: the storage format of Confluence
// (https://confluence.atlassian.com/doc/confluence-storage-format-790796544.html) and the notes of Evernote
// (https://dev.evernote.com/doc/articles/enml.php). Elements of HTML keep to the HTML Standard; those of the vocabularies may be empty
// elements and hold CDATA sections, as in XML.

// islandTags are the elements of HTML that some are another word for.
var islandTags = map[string]dom.Tag{
	"ac:task-list":      dom.TagUl,
	"ac:task":           dom.TagLi,
	"ac:task-body":      dom.TagDiv,
	"ac:rich-text-body": dom.TagDiv,
	"ac:layout":         dom.TagDiv,
	"ac:layout-section": dom.TagDiv,
	"ac:layout-cell":    dom.TagDiv,
	"ac:caption":        dom.TagDiv,
	"en-note":           dom.TagDiv,
}

// islandTag returns the element of HTML that a name of the vocabularies stands for, or Unknown.
func (z *tokenizer) islandTag(name []byte) dom.Tag {
	if z.htmlOnly || len(name) < 3 || name[2] != ':' && name[2] != '-' {
		return dom.Unknown
	}
	return islandTags[string(name)]
}

// isIsland reports whether a name is one of the vocabularies.
func isIsland(name string) bool {
	return strings.HasPrefix(name, "ac:") || strings.HasPrefix(name, "ri:") || strings.HasPrefix(name, "en-")
}

// startUnknown inserts an element for a start tag without a rule of its own. The box of a task stays open, around the text that follows
// it.
func (p *Parser) startUnknown() {
	p.insertElement()
	if !p.token.selfClosing || p.token.tag != dom.Unknown || p.htmlOnly {
		return
	}
	if name := p.doc.NameText(p.token.name); isIsland(name) && name != "en-todo" {
		p.open.pop()
	}
}

// holdsCDATA reports whether a CDATA section may come, in HTML too.
func (z *tokenizer) holdsCDATA() bool {
	return z.foreign || !z.htmlOnly && z.lastStartTag.Tag() == dom.Unknown && z.lastStartTag != 0 && strings.HasPrefix(z.doc.NameText(z.lastStartTag), "ac:")
}
