package htmlwriter

import (
	"bytes"
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/page"
	"tidemark/core/internal/watch"
)

// LeftOut is what was left out of content since the page hides it: the length of its text, and whether a notice for those without scripts is
// among it.
type LeftOut struct {
	Text   int
	Notice bool
}

// AppendContent appends what is in an element as a document of its own: blocks in lines of their own, without elements that only lay out the
// page. It ends early where dst would be longer than limit, and reports whether it did not.
func (w *Writer) AppendContent(dst []byte, on *watch.Watch, doc *dom.Document, p *page.Page, root dom.ID, limit int) (out []byte, left LeftOut, isWhole bool) {
	w.watch, w.doc, w.page, w.out, w.limit, w.full = on, doc, p, dst, limit, false
	w.content, w.start, w.left, w.layouts, w.told = true, len(dst), LeftOut{}, w.layouts[:0], w.told[:0]
	w.children(root)
	w.check()
	out, left = bytes.TrimRight(w.out, " \n"), w.left
	if len(out) < len(dst) {
		out = dst
	}
	w.watch, w.doc, w.page, w.out, w.content = nil, nil, nil, nil, false
	return out, left, !w.full
}

// beginContent is begin for a node of content.
func (w *Writer) beginContent(id dom.ID) (inside dom.ID) {
	n := w.doc.Node(id)
	if n.Kind != dom.KindElement {
		return 0
	}
	if shown, isFormula := w.formula(id); isFormula {
		return shown
	}
	switch {
	case n.Tag == dom.TagInput && strings.EqualFold(w.doc.Value(id, dom.AttrType), "checkbox") && !w.page.IsHidden(id):
		w.checkbox(id)
		return 0
	case w.page.IsUnseen(id):
		w.leaveOut(id)
		return 0
	case w.page.IsFurniture(id), w.isCodeFurniture(id):
		return 0
	}
	e := page.Of(n.Tag)
	switch {
	case e.Role == page.Media:
		return w.media(id)
	case e.Role == page.Preformatted, e.Role == page.Code && (w.page.IsCodeOfLines(id) || w.page.IsBlockOfCode(id)), e.Role == page.Table && w.page.IsCodeTable(id):
		if !w.page.IsGutter(id) {
			w.codeBlock(id)
		}
		return 0
	case e.Role == page.AlertBox && w.page.CodeBox(id) == page.CodeBlock:
		w.codeBlock(id)
		return 0
	case e.Role == page.Table:
		hugepage.Push(w.watch, &w.layouts, w.page.IsLayout(id))
	case e.Is(page.Raw):
		return 0
	}
	switch n.Tag {
	case dom.TagTemplate:
		w.page.FillSlots(id)
	case dom.TagInput, dom.TagSelect, dom.TagTextarea:
		return w.beginField(id)
	case dom.TagImg:
		start := len(w.out)
		w.image(id)
		w.tell(id, start)
		return 0
	case dom.TagA:
		if w.page.IsNameless(id) {
			return w.beginNameless(id)
		}
	case dom.Unknown:
		w.out = appendText(w.out, w.page.IslandText(id))
	}
	w.open(id, e)
	if e.Is(page.Void) {
		return 0
	}
	return id
}

// open writes the start tag of an element, if it has one.
func (w *Writer) open(id dom.ID, e *page.Element) {
	name := w.contentName(id)
	if e.Display == page.Block {
		w.newLine()
	}
	if w.Written != nil && isTold(e.Role, w.doc.Node(id).Tag) {
		hugepage.Push(w.watch, &w.told, len(w.out))
	}
	if name == "" {
		w.openFormats(id)
		return
	}
	w.text("<")
	w.text(name)
	w.attributes(id)
	w.text(">")
	if e.Display == page.Block && !w.holdsLines(id) || name == "br" {
		w.text("\n")
	}
}

// endContent is end for an element of content. One that shows nothing goes.
func (w *Writer) endContent(id dom.ID) {
	e := page.Of(w.doc.Node(id).Tag)
	name := w.contentName(id)
	start := -1
	if w.Written != nil && isTold(e.Role, w.doc.Node(id).Tag) {
		last := len(w.told) - 1
		start, w.told = w.told[last], w.told[:last]
	}
	if e.Role == page.Table && len(w.layouts) > 0 {
		w.layouts = w.layouts[:len(w.layouts)-1]
	}
	switch {
	case w.doc.Is(id, dom.TagTextarea):
		w.text(" ")
		return
	case name == "":
		w.closeFormats(id)
	case e.Role != page.Cell && w.isJustOpened(name):
		w.out = w.out[:bytes.LastIndexByte(w.out, '<')]
		return
	default:
		if e.Display == page.Block {
			w.out = bytes.TrimRight(w.out, " ")
		}
		w.text("</")
		w.text(name)
		w.text(">")
		if start >= 0 {
			w.tell(id, start)
		}
	}
	if e.Display == page.Block {
		w.newLine()
	}
	w.check()
}

// longestTag is how long a start tag may be to be taken back.
const longestTag = 4 << 10

// isJustOpened reports whether nothing was written since the start tag of an element with that name.
func (w *Writer) isJustOpened(name string) bool {
	tail := bytes.TrimRight(w.out[max(w.start, len(w.out)-longestTag):], " \n")
	at := bytes.LastIndexByte(tail, '<')
	if at < 0 || tail[len(tail)-1] != '>' || at+1+len(name) >= len(tail) || string(tail[at+1:at+1+len(name)]) != name {
		return false
	}
	after := tail[at+1+len(name)]
	return after == '>' || after == ' '
}

func (w *Writer) leaveOut(id dom.ID) {
	if hidden := w.page.HiddenText(id); hidden > 0 {
		w.left.Text += hidden
		w.left.Notice = w.left.Notice || w.doc.Is(id, dom.TagNoscript)
	}
}
