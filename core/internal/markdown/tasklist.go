package markdown

import "tidemark/core/internal/dom"

// taskBox finds the box of a task list item.
// https://github.github.com/gfm/#task-list-items-extension-
func (r *Renderer) taskBox(li dom.ID) {
	if !r.settings.TaskLists {
		return
	}
	if box := r.page.Checkbox(li); box != 0 {
		r.w.box = taskBoxes[r.doc.Has(box, dom.AttrChecked)]
	}
}

var taskBoxes = map[bool]string{false: "[ ]", true: "[x]"}
