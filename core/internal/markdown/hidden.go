package markdown

import (
	"errors"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// unseen tells of an element that leaves nothing in the Markdown, nor does what is in it.
func (r *Renderer) unseen(id dom.ID) bool {
	n := r.doc.Node(id)
	switch {
	case n.Kind != dom.KindElement:
		return false
	case n.Namespace == dom.SVG, page.Of(n.Tag).Display == page.None:
		return true
	case n.Namespace == dom.MathML && (r.doc.Name(id) == "annotation" || r.doc.Name(id) == "annotation-xml"):
		return true // It says the same as the formula again.
	case n.Tag == dom.TagInput && r.inputText(id) == "":
		return true
	}
	return r.hidden(id)
}

// hidden tells of an element that a reader does not see.
func (r *Renderer) hidden(id dom.ID) bool {
	n := r.doc.Node(id)
	if n.Tag == dom.TagHtml || n.Tag == dom.TagBody {
		return false
	}
	if n.Traits&dom.HasConcealing == 0 {
		return n.Tag == dom.TagDialog && !r.doc.Has(id, dom.AttrOpen)
	}
	if !r.showHidden && r.isConcealed(id) {
		r.noteConcealed()
		return true
	}
	// On blocks it is mostly a state, such as that of a page behind a dialog.
	if page.Of(n.Tag).Is(page.Ornament) && r.doc.Value(id, dom.AttrAriaHidden) == "true" {
		return true
	}
	return n.Tag == dom.TagDialog && !r.doc.Has(id, dom.AttrOpen)
}

// isConcealed tells of an element that the page itself hides, for good or until its script runs.
func (r *Renderer) isConcealed(id dom.ID) bool {
	return r.doc.Has(id, dom.AttrHidden) || hidesElement(r.doc.Value(id, dom.AttrStyle))
}

// isRemoved tells of an element that not even has a place where it is hidden.
func (r *Renderer) isRemoved(id dom.ID) bool {
	if r.showHidden || r.doc.Node(id).Traits&dom.HasConcealing == 0 {
		return false
	}
	return r.doc.Has(id, dom.AttrHidden) || strings.EqualFold(styleValue(r.doc.Value(id, dom.AttrStyle), "display"), "none")
}

// leaveOut takes note of what is left out with an element.
func (r *Renderer) leaveOut(id dom.ID) {
	if n := r.doc.Node(id); n.Namespace == dom.SVG || n.Tag == dom.TagCanvas {
		r.run.addGap()
		return
	}
	if r.isSettled || page.Of(r.doc.Node(id).Tag).Display == page.None || !r.isConcealed(id) {
		return
	}
	for c := r.doc.Following(id, id); c != 0 && !r.stopped(); {
		n := r.doc.Node(c)
		if n.Kind == dom.KindElement && (n.Namespace == dom.SVG || page.Of(n.Tag).Display == page.None) {
			c = r.doc.FollowingSkipped(c, id)
			continue
		}
		if n.Kind == dom.KindText {
			for word := range strings.FieldsSeq(r.doc.Text(c)) {
				r.hiddenText += len(word) + 1
			}
		}
		c = r.doc.Following(c, id)
	}
}

// leastHidden is how much text a page has to hide for that to be what it is about.
const leastHidden = 256

// errHidesMost stops rendering a page that hides more than it shows: its script would show it, or another page.
var errHidesMost = errors.New("the page hides most")

// settle ends the question whether the page hides more than it shows.
func (r *Renderer) settle() {
	r.isSettled, r.settlesAt = true, math.MaxUint32
	if r.err == nil && !r.w.full && r.hiddenText > max(r.shown(), leastHidden) {
		r.err = errHidesMost
	}
}

// shown is the length of the Markdown so far.
func (r *Renderer) shown() int { return r.gone + len(r.w.out) - r.w.begin }

// hidesElement tells whether a style attribute says display: none or visibility: hidden.
func hidesElement(style string) bool {
	if !mayHide(style) {
		return false
	}
	return strings.EqualFold(styleValue(style, "display"), "none") || strings.EqualFold(styleValue(style, "visibility"), "hidden")
}

// mayHide tells whether a style attribute may hide the element: a name that ends like display and visibility has a value that
// begins like none or hidden.
func mayHide(style string) bool {
	for at := 0; ; {
		colon := strings.IndexByte(style[at:], ':')
		if colon < 0 {
			return false
		}
		end := at + colon
		at = end + 1
		for end > 0 && isStyleSpace[style[end-1]] {
			end--
		}
		if end == 0 || style[end-1]|0x20 != 'y' {
			continue
		}
		start := at
		for start < len(style) && isStyleSpace[style[start]] {
			start++
		}
		if start < len(style) && (style[start]|0x20 == 'n' || style[start]|0x20 == 'h') {
			return true
		}
	}
}

// isStyleSpace are the bytes of what strings.TrimSpace takes away.
var isStyleSpace = func() (table [256]bool) {
	for c := range table {
		table[c] = c >= utf8.RuneSelf || unicode.IsSpace(rune(c))
	}
	return table
}()

// styleValue gives the value of a property in a style attribute, and nothing if it is not set there.
func styleValue(style, property string) string {
	found := ""
	for style != "" {
		var declaration string
		declaration, style, _ = strings.Cut(style, ";")
		name, value, _ := strings.Cut(declaration, ":")
		if strings.EqualFold(strings.TrimSpace(name), property) {
			value, _, _ = strings.Cut(value, "!")
			found = strings.TrimSpace(value)
		}
	}
	return found
}
