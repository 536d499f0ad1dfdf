package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// taskBox finds the box of a task list item. What shows it in the text of the page is left out in any case.
// https://github.github.com/gfm/#task-list-items-extension-
func (r *Renderer) taskBox(l *openList, li dom.ID) {
	if !r.settings.TaskLists && !l.tasks {
		return
	}
	task := r.page.TaskOf(li, l.tasks)
	r.setBox(task)
	if l.tasks && task != page.NoTask {
		r.inline.DropMark(r.page.TaskMark(li))
	}
}

// setBox notes the box of a task, to be written with what the item begins with.
func (r *Renderer) setBox(task page.Task) {
	if r.settings.TaskLists && task != page.NoTask {
		r.w.box = taskBoxes[task == page.Done]
	}
}

var taskBoxes = map[bool]string{false: "[ ]", true: "[x]"}
