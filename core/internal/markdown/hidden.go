package markdown

import (
	"errors"
	"math"

	"tidemark/core/internal/dom"
)

// leaveOut takes note of what is left out with an element.
func (r *Renderer) leaveOut(id dom.ID) {
	switch {
	case r.page.IsPicture(id):
		r.inline.AddSilentBreak()
	case !r.isSettled:
		hidden := r.page.HiddenText(id)
		r.hiddenText += hidden
		r.leftNotice = r.leftNotice || hidden > 0 && r.doc.Is(id, dom.TagNoscript)
	}
}

// leastHidden is how much text a page has to hide for that to be what it is about.
const leastHidden = 256

// errHidesMost stops rendering a page that hides more than it shows: its script would show it, or another page.
var errHidesMost = errors.New("the page hides most")

// settle ends the question whether the page hides more than it shows.
func (r *Renderer) settle() {
	r.isSettled, r.settlesAt = true, math.MaxUint32
	if r.err == nil && !r.w.full && (r.hiddenText > max(r.shown(), leastHidden) || r.leftNotice && r.shown() == 0) {
		r.err = errHidesMost
	}
}

// shown is the length of the Markdown so far.
func (r *Renderer) shown() int { return r.gone + len(r.w.out) - r.w.begin }
