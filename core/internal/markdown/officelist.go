package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// paragraph renders <p>, which may be an item of a list, or an alert.
func (r *Renderer) paragraph(id dom.ID) step {
	r.boundary()
	if traits := r.doc.Node(id).Traits; traits&(dom.HasClass|dom.HasStyle) != 0 && r.phrasing == blocks {
		if traits&dom.HasKnownClass != 0 && r.alert(id) {
			return done
		}
		if part, isItem := r.page.OfficeItem(id); isItem && (!part.IsBeside || r.goesOnPart(r.runBase())) {
			return r.beginPartItem(id, &part)
		}
	}
	return r.codeOrParagraph(id)
}

// custom renders an element whose name HTML does not know: mostly it says nothing of its own, but it may be a task.
func (r *Renderer) custom(id dom.ID) step {
	if n := r.doc.Node(id); n.Namespace != dom.HTML || n.Kind != dom.KindElement {
		return descend
	}
	task := r.page.TaskElement(id)
	if task == page.NoTask || r.phrasing != blocks || !r.settings.TaskLists || r.inTaskItem() {
		return r.island(id)
	}
	r.boundary()
	return r.beginPartItem(id, &page.ListPart{Depth: page.PointsPerLevel, Task: task})
}

// inTaskItem reports whether what comes next is in the item of a task.
func (r *Renderer) inTaskItem() bool { return r.w.box != "" }

// beginPartItem begins an item of a list that the page has no element for.
func (r *Renderer) beginPartItem(id dom.ID, part *page.ListPart) step {
	l := r.beginPart(part)
	r.descend()
	if !part.IsBeside {
		r.beginItem(l, id, id)
		r.setBox(part.Task)
	}
	return r.beginWay(inPart, part.Marker)
}

// stepPart goes on in such an item, after the marker that it begins with.
func (r *Renderer) stepPart(item dom.ID, at *dom.ID) (next dom.ID, goesOn bool) {
	if *at == 0 {
		next = r.doc.Node(item).First
	} else {
		next = r.doc.FollowingSkipped(*at, item)
	}
	if next != 0 && r.page.TaskElement(next) != page.NoTask && r.page.TaskElement(item) != page.NoTask {
		next = r.nextTask(item, next)
	}
	if next != 0 {
		*at = next
		return next, true
	}
	if l := &r.lists[len(r.lists)-1]; l.item.open {
		r.endItem(l)
	} else {
		r.flush()
	}
	r.endList()
	return 0, false
}

// nextTask begins the item of a task in that of another: Evernote has several boxes in a line, each of which is around those after it. It returns
// what comes first in it, 0 where nothing comes.
func (r *Renderer) nextTask(item, box dom.ID) (next dom.ID) {
	l := &r.lists[len(r.lists)-1]
	for next = box; next != 0 && r.page.TaskElement(next) != page.NoTask; {
		if l.item.open {
			r.endItem(l)
		}
		r.beginItem(l, next, next)
		r.setBox(r.page.TaskElement(next))
		if first := r.doc.Node(next).First; first != 0 {
			next = first
		} else {
			next = r.doc.FollowingSkipped(next, item)
		}
	}
	return next
}
