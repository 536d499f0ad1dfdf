package page

import (
	"strings"

	"tidemark/core/internal/dom"
)

// Task is the state of a task.
type Task uint8

const (
	NoTask Task = iota
	Open
	Done
)

func taskIf(done bool) Task {
	if done {
		return Done
	}
	return Open
}

// taskListClasses are the classes of lists of tasks. Which are done is said by a class of the items, or by a box in them.
var taskListClasses = map[string]bool{
	"inline-task-list": true, // Confluence
	"to-do-list":       true, // Notion
	"joplin-checklist": true, // Joplin
}

// doneClasses are the classes of items, or of the box that they begin with, that are done.
var doneClasses = map[string]bool{"checked": true, "checkbox-on": true}

// taskAttrs are the attributes that items have that are tasks, and the value of those that are done.
var taskAttrs = [...]struct{ name, done string }{
	{"data-checked", "true"},    // Tiptap, BlockNote
	{"data-task-state", "done"}, // Atlassian's editor
}

// IsTaskList reports whether the items of a list may be tasks that have no checkbox.
func (p *Page) IsTaskList(list dom.ID) bool {
	if p.saysClass(list, taskListClass) {
		return true
	}
	// Evernote
	return p.doc.Node(list).Traits&dom.HasStyle != 0 && styleValue(p.doc.Value(list, dom.AttrStyle), "--en-todo") == "true"
}

// TaskOf returns what an item says of the task that it is. Those of a list of tasks are some in any case.
func (p *Page) TaskOf(li dom.ID, inTaskList bool) Task {
	if box := p.Checkbox(li); box != 0 {
		return taskIf(p.IsChecked(box))
	}
	if !p.doc.HasAttrs(li) && !inTaskList {
		return NoTask
	}
	if p.doc.Node(li).Traits&dom.HasOther != 0 {
		if task := p.taskByAttrs(li); task != NoTask {
			return task
		}
	}
	if p.doc.Node(li).Traits&dom.HasStyle != 0 {
		if checked := styleValue(p.doc.Value(li, dom.AttrStyle), "--en-checked"); checked != "" { // Evernote
			return taskIf(checked == "true")
		}
	}
	if !inTaskList {
		return NoTask
	}
	first := p.doc.Node(li).First
	for first != 0 && p.doc.IsBlank(first) {
		first = p.doc.Node(first).Next
	}
	return taskIf(p.isDone(li) || p.doc.Is(first, dom.TagDiv) && p.isDone(first))
}

// taskByAttrs returns what the attributes of an item say that have no meaning to HTML.
func (p *Page) taskByAttrs(li dom.ID) Task {
	for _, a := range taskAttrs {
		if value, ok := p.doc.Named(li, a.name); ok {
			return taskIf(strings.EqualFold(value, a.done))
		}
	}
	if tag, ok := p.doc.Named(li, "data-tag"); ok {
		return oneNoteTask(tag)
	}
	if value, ok := p.doc.Named(li, "data-list"); ok && strings.HasSuffix(value, "checked") { // Quill
		return taskIf(value == "checked")
	}
	if value, ok := p.doc.Named(li, "aria-checked"); ok && p.doc.Value(li, dom.AttrRole) == "checkbox" { // Google Docs
		return taskIf(value == "true")
	}
	return NoTask
}

// isDone reports whether the class of an element says that a task is done.
func (p *Page) isDone(id dom.ID) bool { return p.saysClass(id, doneClass) }

// oneNoteTask returns the task that a tag of OneNote is, among others with commas between.
// https://learn.microsoft.com/en-us/graph/onenote-note-tags
func oneNoteTask(tags string) Task {
	for tag := range strings.SplitSeq(tags, ",") {
		if name, state, _ := strings.Cut(strings.TrimSpace(tag), ":"); strings.HasPrefix(name, "to-do") {
			return taskIf(state == "completed")
		}
	}
	return NoTask
}

// TaskElement returns what <en-todo> of Evernote says of the task that it is the box of. It is before the text of that to XML, but around
// it to HTML.
func (p *Page) TaskElement(id dom.ID) Task {
	if p.doc.Name(id) == "en-todo" {
		return taskIf(p.IsChecked(id))
	}
	return NoTask
}
