package markdown

import "tidemark/core/internal/dom"

// formatKind is a kind of inline formatting.
type formatKind uint8

const (
	noFormat formatKind = iota
	linkFormat
	emFormat
	strongFormat
	delFormat
	subFormat
	supFormat
	kbdFormat
	markFormat
	insFormat

	formatKinds
)

// formatTags are the elements that formatting is written as where Markdown has no form for it.
var formatTags = [formatKinds]string{
	emFormat: "em", strongFormat: "strong", delFormat: "del",
	subFormat: "sub", supFormat: "sup", kbdFormat: "kbd", markFormat: "mark", insFormat: "ins",
}

// format is formatting that is open.
type format struct {
	kind formatKind
	ref  int32 // of a link: its index in Renderer.links

	stress bool  // it is <em> or <strong>
	nested bool  // the same kind is open outside already
	serial int32 // of the run that nested formatting was begun in; it does not go on in the next
	place  int32 // where in the output it was begun
}

// withFormat renders the children of id with formatting. Blocks in it take it over: each begins it anew (newRun). Formatting
// within the same formatting says nothing new, but for <em> and <strong>: there it is more emphasis.
func (r *Renderer) withFormat(id dom.ID, kind formatKind) leaving {
	tag := r.doc.Node(id).Tag
	stress := tag == dom.TagEm || tag == dom.TagStrong
	r.push(format{kind: kind, stress: stress, nested: stress && r.formatted[kind] > 0})
	return inside | endsFormat
}

func (r *Renderer) push(f format) {
	f.serial, f.place = r.run.serial, int32(len(r.w.out))
	r.formats = append(r.formats, f)
	r.formatted[f.kind]++
	if r.formatted[f.kind] == 1 {
		r.outermost = append(r.outermost, f)
		r.run.begin(f)
	} else if f.nested {
		r.run.begin(f)
	}
}

func (r *Renderer) pop(keepEmpty bool) {
	f := r.formats[len(r.formats)-1]
	r.formats = r.formats[:len(r.formats)-1]
	if r.formatted[f.kind]--; r.formatted[f.kind] == 0 {
		r.outermost = r.outermost[:len(r.outermost)-1]
	}
	if f.nested && f.serial == r.run.serial || !f.nested && r.formatted[f.kind] == 0 {
		r.run.end(keepEmpty)
	}
}

// newRun begins inline content with the formatting that is open.
func (r *Renderer) newRun() {
	r.run.reset()
	for _, f := range r.outermost {
		r.run.begin(f)
	}
}
