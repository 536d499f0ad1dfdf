package turndown

import (
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/watch"
)

// collapser collapses the white space of a tree: what a browser would not show goes, but in <pre>. Comments go, too.
type collapser struct {
	doc          *dom.Document
	watch        *watch.Watch
	settings     *Settings
	text         dom.ID // the last text in the line, 0 at its beginning
	keepsLeading bool   // white space at the beginning of the line stays: something stands before it
	scratch      []byte
}

// collapse collapses what is in root.
func (c *collapser) collapse(root dom.ID) {
	c.text, c.keepsLeading = 0, false
	id := c.doc.Node(root).First
	if c.isPre(c.doc.Node(root)) {
		c.joinTexts(root)
		return
	}
	for steps := 0; id != 0; steps++ {
		if steps%watch.EverySteps == 0 {
			c.watch.Look()
		}
		n := c.doc.Node(id)
		switch n.Kind {
		case dom.KindText:
			id = c.collapseText(id, root)
			continue
		case dom.KindElement:
		default:
			next := c.after(id, root)
			c.doc.Remove(id)
			id = next
			continue
		}
		if c.settings.isSilent(n) {
			id = c.after(id, root)
			continue
		}
		if n.Tag == dom.TagTemplate {
			n.First, n.Last = 0, 0 // What is in it is in another tree.
		}
		c.edge(n)
		switch {
		case c.isPre(n):
			c.joinTexts(id)
		case n.First != 0:
			id = n.First
			continue
		}
		id = c.after(id, root)
	}
	if c.text == 0 {
		return
	}
	c.cutSpace()
	if c.doc.Text(c.text) == "" {
		c.doc.Remove(c.text)
	}
}

// after returns the node after an element that has been gone through, and ends those that end before it.
func (c *collapser) after(id, root dom.ID) dom.ID {
	for {
		n := c.doc.Node(id)
		if n.Next != 0 {
			return n.Next
		}
		if id = n.Parent; id == root {
			return 0
		}
		c.edge(c.doc.Node(id))
	}
}

func (c *collapser) isPre(n *dom.Node) bool {
	return n.Tag == dom.TagPre || c.settings.PreformattedCode && n.Tag == dom.TagCode
}

// edge notes that an element begins or ends.
func (c *collapser) edge(n *dom.Node) {
	switch e := &elements[n.Tag]; {
	case e.block, n.Tag == dom.TagBr:
		if c.text != 0 {
			c.cutSpace()
		}
		c.text, c.keepsLeading = 0, false
	case e.void, c.isPre(n):
		c.text, c.keepsLeading = 0, true
	case c.text != 0:
		c.keepsLeading = false
	}
}

// cutSpace takes away the space that the last text ends with.
func (c *collapser) cutSpace() {
	if s := c.doc.Text(c.text); strings.HasSuffix(s, " ") {
		c.doc.CutText(c.text, 0, len(s)-1)
	}
}

// collapseText collapses text, and returns the node after it.
func (c *collapser) collapseText(id, root dom.ID) dom.ID {
	c.joinText(id)
	s := c.doc.Text(id)
	if at := uncollapsed(s); at < len(s) {
		c.doc.SetText(id, c.collapsed(s, at))
		s = c.doc.Text(id)
	}
	if strings.HasPrefix(s, " ") && !c.keepsLeading && (c.text == 0 || strings.HasSuffix(c.doc.Text(c.text), " ")) {
		c.doc.CutText(id, 1, len(s))
		s = s[1:]
	}
	if s == "" {
		next := c.after(id, root)
		c.doc.Remove(id)
		return next
	}
	c.text = id
	return c.after(id, root)
}

// joinTexts makes the pieces of text in an element whose white space stays what they are together.
func (c *collapser) joinTexts(root dom.ID) {
	for id := c.doc.Following(root, root); id != 0; id = c.doc.Following(id, root) {
		if n := c.doc.Node(id); n.Kind == dom.KindText {
			c.joinText(id)
		} else if n.Tag == dom.TagTemplate {
			n.First, n.Last = 0, 0
		}
	}
}

// joinText makes the pieces of text that follow each other one node.
func (c *collapser) joinText(id dom.ID) {
	if next := c.doc.Node(id).Next; next == 0 || c.doc.Node(next).Kind != dom.KindText {
		return
	}
	c.scratch = append(c.scratch[:0], c.doc.Text(id)...)
	for next := c.doc.Node(id).Next; next != 0 && c.doc.Node(next).Kind == dom.KindText; next = c.doc.Node(id).Next {
		c.scratch = append(c.scratch, c.doc.Text(next)...)
		c.doc.Remove(next)
	}
	c.doc.SetText(id, c.scratch)
}

// uncollapsed returns the place of the first white space that is more than a space, or the end.
func uncollapsed(s string) int {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c <= ' ' && collapsing(c) && (c != ' ' || i+1 < len(s) && collapsing(s[i+1])) {
			return i
		}
	}
	return len(s)
}

// collapsed returns text with a space for each run of white space, from a place on.
func (c *collapser) collapsed(s string, at int) []byte {
	out := append(c.scratch[:0], s[:at]...)
	for i := at; i < len(s); {
		if i%watch.Every == 0 {
			c.watch.Look()
		}
		if !collapsing(s[i]) {
			out = append(out, s[i])
			i++
			continue
		}
		for i++; i < len(s) && collapsing(s[i]); i++ {
		}
		out = append(out, ' ')
	}
	c.scratch = out
	return out
}
