package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// stepFlatItems goes on in a list whose items say on which level they are, after the item that it is at.
func (r *Renderer) stepFlatItems(list dom.ID, at *dom.ID) (next dom.ID, goesOn bool) {
	c, isFirst := r.doc.Node(list).First, *at == 0
	if !isFirst {
		c = r.doc.Node(*at).Next
	}
	for ; c != 0 && !r.stopped(); c = r.doc.Node(c).Next {
		if r.doc.IsBlank(c) || r.page.IsUnseen(c) {
			continue
		}
		if *at = c; !r.doc.Is(c, dom.TagLi) {
			return c, true
		}
		if r.page.IsEmpty(c) && !r.settings.KeepEmpty {
			continue
		}
		part := r.page.FlatItem(c, list)
		if !r.settings.TaskLists {
			part.Task = page.NoTask
		}
		part.Restarts = isFirst
		r.boundary()
		r.enter(c, r.beginPartItem(c, &part))
		return 0, true
	}
	r.boundary()
	return 0, false
}

// stepCallouts goes on in a table that is a list, after the item that it is at.
func (r *Renderer) stepCallouts(table dom.ID, at *dom.ID) (next dom.ID, goesOn bool) {
	isFirst := *at == 0
	if *at = r.page.NextCallout(table, *at); *at == 0 {
		r.boundary()
		return 0, false
	}
	r.boundary()
	r.enter(*at, r.beginPartItem(*at, &page.ListPart{Depth: page.PointsPerLevel, Ordered: true, IsTight: true, Restarts: isFirst}))
	return 0, true
}
