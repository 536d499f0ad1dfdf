package markdown

import "tidemark/core/internal/dom"

// always stands for a trait that all elements have.
const always dom.Traits = 1 << 7

// oddTraits are the traits, by tag, without which an element is sure to be seen, and to be no formula: most elements need not
// be asked.
var oddTraits = func() (table [256]dom.Traits) {
	for tag := range table {
		table[tag] = dom.HasConcealing
		if unseenTags[tag] {
			table[tag] = always
		}
	}
	for _, tag := range []dom.Tag{dom.TagSpan, dom.TagDiv, dom.TagP, dom.TagImg} {
		table[tag] |= dom.HasClass
	}
	for _, tag := range []dom.Tag{dom.Unknown, dom.TagInput, dom.TagDialog, dom.TagHtml, dom.TagBody} {
		table[tag] = always
	}
	return table
}()

// mayBeOdd tells whether an element may be unseen or a formula.
func (r *Renderer) mayBeOdd(n *dom.Node) bool {
	return (n.Traits|always)&(oddTraits[n.Tag]|r.markedTraits) != 0
}

// isOddByClass tells of an element that may be a formula, by its class, but is sure to be seen.
func isOddByClass(n *dom.Node) bool {
	return n.Traits&dom.HasConcealing == 0 && oddTraits[n.Tag] == dom.HasConcealing|dom.HasClass
}
