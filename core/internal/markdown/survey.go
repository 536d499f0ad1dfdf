package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/watch"
)

// survey looks through all elements up to the horizon once for what decides how others are written, wherever it stands.
func (r *Renderer) survey() {
	r.delimiters, r.markedTraits, r.footnotes.possible = noDelimiters, 0, false
	asked := dom.ID(0)
	nodes := r.doc.Nodes()
	for from := 0; from < len(nodes); from += watch.EverySteps {
		part := nodes[from:min(from+watch.EverySteps, len(nodes))]
		for i := range part {
			switch n := &part[i]; {
			case n.Tag == dom.TagScript && n.Start < r.horizon:
				r.delimiters = max(r.delimiters, r.scriptDelimiters(dom.ID(from+i)))
			case n.Tag == dom.TagLi && n.Start < r.horizon:
				if n.Traits&dom.HasID != 0 && n.Parent != asked && r.settings.Footnotes && !r.footnotes.possible {
					asked = n.Parent
					r.footnotes.possible = r.listsFootnotes(asked)
				}
			}
		}
		r.watch.Look()
	}
	r.marksMath = r.delimiters != noDelimiters
	if r.marksMath {
		r.markedTraits = dom.HasClass
	}
}
