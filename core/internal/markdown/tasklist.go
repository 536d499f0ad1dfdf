package markdown

import "tidemark/core/internal/dom"

// taskBox finds the box of a task list item.
// https://github.github.com/gfm/#task-list-items-extension-
func (r *Renderer) taskBox(li dom.ID) {
	if r.todo = r.page.Checkbox(li); r.todo != 0 && r.settings.TaskLists {
		r.w.box = taskBoxes[r.page.IsChecked(r.todo)]
	}
}

var taskBoxes = map[bool]string{false: "[ ]", true: "[x]"}
