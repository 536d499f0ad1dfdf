package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/page"
	"tidemark/core/internal/rule"
)

// chooseRule chooses the rule that an element is written by, of those that match it.
func (r *Renderer) chooseRule(id dom.ID, matching uint64, unfinished bool) {
	n := r.doc.Node(id)
	if n.Namespace == dom.HTML && page.Of(n.Tag).Display == page.None {
		return
	}
	if number := r.found.Match(id, matching); unfinished && r.settings.Rules.Rules[number].Kind == rule.As {
		n.Traits |= dom.Ruled // It waits: the parser must find it as it is.
		n.Rule = uint8(number)
	} else {
		r.applyRule(id, number)
	}
}

// applyRule makes a rule that of an element, as far as that can be done before it is written; -1 is none.
func (r *Renderer) applyRule(id dom.ID, number int) {
	n := r.doc.Node(id)
	if n.Traits &^= dom.Ruled; number < 0 {
		return
	}
	switch by := &r.settings.Rules.Rules[number]; by.Kind {
	case rule.Drop:
		n.Traits |= dom.Excluded
	case rule.As:
		if n.Namespace == dom.HTML {
			n.Tag = by.Tag
		}
	default:
		n.Traits |= dom.Ruled
		n.Rule = uint8(number)
	}
}

// beginRuled begins an element that is written by a rule. What the page hides no rule shows.
func (r *Renderer) beginRuled(id dom.ID) step {
	if r.page.IsUnseen(id) {
		r.leaveOut(id)
		return done
	}
	if r.writeRuled(id) {
		return done
	}
	if r.doc.Node(id).Traits&dom.Kept != 0 {
		return r.beginChosen(id)
	}
	return r.beginUnchosen(id)
}

// isPlaced reports whether an element has been written by its rule, if it has one: else it is to be written without.
func (r *Renderer) isPlaced(id dom.ID) bool {
	return r.doc.Node(id).Traits&dom.Ruled != 0 && r.writeRuled(id)
}

// writeRuled writes an element by its rule. It returns false where it is to be written without.
func (r *Renderer) writeRuled(id dom.ID) bool {
	number, markdown, ok := r.writtenBy(id)
	return ok && r.placeRuled(id, &r.settings.Rules.Rules[number], markdown)
}

// writtenBy returns what an element is written as, and by which rule. It is not written by any where nobody has been asked for it.
func (r *Renderer) writtenBy(id dom.ID) (number int, markdown []byte, ok bool) {
	if w, ok := r.found.Of(id); ok {
		return w.Rule, w.Markdown, true
	}
	number = int(r.doc.Node(id).Rule)
	if r.settings.Rules.Rules[number].Kind != rule.Template {
		return 0, nil, false
	}
	if r.writeTemplatesIn(id); r.stopped() {
		return 0, nil, false
	}
	return number, r.write(id, number), true
}

// write writes an element by a template, and notes it.
func (r *Renderer) write(id dom.ID, number int) []byte {
	markdown := r.writeTemplate(id, number)
	r.found.Write(id, rule.Written{Rule: number, Markdown: markdown})
	r.checkRules()
	return markdown
}

// checkRules holds what rules write and are given to the limit of the output. It counts once for each of the elements in each other that are
// written by rules: to nest them is to copy.
func (r *Renderer) checkRules() {
	if limit := r.settings.MaxOutputBytes; limit > 0 && r.found.Bytes() > limit {
		r.w.full = true
	}
}

// writeTemplatesIn writes what is in an element and has a template, innermost first, so that however deep they are nested each takes no more
// stack than one.
func (r *Renderer) writeTemplatesIn(root dom.ID) {
	var inside []dom.ID
	for id := root; id != 0 && !r.stopped(); {
		holds := r.doc.Node(id).Kind == dom.KindElement && (id == root || r.look(id))
		if n := r.doc.Node(id); holds && n.Traits&dom.Ruled != 0 {
			by := &r.settings.Rules.Rules[n.Rule]
			_, known := r.found.Of(id)
			if !known && by.Kind == rule.Template && id != root {
				hugepage.Push(&r.watch, &inside, id)
			}
			holds = !known && by.HoldsContent
		}
		if holds {
			id = r.doc.Following(id, root)
		} else {
			id = r.doc.FollowingSkipped(id, root)
		}
	}
	for i := len(inside) - 1; i >= 0 && !r.stopped(); i-- {
		r.write(inside[i], int(r.doc.Node(inside[i]).Rule))
	}
}

// content renders what is in an element to Markdown that goes into other Markdown, which holds until the next is rendered. What is in a list, a
// table or code means nothing without that: it is rendered with it.
//
//tidemark:recurses once: what is in it and is written by rules has been written
func (r *Renderer) content(id dom.ID) []byte {
	e := r.embed()
	switch page.Of(r.doc.Node(id).Tag).Role {
	case page.List, page.Table, page.Preformatted, page.Code:
		if how := r.beginUnchosen(id); how != done {
			r.finish(id, how)
		}
	default:
		r.children(id)
	}
	return r.embedded(e)
}
