package htmlwriter

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// begin writes a node, or only the start of an element: then it returns that, and what is in it is to be written, and its end; or
// else it returns what is to be written in its place. It returns 0 where nothing is.
func (w *Writer) begin(id dom.ID) (inside dom.ID) {
	n := w.doc.Node(id)
	if w.page.Undecided {
		w.page.DoubtNode(id)
	}
	switch {
	case n.Kind == dom.KindText && w.content:
		w.contentText(w.doc.Text(id))
		return 0
	case n.Kind == dom.KindText:
		w.pageText(w.doc.Text(id))
		return 0
	case w.content:
		return w.beginContent(id)
	}
	if w.keeps {
		return w.beginKept(id)
	}
	if shown, isFormula := w.formula(id); isFormula {
		return shown
	}
	if w.page.IsUnseen(id) || page.Of(n.Tag).Is(page.Raw) && !w.page.IsFrameDocument(id) || w.page.IsFurniture(id) {
		return 0
	}
	switch n.Tag {
	case dom.TagTemplate:
		w.page.FillSlots(id)
	case dom.TagInput, dom.TagSelect, dom.TagTextarea:
		return w.beginField(id)
	case dom.TagImg:
		w.image(id)
		return 0
	case dom.TagA:
		if w.page.IsNameless(id) {
			return w.beginNameless(id)
		}
	case dom.Unknown:
		w.out = appendText(w.out, w.page.IslandText(id))
	}
	name := w.name(id)
	if name == "" {
		w.openFormats(id)
		return id
	}
	w.text("<")
	w.text(name)
	w.attributes(id)
	w.text(">")
	if page.Of(n.Tag).Is(page.Void) {
		return 0
	}
	return id
}

// beginNameless writes a link that shows nothing with the name that it says aloud.
func (w *Writer) beginNameless(id dom.ID) (inside dom.ID) {
	if name := w.page.LinkName(id); name != "" {
		w.text("<a")
		w.attributes(id)
		w.text(">")
		w.out = appendText(w.out, name)
		w.text("</a>")
	}
	return 0
}

// beginField begins what a reader sees in a field, between spaces.
func (w *Writer) beginField(id dom.ID) (inside dom.ID) {
	w.text(" ")
	switch w.doc.Node(id).Tag {
	case dom.TagTextarea:
		return id
	case dom.TagSelect:
		if option := w.page.NextSelected(id, 0); option != 0 {
			return option
		}
	default:
		w.out = appendText(w.out, w.page.InputText(id))
	}
	w.text(" ")
	return 0
}

func (w *Writer) end(id dom.ID) {
	if w.content {
		w.endContent(id)
		return
	}
	if w.doc.Is(id, dom.TagTextarea) && !w.keeps {
		w.text(" ")
		return
	}
	if name := w.name(id); name != "" {
		w.text("</")
		w.text(name)
		w.text(">")
		w.check()
	} else if !w.keeps {
		w.closeFormats(id)
	}
}

// name is the name an element is written with, and empty where only what is in it is written: names that the HTML
// Standard does not know, those of formulas, and those that would load something.
func (w *Writer) name(id dom.ID) string {
	if w.keeps {
		return w.keptName(id)
	}
	switch e := page.Of(w.doc.Node(id).Tag); {
	case e.Role == page.Link && w.page.LeadsNowhere(id):
		return ""
	case e.Is(page.Unwrapped):
		return ""
	case w.page.TakesBack(id), w.hasFormats(id):
		return ""
	case e.Role == page.Preformatted:
		return "pre" // Of the others the text is no place for character references.
	}
	return w.doc.Name(id)
}
