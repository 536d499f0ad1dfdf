package page

import (
	"strconv"
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/page/formula"
)

// IsList reports whether an element is a list.
func (p *Page) IsList(id dom.ID) bool {
	return Of(p.doc.Node(id).Tag).Role == List
}

// HoldsItems reports whether there are items in an element that are not in a list within it.
func (p *Page) HoldsItems(id dom.ID) bool {
	c := p.doc.Following(id, id)
	for range lookAhead {
		switch {
		case c == 0:
			return false
		case p.doc.Is(c, dom.TagLi):
			return true
		case p.IsList(c), p.doc.Is(c, dom.TagTable), p.IsUnseen(c):
			c = p.doc.FollowingSkipped(c, id)
		default:
			c = p.doc.Following(c, id)
		}
	}
	return false
}

// HoldsOneItem reports whether there is no more than one item in a list, among its children.
func (p *Page) HoldsOneItem(list dom.ID) bool {
	items := 0
	for c := p.doc.Node(list).First; c != 0 && items < 2; c = p.doc.Node(c).Next {
		p.step()
		if p.doc.Is(c, dom.TagLi) {
			items++
		}
	}
	return items < 2
}

// StandsAroundItems reports whether an element in a list is no item, but holds some.
func (p *Page) StandsAroundItems(id dom.ID) bool {
	return p.doc.Node(id).Kind == dom.KindElement && !p.doc.Is(id, dom.TagLi) && !p.IsList(id) && p.HoldsItems(id)
}

// LeadOf returns what heads the items of a list without being one, 0 where there is no such thing.
func (p *Page) LeadOf(list dom.ID) dom.ID {
	for c := p.doc.Node(list).First; c != 0; c = p.doc.Node(c).Next {
		p.step()
		switch {
		case p.doc.IsBlank(c), p.IsUnseen(c):
		case p.doc.Is(c, dom.TagLi), p.IsList(c), p.StandsAroundItems(c), !p.HoldsItems(list):
			return 0
		default:
			return c
		}
	}
	return 0
}

// FirstItem returns what becomes the first item of a list, 0 where nothing does.
func (p *Page) FirstItem(list dom.ID) dom.ID {
	for c := p.doc.Node(list).First; c != 0; {
		p.step()
		switch {
		case p.doc.IsBlank(c), p.IsUnseen(c):
			c = p.doc.Node(c).Next
		case p.StandsAroundItems(c), p.IsList(c):
			c = p.doc.Node(c).First
		case p.doc.Is(c, dom.TagLi) && p.IsEmpty(c):
			c = p.doc.Node(c).Next
		default:
			return c
		}
	}
	return 0
}

// lookAhead is how many nodes are looked at for what an item begins with, so that nested lists cost no more for their depth.
const lookAhead = 64

// IsSureToShow reports whether it is sure, without looking far, that there is something to be seen in a node.
func (p *Page) IsSureToShow(item dom.ID) bool {
	id := item
	for range lookAhead {
		if id == 0 {
			return false
		}
		n := p.doc.Node(id)
		switch {
		case p.options.DropMath && p.FormulaOf(id).Source != formula.None:
			id = p.doc.FollowingSkipped(id, item)
		case n.Kind == dom.KindText && p.showsText(p.doc.Text(id)), n.Tag == dom.TagImg && p.ImageMode(id) == Keep, n.Tag == dom.TagHr,
			n.Traits&dom.Kept != 0:
			return true
		case Of(n.Tag).Is(Raw), n.Tag == dom.TagSelect, p.IsUnseen(id):
			id = p.doc.FollowingSkipped(id, item)
		case n.Traits&dom.Ruled != 0:
			return false // Nobody knows before the rule has been asked.
		default:
			id = p.doc.Following(id, item)
		}
	}
	return false
}

// showsText reports whether text is sure to show something.
func (p *Page) showsText(s string) bool {
	if p.options.DropMath && strings.ContainsAny(s, `\$`) {
		p.Doubt()
		if p.Formulas.Delimiters != formula.NoDelimiters {
			return false // All of it may be formulas.
		}
	}
	return strings.ContainsFunc(s, isSeen)
}

