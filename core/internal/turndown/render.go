package turndown

import (
	"context"
	"errors"
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/rule"
	"tidemark/core/internal/watch"
)

// ErrTooLong says that the Markdown would be longer than Settings.MaxOutputBytes.
var ErrTooLong = errors.New("the Markdown is too long")

// ErrTooDeep says that containers are nested deeper than Settings.MaxDepth.
var ErrTooDeep = errors.New("blocks are nested too deep")

// Renderer renders documents one after another, and keeps its memory from one to the next. The zero Renderer is ready.
type Renderer struct {
	watch watch.Watch
	survey

	w         writer
	open      []openElement // outermost first
	edgeTexts []byte        // the white space after what is open
	scratch   []byte

	definitions     []definition // of referenced links
	definitionTexts []byte
	linkNumbers     map[dom.ID]int // nil while nobody has asked

	root    dom.ID // what holds the document
	found   rule.Found
	escapes map[dom.ID][]byte // texts, as who is asked has escaped them; nil if the renderer does

	depth    int // of containers
	codes    int // so many <code> are open
	lines    int // elements in a line, in each other
	unread   int // elements whose content is not written
	headings int

	collapser collapser
	err       error
}

// openElement is an element whose children are being rendered.
type openElement struct {
	id       dom.ID
	form     form
	trims    bool // white space at the edges of its content goes
	children int  // elements in it that have been begun
	before   mark // what it began
	start    int  // where its content begins in the output
	absorbed int  // newlines of what is around it
	place         // around it
	trailing int  // where the white space that follows it begins in edgeTexts
}

// Render appends the Markdown of a fragment to dst. With an error, what is appended is not a document.
func (r *Renderer) Render(ctx context.Context, dst []byte, doc *dom.Document, s *Settings) (out []byte, err error) {
	defer r.release()
	r.watch.Begin(ctx)
	defer r.watch.End(&err)
	r.prepare(doc, s)
	return r.document(dst)
}

// prepare makes the tree what Turndown sees of it.
func (r *Renderer) prepare(doc *dom.Document, s *Settings) {
	r.doc, r.settings, r.err = doc, s, nil
	r.survey.watch, r.collapser.doc, r.collapser.watch, r.collapser.settings = &r.watch, doc, &r.watch, s
	doc.Watch(&r.watch)
	r.w.watch = &r.watch
	r.root = doc.Node(doc.Node(dom.Root).First).First // the body
	if s.Root != "" {
		r.findRoot(s.Root)
	}
	r.collapser.collapse(r.root)
	r.look(r.root)
	r.definitions, r.definitionTexts, r.linkNumbers = r.definitions[:0], r.definitionTexts[:0], nil
}

// findRoot finds the first element of a name.
func (r *Renderer) findRoot(name string) {
	for id := r.root; id != 0; id = r.doc.Following(id, dom.Root) {
		if r.doc.Node(id).Kind == dom.KindElement && id != r.root && r.doc.Name(id) == name {
			r.root = id
			return
		}
	}
}

// document writes all of the fragment.
func (r *Renderer) document(dst []byte) ([]byte, error) {
	r.w.reset(dst, r.settings.MaxOutputBytes)
	r.startAt(0)
	r.children(r.root)
	r.end()
	switch {
	case r.err != nil:
		return r.w.out, r.err
	case r.w.full:
		return r.w.out, ErrTooLong
	}
	return r.w.out, nil
}

// startAt begins to write what is in so many codes.
func (r *Renderer) startAt(codes int) {
	r.open, r.edgeTexts = r.open[:0], r.edgeTexts[:0]
	r.depth, r.codes, r.lines, r.unread, r.headings = 0, codes, 0, 0, 0
}

// end ends the document, with the definitions that its links refer to.
func (r *Renderer) end() {
	if r.settings.Unfinished {
		r.w.flush()
		r.w.out = r.appendDefinitions(append(r.w.out, 0))
		return
	}
	if len(r.definitions) > 0 {
		r.w.join(2)
		r.scratch = r.appendDefinitions(r.scratch[:0])
		r.w.bytes(r.scratch)
	}
	r.w.finish()
}

// release drops what belongs to the caller and the strings of the document.
func (r *Renderer) release() {
	r.doc, r.settings, r.collapser.doc, r.collapser.settings, r.w.out = nil, nil, nil, nil, nil
	r.linkNumbers, r.escapes = nil, nil
	r.found.Release()
}

// children renders what is in an element. What that holds is entered and left here, so that it takes no stack however deep it is nested.
func (r *Renderer) children(root dom.ID) {
	r.enter(&openElement{id: root}) // for its number of children
	bottom := len(r.open)
	id := r.doc.Node(root).First
	for steps := 1; id != 0 && r.err == nil && !r.w.full; steps++ {
		if steps%watch.EverySteps == 0 {
			r.watch.Look()
		}
		if r.begin(id) {
			if first := r.doc.Node(id).First; first != 0 {
				id = first
				continue
			}
			r.leave()
		}
		for r.doc.Node(id).Next == 0 && len(r.open) > bottom {
			id = r.open[len(r.open)-1].id
			r.leave()
		}
		id = r.doc.Node(id).Next
	}
	r.open = r.open[:bottom-1]
}

// begin begins a node, and reports whether it is an element that has been entered.
func (r *Renderer) begin(id dom.ID) bool {
	n := r.doc.Node(id)
	switch n.Kind {
	case dom.KindText:
		r.text(id)
		return false
	case dom.KindComment:
		r.w.join(0)
		return false
	}
	r.open[len(r.open)-1].children++
	block := elements[n.Tag].block
	if n.Traits&dom.Ruled != 0 && n.Rule == Answered {
		r.answered(id, block)
		return false
	}
	if r.isBlank(id) {
		r.blank(id, block)
		return false
	}
	e := openElement{id: id, form: r.formOf(id, n), trailing: len(r.edgeTexts), place: r.w.place}
	switch {
	case block:
		return r.beginBlock(&e)
	case e.form == silentForm:
		r.w.join(0)
		return false
	}
	e.trims = r.beginEdges(id)
	return r.beginInline(&e)
}

func (r *Renderer) enter(e *openElement) {
	hugepage.Push(&r.watch, &r.open, *e)
}

// text renders text, which is escaped but in code.
func (r *Renderer) text(id dom.ID) {
	s := r.doc.Text(id)
	if r.escapes != nil && r.codes == 0 {
		r.w.pieceBytes(r.escapes[id])
		return
	}
	if r.codes > 0 || !needsEscape(s) {
		r.w.piece(s)
		return
	}
	start, done := escapedStart(s), len(s)-len(strings.TrimLeft(s, "\n"))
	r.w.join(done)
	for i := range len(s) {
		if i == start || escaped.Has(s[i]) {
			r.w.text(s[done:i])
			r.w.text(`\`)
			done = i
		}
	}
	r.w.text(s[done:])
}
