package mathml

import (
	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// Translator translates formulas one after another, and keeps its memory from one to the next. The zero Translator is ready.
type Translator struct {
	watch *watch.Watch
	doc   *dom.Document
	out   []byte
	limit int
	steps []step // what is left to do, the next at the end
	done  int    // so many steps and characters, for looks at the context
	word  bool   // the last that was written is a command or a script, which letters and digits would seem to go on
}

// AppendTeX appends the TeX of an element of MathML, or of what MathJax draws of it in CHTML. What TeX has no form for keeps its text. It ends early once there is more
// than limit in dst.
func (t *Translator) AppendTeX(w *watch.Watch, dst []byte, doc *dom.Document, id dom.ID, limit int) []byte {
	t.watch, t.doc, t.out, t.limit, t.word = w, doc, dst, limit, false
	t.steps = t.steps[:0]
	t.node(id)
	t.run()
	dst = t.out
	t.watch, t.doc, t.out = nil, nil, nil
	return dst
}

// Room is how many bytes there is room for in what the translator has.
func (t *Translator) Room() int { return cap(t.out) + hugepage.Room(t.steps) }

// node translates one node: what is in it is left to later steps.
func (t *Translator) node(id dom.ID) {
	switch t.doc.Node(id).Kind {
	case dom.KindText:
		t.symbols(ascii.Trim(t.doc.Text(id)))
		return
	case dom.KindElement:
	default:
		return
	}
	name := t.name(id)
	if t.isDrawn(id) && t.drawn(id, name) {
		return
	}
	if count, ok := holds[name]; ok && !t.holds(id, count) {
		t.row(id)
		return
	}
	switch name {
	case "mi":
		t.identifier(id)
	case "mn":
		t.number(id)
	case "mo":
		t.operator(id)
	case "mtext", "ms", "mglyph":
		t.text(id)
	case "mspace":
		t.space(id)
	case "mfrac":
		t.fraction(id)
	case "msqrt":
		t.enclosed("sqrt", id)
	case "mroot":
		t.root(id)
	case "msub":
		t.scripts(id, '_', 0)
	case "msup":
		t.scripts(id, '^', 0)
	case "msubsup":
		t.scripts(id, '_', '^')
	case "munder":
		t.limits(id, true, false)
	case "mover":
		t.limits(id, false, true)
	case "munderover":
		t.limits(id, true, true)
	case "mmultiscripts":
		t.multiscripts(id)
	case "mtable":
		t.table(id)
	case "mfenced":
		t.fenced(id)
	case "menclose":
		t.enclose(id)
	case "mphantom":
		t.enclosed("phantom", id)
	case "mstyle":
		t.styled(id)
	case "maction":
		t.then(step{do: doNode, id: t.first(id)}) // what is shown first
	case "annotation", "annotation-xml", "none", "mprescripts":
	default:
		t.row(id)
	}
}

// any number of elements.
const anyNumber = -1

// holds is how many elements, and nothing else, is in the elements that are laid out in another way than a row. Those that
// hold something else are rows.
// https://www.w3.org/TR/mathml-core/#dfn-invalid-markup
var holds = map[string]int{
	"mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "msubsup": 3, "munder": 2, "mover": 2, "munderover": 3,
	"mmultiscripts": anyNumber, "mtable": anyNumber, "mfenced": anyNumber, "maction": anyNumber,
}

// holds reports whether an element holds so many elements and no text.
func (t *Translator) holds(id dom.ID, count int) bool {
	elements := 0
	for c := t.doc.Node(id).First; c != 0; c = t.doc.Node(c).Next {
		switch {
		case t.doc.Node(c).Kind == dom.KindElement:
			elements++
		case t.doc.Node(c).Kind == dom.KindText && !t.doc.IsBlank(c):
			return false
		}
	}
	return count == anyNumber || elements == count
}

// raw writes TeX that cannot be taken for part of what is before it.
func (t *Translator) raw(tex string) {
	t.out = append(t.out, tex...)
	t.word = false
}

// command writes a command of letters.
func (t *Translator) command(name string) {
	t.out = append(t.out, '\\')
	t.out = append(t.out, name...)
	t.word = true
}

// enclosed writes the children of an element as what a command applies to.
func (t *Translator) enclosed(command string, id dom.ID) {
	t.command(command)
	t.raw("{")
	t.then(step{do: doRow, id: id}, step{do: doRaw, arg: shutBrace})
}

// first is the first element in an element, or 0.
func (t *Translator) first(id dom.ID) dom.ID { return t.element(t.doc.Node(id).First) }

// next is the element after an element, or 0.
func (t *Translator) next(id dom.ID) dom.ID {
	if id == 0 {
		return 0
	}
	return t.element(t.doc.Node(id).Next)
}

// element is the first element from a node on.
func (t *Translator) element(id dom.ID) dom.ID {
	for id != 0 && t.doc.Node(id).Kind != dom.KindElement {
		id = t.doc.Node(id).Next
	}
	return id
}

// wrappers is how many elements around a single other are looked through.
const wrappers = 8

// core is what an element comes down to where it only stands around another.
func (t *Translator) core(id dom.ID) dom.ID {
	for range wrappers {
		switch {
		case id == 0:
			return 0
		case !t.isRow(id):
			return id
		}
		only := t.first(id)
		if only == 0 || t.next(only) != 0 {
			return id
		}
		id = only
	}
	return id
}

// isRow reports whether an element says nothing but what is in it.
func (t *Translator) isRow(id dom.ID) bool {
	switch t.name(id) {
	case "mrow", "mpadded", "semantics", "texatom", "base", "over", "under", "root", "box", "script": // those of CHTML, too
		return true
	case "mstyle":
		return !t.doc.Has(id, dom.AttrMathvariant)
	}
	return false
}
