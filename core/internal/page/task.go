package page

import (
	"strings"
	"unicode/utf8"

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
	"inline-task-list":  true, // Confluence
	"to-do-list":        true, // Notion
	"joplin-checklist":  true, // Joplin
	"checklist":         true, // Asciidoctor
	"org-ul":            true, // Org
	"tox-checklist":     true, // TinyMCE
	"listtype-task":     true, // Dropbox Paper: a list of its own for each task
	"listtype-taskdone": true,
	"chcklst-box":       true, // Discourse, where it is the box: plugins/checklist
}

// doneClasses are the classes of items, or of the box that they begin with, that are done.
var doneClasses = map[string]bool{
	"checked": true, "checkbox-on": true, "tox-checklist--checked": true,
	"listtype-taskdone": true, // of the list
}

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
	if _, ok := p.listChecked(list); ok {
		return true
	}
	if p.isOfQuip(list) {
		return true
	}
	// Evernote
	return p.doc.Node(list).Traits&dom.HasStyle != 0 && styleValue(p.doc.Value(list, dom.AttrStyle), "--en-todo") == "true"
}

// isOfQuip reports whether a list, or one that it is a part of, is a checklist of Quip or of a canvas of Slack: the box around it says so.
func (p *Page) isOfQuip(list dom.ID) bool {
	box := p.doc.Node(list).Parent
	for range deepest {
		if !p.IsList(box) {
			break
		}
		box = p.doc.Node(box).Parent
	}
	if n := p.doc.Node(box); n.Tag != dom.TagDiv || n.Traits&dom.HasOther == 0 {
		return false
	}
	style, _ := p.doc.Named(box, "data-section-style")
	return style == "7"
}

// listChecked returns what a list says of all of its items, if it does: Quill 1 has a list for those that are done, and one for the others.
func (p *Page) listChecked(list dom.ID) (value string, ok bool) {
	if p.doc.Node(list).Traits&dom.HasOther == 0 {
		return "", false
	}
	return p.doc.Named(list, "data-checked")
}

// isBoxPicture reports whether an image is the box of a task that says itself whether it is done: of Google Docs, copied.
func (p *Page) isBoxPicture(id dom.ID) bool {
	if p.doc.Node(id).Traits&dom.HasOther == 0 {
		return false
	}
	role, _ := p.doc.Named(id, "aria-roledescription")
	return role == "checkbox"
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
	list := p.doc.Node(li).Parent
	if checked, ok := p.listChecked(list); ok {
		return taskIf(checked == "true")
	}
	switch class := p.doc.Value(list, dom.AttrClass); {
	case hasWord(class, "checklist"):
		return p.checklistTask(li)
	case hasWord(class, "org-ul"):
		return p.orgTask(li)
	}
	first := p.doc.Node(li).First
	for first != 0 && p.doc.IsBlank(first) {
		first = p.doc.Node(first).Next
	}
	return taskIf(p.isDone(li) || p.isDone(list) || p.doc.Is(first, dom.TagDiv) && p.isDone(first))
}

// checklistTask returns the task that an item of a checklist of Asciidoctor is: an icon comes first in it, or a character.
// https://github.com/asciidoctor/asciidoctor/blob/main/lib/asciidoctor/converter/html5.rb
func (p *Page) checklistTask(li dom.ID) Task {
	switch p.TaskMark(li) {
	case '✓':
		return Done
	case '❏':
		return Open
	}
	icon := p.firstElement(li)
	if icon != 0 && p.doc.Is(icon, dom.TagP) {
		icon = p.firstElement(icon)
	}
	if icon == 0 || !p.doc.Is(icon, dom.TagI) {
		return NoTask
	}
	switch class := p.doc.Value(icon, dom.AttrClass); {
	case hasWord(class, "fa-check-square-o"):
		return Done
	case hasWord(class, "fa-square-o"):
		return Open
	}
	return NoTask
}

// TaskMark returns the character that stands for the box of a task in a checklist, 0 where there is none.
func (p *Page) TaskMark(li dom.ID) rune {
	first := p.doc.Node(li).First
	if first != 0 && p.doc.IsBlank(first) {
		first = p.doc.Node(first).Next
	}
	if first != 0 && p.doc.Is(first, dom.TagP) {
		first = p.doc.Node(first).First
	}
	if !p.IsText(first) {
		return 0
	}
	mark, size := utf8.DecodeRuneInString(strings.TrimLeft(p.doc.Text(first), " \n"))
	if mark != '✓' && mark != '❏' || size == 0 {
		return 0
	}
	return mark
}

// orgTask returns the task that an item of a list of Org is, and hides its box, which is code: one that is half done is open.
// https://git.savannah.gnu.org/cgit/emacs/org-mode.git/tree/lisp/ox-html.el
func (p *Page) orgTask(li dom.ID) Task {
	class := p.doc.Value(li, dom.AttrClass)
	box := p.firstElement(li)
	if class != "on" && class != "off" && class != "trans" || box == 0 || !p.doc.Is(box, dom.TagCode) {
		return NoTask
	}
	p.doc.Node(box).Traits |= dom.Excluded
	return taskIf(class == "on")
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
