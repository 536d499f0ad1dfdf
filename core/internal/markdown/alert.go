package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/outline"
	"tidemark/core/internal/page"
)

// alertMarks are what the first line of an alert says in brackets.
var alertMarks = [...]string{page.Note: "NOTE", page.Tip: "TIP", page.Important: "IMPORTANT", page.Warning: "WARNING", page.Caution: "CAUTION"}

// alertOrBox renders an element that may be an alert.
func (r *Renderer) alertOrBox(id dom.ID) step {
	if r.alert(id) {
		return done
	}
	return r.codeOrBox(id)
}

// details renders <details>, which may be an alert that is folded.
func (r *Renderer) details(id dom.ID) step {
	if r.alert(id) {
		return done
	}
	return r.box(id)
}

// openAlert enters the quotation that an alert is, and writes its mark.
func (r *Renderer) openAlert(kind page.Alert) container {
	if r.settings.Plain {
		c := r.w.enter("", false)
		r.recordAlertMark()
		r.w.text(alertWords[kind])
		return c
	}
	r.w.text("> ")
	c := r.w.enter("> ", false)
	r.recordAlertMark()
	r.w.text("[!")
	r.w.text(alertMarks[kind])
	r.w.text("]")
	return c
}

// alert renders an alert, and reports whether the element is one. Its title is left out if it only says what kind of alert it
// is: a renderer will do so again.
//
//tidemark:recurses once: there are no alerts in alerts
func (r *Renderer) alert(id dom.ID) bool {
	if r.inAlert || r.phrasing != blocks {
		return false
	}
	kind, name := r.page.AlertKind(id)
	if kind == page.NoAlert {
		return false
	}
	r.boundary()
	before := r.w.mark()
	r.w.open(quote)
	r.recordContainer(outline.Quote, id)
	c := r.openAlert(kind)
	r.w.last, r.itemStart, r.inAlert = alertMark, false, true
	title, body := r.page.AlertParts(id)
	if title != 0 {
		if ornament := r.page.TitleOrnament(title, kind, name); ornament != 0 {
			r.doc.Node(ornament).Traits |= dom.Excluded
		}
	}
	generated := title != 0 && r.page.TitleSays(title, kind, name)
	if title == 0 {
		if lead := r.page.AlertLead(body, kind, name); lead != 0 {
			r.doc.Node(lead).Traits |= dom.Excluded
		}
	}
	if body != id && title != 0 && r.doc.Node(title).Parent != body && !generated {
		r.finish(title, r.boldBox(title))
	}
	for child := r.doc.Node(body).First; child != 0 && !r.stopped(); child = r.doc.Node(child).Next {
		switch {
		case r.page.ClosesAlert(child):
		case child != title:
			r.node(child)
		case !generated:
			r.finish(title, r.boldBox(title))
		}
	}
	r.flush()
	r.inAlert = false
	empty := r.w.last == alertMark
	r.w.leave(c)
	if empty { // A renderer would take the mark for text.
		r.w.undo(before)
		if generated {
			r.finish(title, r.box(title))
		}
	}
	return true
}
