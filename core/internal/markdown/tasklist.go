package markdown

import (
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// taskBox finds the box of a task list item: a checkbox that comes first in it, in a paragraph or label of its own or not.
// https://github.github.com/gfm/#task-list-items-extension-
func (r *Renderer) taskBox(li dom.ID) {
	if !r.settings.TaskLists {
		return
	}
	for id := r.doc.Node(li).First; id != 0; id = r.doc.Following(id, li) {
		n := r.doc.Node(id)
		switch {
		case n.Tag == dom.TagInput:
			if strings.EqualFold(r.doc.Value(id, dom.AttrType), "checkbox") && !r.hidden(id) {
				r.w.box = taskBoxes[r.doc.Has(id, dom.AttrChecked)]
			}
			return
		case r.doc.IsBlank(id), page.Of(n.Tag).Is(page.AroundCheckbox):
		default:
			return
		}
	}
}

var taskBoxes = map[bool]string{false: "[ ]", true: "[x]"}
