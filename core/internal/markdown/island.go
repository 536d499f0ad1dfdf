package markdown

import (
	"bytes"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/page"
)

// island renders an element of the vocabularies of Confluence and Evernote, and what is in others.
func (r *Renderer) island(id dom.ID) step {
	switch r.page.IslandOf(id) {
	case page.Macro:
		return r.macro(id)
	case page.Parameter:
		if r.page.IsBlockMacro(r.doc.Node(id).Parent) {
			return r.boldBox(id)
		}
	case page.Picture:
		r.image(id)
	case page.Todo:
		if r.settings.TaskLists && !r.inTaskItem() { // else it is the box of that
			r.inline.AddText(r.page.IslandText(id))
		}
	case page.NoteHere:
		if i, ok := r.page.NoteElement(id); ok {
			r.addNote(i, id)
			return done
		}
	case page.Film:
		if name, target, isLink := r.page.FilmLink(id); isLink {
			r.boundary()
			r.writeMedia(id, name, target)
			return descend | endsBox
		}
	case page.Resource, page.Emoticon, page.Attachment:
		r.inline.AddText(r.page.IslandText(id))
	}
	return descend
}

// macro renders a macro of Confluence: code, an alert, a block that may have a title, or what is in it.
func (r *Renderer) macro(id dom.ID) step {
	if body := r.page.MacroCode(id); body != 0 {
		r.boundary()
		if title := r.macroParameter(id, "title"); title != "" {
			r.inline.Push(inline.StrongFormat, true, len(r.w.out))
			r.inline.AddText(title)
			r.inline.Pop()
			r.boundary()
		}
		r.macroCode(id, body)
		return done
	}
	switch {
	case r.settings.Alerts && r.alert(id):
		return done
	case r.page.IsBlockMacro(id):
		return r.box(id)
	}
	return descend
}

// macroCode renders the code in a macro.
func (r *Renderer) macroCode(id, body dom.ID) {
	r.scratch = r.page.AppendCode(r.scratch[:0], body)
	code := bytes.TrimSuffix(r.scratch, []byte("\n"))
	if r.phrasing != blocks {
		r.addCodeLines(code, id)
		r.boundary()
		return
	}
	language := r.macroParameter(id, "language")
	if language == "none" {
		language = ""
	}
	r.recordBlock(id)
	r.writeCode(code, language)
}

// macroParameter returns the text of a parameter of a macro.
func (r *Renderer) macroParameter(id dom.ID, name string) string {
	if p := r.page.MacroParameter(id, name); p != 0 && r.page.IsText(r.doc.Node(p).First) {
		return r.doc.Text(r.doc.Node(p).First)
	}
	return ""
}
