package turndown

import (
	"bytes"
	"slices"
	"strings"

	"tidemark/core/internal/dom"
)

// mostCodes is how deep code may be in code that has delimiters of its own: they grow with each.
const mostCodes = 8

// beginInline begins an element that stands in a line, and reports whether it has been entered.
func (r *Renderer) beginInline(e *openElement) bool {
	e.before = r.w.mark()
	switch e.form {
	case breakForm:
		r.w.piece(r.settings.lineBreak)
	case imageForm:
		r.image(e.id)
	case keptForm, removedForm:
		if r.beginUnread(e) {
			return true
		}
	default:
		r.beginContent(e)
		return true
	}
	r.endEdges(e)
	return false
}

// beginContent begins what an element stands around.
func (r *Renderer) beginContent(e *openElement) {
	switch e.form {
	case emForm:
		r.w.text(r.settings.Em)
	case strongForm:
		r.w.text(r.settings.Strong)
	case linkForm:
		r.w.text("[")
	case codeForm:
		if r.codes < mostCodes {
			r.w.flush()
			r.w.contain(true)
			r.w.edges = edges{trims: begun, drops: begun, absorbs: begun} // Delimiters will stand before it.
		}
	}
	if r.doc.Node(e.id).Tag == dom.TagCode {
		r.codes++
	}
	if e.trims {
		r.w.flush()
		r.w.trims, r.w.counts = len(r.w.out), false
	}
	e.start = len(r.w.out)
	r.lines++
	r.enter(e)
}

// endInline ends an element that stands in a line.
func (r *Renderer) endInline(e *openElement) {
	r.lines--
	if e.trims {
		r.w.trim(e.start)
	}
	switch e.form {
	case emForm:
		r.endDelimited(e, r.settings.Em)
	case strongForm:
		r.endDelimited(e, r.settings.Strong)
	case linkForm:
		r.endLink(e)
	case codeForm:
		r.endCode(e)
	default:
		if e.trims && len(r.w.out) == e.start {
			r.w.undo(e.before)
		}
	}
	if r.doc.Node(e.id).Tag == dom.TagCode {
		r.codes--
	}
	r.w.place = e.place
	r.endEdges(e)
}

// endDelimited ends what has the same before and after it, which goes where there is nothing to be seen in it.
func (r *Renderer) endDelimited(e *openElement, delimiter string) {
	if r.w.isBlank(e.start) {
		r.w.undo(e.before)
		return
	}
	r.w.trims = begun
	r.w.text(delimiter)
}

// endCode ends inline code. Its delimiters are not among what it holds.
func (r *Renderer) endCode(e *openElement) {
	if r.codes > mostCodes {
		return
	}
	r.w.flush()
	code := r.w.out[e.start:]
	if len(code) == 0 {
		r.w.undo(e.before)
		return
	}
	for i := bytes.IndexByte(code, '\r'); i >= 0; i = bytes.IndexByte(code, '\r') {
		code[i] = ' '
	}
	delimiter := delimiterOf(code)
	padding := ""
	if code[0] == '`' || code[len(code)-1] == '`' || code[0] == ' ' && code[len(code)-1] == ' ' && len(bytes.Trim(code, " ")) > 0 {
		padding = " "
	}
	r.w.insert(e.start, delimiter+padding)
	r.w.trims = begun
	r.w.text(padding + delimiter)
}

// delimiterOf returns the shortest run of backticks that is none in code.
func delimiterOf(code []byte) string {
	if bytes.IndexByte(code, '`') < 0 {
		return "`"
	}
	var runs []int
	for i := 0; i < len(code); i++ {
		start := i
		for i < len(code) && code[i] == '`' {
			i++
		}
		if i > start {
			runs = append(runs, i-start)
		}
	}
	slices.Sort(runs)
	n := 1
	for _, run := range runs {
		if run == n {
			n++
		}
	}
	return strings.Repeat("`", n)
}

func (r *Renderer) endLink(e *openElement) {
	r.w.trims = begun
	r.w.flush()
	if r.settings.Link == Referenced {
		r.endReference(e)
		return
	}
	r.w.text("](")
	r.scratch = appendTarget(r.scratch[:0], r.doc.Value(e.id, dom.AttrHref), r.doc.Value(e.id, dom.AttrTitle))
	r.w.bytes(r.scratch)
	r.w.text(")")
}

func (r *Renderer) image(id dom.ID) {
	src := r.doc.Value(id, dom.AttrSrc)
	if src == "" {
		return
	}
	r.scratch = append(r.scratch[:0], "!["...)
	r.scratch = append(appendEscaped(r.scratch, lines(r.doc.Value(id, dom.AttrAlt))), "]("...)
	r.scratch = append(appendTarget(r.scratch, src, r.doc.Value(id, dom.AttrTitle)), ')')
	r.w.bytes(r.scratch)
}
