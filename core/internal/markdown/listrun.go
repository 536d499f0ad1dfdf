package markdown

import (
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/page"
)

// listRun is the list that was written last, so that another part of it can go on where nothing has been written since: generators that
// have no lists in lists write an element for each item. It knows no nodes, and nothing is looked for ahead.
type listRun struct {
	levels []runLevel // those of the runs around it, and its own: outermost first
	base   int        // where its own begin
	end    int        // where it ends in the Markdown
	prefix int        // the length of the prefix there
}

// runLevel is a level of a run of lists.
type runLevel struct {
	list     openList
	last     block // what its last item ends with
	lastMark byte
	container
}

// sameDepth is how far parts of one level may be apart, in points.
const sameDepth = 9

// mostLevels is how deep parts nest, so that they cost no more for what is around them.
const mostLevels = 9

// runBase is the number of levels that are open around a list that begins here.
func (r *Renderer) runBase() int {
	if n := len(r.lists); n > 0 {
		return r.lists[n-1].runBase()
	}
	return 0
}

// runBase is the number of levels that are open around what is in a list.
func (l *openList) runBase() int { return int(l.base) + int(l.level) }

// goesOn reports whether the list that was written last can go on here.
func (r *Renderer) goesOn(base int) bool {
	return r.run.base == base && r.run.end == r.shown() && r.run.prefix == len(r.w.prefix) && len(r.run.levels) > base
}

// goesOnPart reports whether that is a list in parts: what is depth 0 is whole.
func (r *Renderer) goesOnPart(base int) bool {
	return r.goesOn(base) && r.run.levels[base].list.depth > 0
}

// beginPart begins the list that a part belongs to, or goes on with it, in the item that is around it. It is the last of Renderer.lists then.
func (r *Renderer) beginPart(part *page.ListPart) *openList {
	base := r.runBase()
	if !r.goesOnPart(base) {
		r.run.levels = r.run.levels[:base]
	}
	levels := r.run.levels
	n := len(levels)
	for n > base+1 && int(levels[n-1].list.depth) > part.Depth+sameDepth {
		n--
	}
	l := openList{depth: int16(part.Depth)}
	if isSame := n > base && int(levels[n-1].list.depth) >= part.Depth-sameDepth || n-base >= mostLevels; isSame && !part.IsBeside {
		n--
		l = levels[n].list
		l.depth = min(l.depth, int16(part.Depth)) // the first may have been deeper
		l.item, l.leading = openItem{}, 0
	}
	if l.items == 0 || l.ordered != part.Ordered || part.Restarts || !l.numberAs(part.Numbers) {
		l = openList{depth: int16(part.Depth), ordered: part.Ordered, marker: r.settings.Bullet, number: max(1, part.Numbers[0]), tasks: l.tasks}
		if l.ordered {
			l.marker = '.'
		}
	}
	for i := base; i < n; i++ {
		v := &levels[i]
		if r.w.record != nil {
			r.w.record.Reopen(v.list.item.span)
		}
		v.container = r.w.enter("                "[:v.list.item.indent], !v.list.loose)
		r.w.last, r.w.lastMark = v.last, v.lastMark
		r.descend()
	}
	l.base, l.level, l.tight = int32(base), uint8(n-base), part.IsTight
	hugepage.Push(&r.watch, &r.lists, l)
	return &r.lists[len(r.lists)-1]
}

// numberAs takes the number of the next item, if it may go on with a list.
func (l *openList) numberAs(numbers [2]int) bool {
	switch {
	case !l.ordered || numbers[0] == 0 || numbers[0] == l.number || numbers[1] == l.number:
	case numbers[0] > l.number && numbers[0] <= largestNumber:
		l.number = numbers[0]
	default:
		return false
	}
	return true
}

// endPart leaves the items that a list is in as a part of another, and keeps what that needs to go on.
func (r *Renderer) endPart(l *openList) {
	levels := r.run.levels[:l.runBase()]
	if l.items > 0 {
		hugepage.Push(&r.watch, &levels, runLevel{list: *l, last: l.item.last, lastMark: l.item.lastMark})
	}
	for i := l.runBase() - 1; i >= int(l.base); i-- {
		v := &levels[i]
		v.last, v.lastMark = r.w.last, r.w.lastMark
		r.w.leave(v.container)
		r.depth--
	}
	r.run = listRun{levels: levels, base: int(l.base), end: r.shown(), prefix: len(r.w.prefix)}
}