// OnlyIndents reports whether an item has no marker and nothing of its own before a list, which it indents: what editors write by a style, and
// mdBook after an item for its sections.
func (p *Page) OnlyIndents(li dom.ID) bool {
	first := p.doc.Node(li).First
	list := first
	if p.IsText(list) {
		list = p.doc.Node(list).Next
	}
	if list == 0 || !p.IsList(list) || list != first && !p.doc.IsBlank(first) {
		return false
	}
	if p.doc.Node(li).Traits&dom.HasStyle != 0 {
		own := p.doc.Value(li, dom.AttrStyle)
		return strings.EqualFold(styleValue(own, "list-style-type"), "none") || strings.EqualFold(styleValue(own, "list-style"), "none")
	}
	return p.doc.Node(list).Traits&dom.HasClass != 0 && p.doc.Value(list, dom.AttrClass) == "section"
}

// IsReversed reports whether the numbers of a list go down.
func (p *Page) IsReversed(list dom.ID) bool { return p.doc.Has(list, dom.AttrReversed) }

// StartOf returns the number of the first item of a list. One whose numbers go down ends with 1 where it does not say more.
// https://html.spec.whatwg.org/multipage/grouping-content.html#ordinal-value
func (p *Page) StartOf(list dom.ID) int {
	start, ok := p.doc.Attr(list, dom.AttrStart)
	if !ok {
		if p.IsReversed(list) {
			return p.countItems(list)
		}
		return 1
	}
	n, err := strconv.Atoi(strings.TrimSpace(start))
	if err != nil {
		return 1
	}
	return n
}

// countItems returns how many items are in a list, and not in what is in it.
func (p *Page) countItems(list dom.ID) (items int) {
	for c := p.doc.Node(list).First; c != 0; c = p.doc.Node(c).Next {
		p.step()
		if p.doc.Is(c, dom.TagLi) {
			items++
		}
	}
	return items
}

// NumberOf returns the number that an item says it has, and whether it says one.
func (p *Page) NumberOf(li dom.ID) (int, bool) {
	if !p.IsElement(li) {
		return 0, false
	}
	value, ok := p.doc.Attr(li, dom.AttrValue)
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(strings.TrimSpace(value))
	return n, err == nil
}

// IsEmpty reports whether a node has no children but white space and line breaks.
func (p *Page) IsEmpty(id dom.ID) bool {
	for c := p.doc.Node(id).First; c != 0; c = p.doc.Node(c).Next {
		if !p.doc.IsBlank(c) && !p.doc.Is(c, dom.TagBr) {
			return false
		}
	}
	return true
}

// Checkbox returns the checkbox of a task: one that comes first in a list item, in a paragraph or label of its own or not. It returns 0
// where there is none.
func (p *Page) Checkbox(li dom.ID) dom.ID {
	for id := p.doc.Node(li).First; id != 0; id = p.doc.Following(id, li) {
		n := p.doc.Node(id)
		switch {
		case n.Tag == dom.TagInput:
			if strings.EqualFold(p.doc.Value(id, dom.AttrType), "checkbox") && !p.IsHidden(id) {
				return id
			}
			return 0
		case n.Kind == dom.KindElement && n.Tag == dom.Unknown && p.IslandOf(id) == Todo:
			return id
		case n.Tag == dom.TagSpan && n.Traits&dom.HasKnownClass != 0 && p.saysClass(id, taskListClass):
			return id
		case n.Kind == dom.KindElement && n.Tag == dom.Unknown && p.doc.Name(id) == "ac:task-id":
			id = p.doc.Node(id).Last
		case n.Kind == dom.KindElement && n.Tag == dom.Unknown && n.First == 0, n.Kind == dom.KindComment:
		case !p.doc.IsBlank(id) && !Of(n.Tag).Is(AroundCheckbox):
			return 0
		}
	}
	return 0
}
