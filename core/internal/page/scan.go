package page

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/watch"
)

// Scan looks once through all elements up to the lookahead limit for what decides what others mean, wherever it stands.
func (p *Page) Scan() {
	p.Formulas.Forget()
	p.footnotes.possible = false
	asked := dom.ID(0)
	nodes := p.doc.Nodes()
	for from := 0; from < len(nodes); from += watch.EverySteps {
		part := nodes[from:min(from+watch.EverySteps, len(nodes))]
		for i := range part {
			n := &part[i]
			if n.Traits&dom.HasID == 0 && n.Tag != dom.TagScript && (n.Tag != dom.TagA || !p.doc.Is(n.Parent, dom.TagSup)) {
				continue
			}
			switch {
			case n.Tag == dom.TagScript && n.Start < p.lookaheadLimit:
				p.Formulas.ReadScript(dom.ID(from + i))
			case n.Tag != dom.TagLi:
				if n.Start < p.lookaheadLimit && p.options.Footnotes && !p.Undecided && !p.footnotes.possible {
					p.footnotes.possible = p.mayHoldNote(n, dom.ID(from+i))
				}
			case n.Start < p.lookaheadLimit:
				if n.Parent != asked && p.options.Footnotes && !p.Undecided && !p.footnotes.possible {
					asked = n.Parent
					p.footnotes.possible = p.listsFootnotes(asked) || p.has(dom.ID(from+i), noteMarks)
				}
			}
		}
		p.watch.Look()
	}
}
