package htmlwriter

import (
	"bytes"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// isCodeFurniture reports whether an element serves the code that stands in the same frame.
func (w *Writer) isCodeFurniture(id dom.ID) bool {
	frame := w.doc.Node(id).Parent
	n := w.doc.Node(frame)
	return n.Kind == dom.KindElement && page.Of(n.Tag).Role == page.AlertBox && w.page.CodeBox(frame) == page.CodeFrame && w.page.IsCodeFurniture(id)
}

// checkbox writes the checkbox of a task.
func (w *Writer) checkbox(id dom.ID) {
	w.text(`<input type="checkbox" disabled`)
	if w.doc.Has(id, dom.AttrChecked) {
		w.text(" checked")
	}
	w.text(">")
}

// codeBlock writes a block of code, with its language.
func (w *Writer) codeBlock(id dom.ID) {
	w.newLine()
	start := len(w.out)
	w.text("<pre><code")
	if language := w.page.Language(id); language != "" {
		w.attribute("class", "language-"+language)
	}
	w.text(">")
	w.code = w.page.AppendCodeBlock(w.code[:0], id)
	for line := range bytes.Lines(bytes.TrimSuffix(w.code, []byte("\n"))) {
		text := bytes.TrimSuffix(line, []byte("\n"))
		w.out = appendText(w.out, text)
		if len(text) < len(line) {
			w.text("\n")
		}
		if w.stopped() {
			return
		}
		w.check()
	}
	w.text("</code></pre>")
	w.tell(id, start)
	w.text("\n")
}

// media writes a link to embedded content, which may stand among lines, or returns what it holds.
func (w *Writer) media(id dom.ID) (inside dom.ID) {
	name, target, isLink := w.page.MediaLink(id)
	if !isLink {
		if page.Of(w.doc.Node(id).Tag).Is(page.Raw) && !w.page.IsFrameDocument(id) {
			return 0
		}
		return id
	}
	w.newLine()
	w.text("<a")
	w.attribute("href", target)
	w.text(">")
	w.out = appendText(w.out, name)
	w.text("</a>\n")
	return 0
}
