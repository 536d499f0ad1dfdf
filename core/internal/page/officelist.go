package page

import (
	"strconv"
	"strings"

	"tidemark/core/internal/dom"
)

// ListPart is an element that is an item of a list by its looks, or a list that is a part of one: what generators write that have no
// lists in lists, or a list for each item.
type ListPart struct {
	Depth    int // how far it is indented, in points, more than 0
	Ordered  bool
	Numbers  [2]int // what number it may have, by two readings of a marker; 0 where there is none
	Restarts bool   // it begins a list at its depth
	IsBeside bool   // it goes on with the item before it, without a marker
	IsTight  bool   // there are paragraphs in its items in any case
	Marker   dom.ID // what its content comes after, 0 where that is all of it
	Task     Task
}

// PointsPerLevel is how far each level is indented that only has a number: half an inch, as offices do.
const PointsPerLevel = 36

// OfficeItem returns what a paragraph says of the list item that it is, and whether it is one: of Word and Outlook, by mso-list or by
// the marker before seven points of space that a page has that was saved without that; of OneNote, by its tag.
func (p *Page) OfficeItem(id dom.ID) (part ListPart, isItem bool) {
	n := p.doc.Node(id)
	class := ""
	if n.Traits&dom.HasClass != 0 {
		class = p.doc.Value(id, dom.AttrClass)
	}
	if n.Traits&(dom.HasStyle|dom.HasOther) == dom.HasStyle|dom.HasOther {
		if tag, ok := p.doc.Named(id, "data-tag"); ok && oneNoteTask(tag) != NoTask {
			return ListPart{Depth: PointsPerLevel, Task: oneNoteTask(tag)}, true
		}
	}
	inList := strings.Contains(class, "MsoList") // webmail puts something before it
	if !inList && !p.styleSaid(id).indents {
		return part, false
	}
	style := p.doc.Value(id, dom.AttrStyle)
	list := styleValue(style, "mso-list")
	part.Depth = indentOf(class, style, list)
	if !inList && list == "" && !strings.HasPrefix(styleValue(style, "text-indent"), "-") || strings.EqualFold(list, "none") {
		return part, false
	}
	var marker marker
	if part.Marker = p.findMarker(id, &marker); part.Marker == 0 {
		if !strings.Contains(list, "level") {
			part.IsBeside = strings.Contains(class, "MsoListParagraph") || strings.Contains(class, "MsoListContinue")
			return part, part.IsBeside
		}
		return part, true
	}
	part.Ordered, part.Numbers = marker.read()
	return part, true
}

// indentOf returns how far an item is indented: by the level of its list, or by its margin.
func indentOf(class, style, list string) int {
	if _, level, ok := strings.Cut(list, "level"); ok {
		level, _, _ = strings.Cut(level, " ")
		if n, err := strconv.Atoi(level); err == nil {
			return min(max(n, 1), deepest) * PointsPerLevel
		}
	}
	if points, ok := pointsOf(styleValue(style, "margin-left")); ok {
		return max(points, 1)
	}
	if m := strings.Fields(styleValue(style, "margin")); len(m) == 4 {
		if points, ok := pointsOf(m[3]); ok {
			return max(points, 1)
		}
	}
	if c := class[max(len(class)-1, 0):]; c >= "2" && c <= "5" { // MsoListBullet2
		return int(c[0]-'0') * PointsPerLevel
	}
	return PointsPerLevel
}

// deepest is the number of levels that lists of offices have.
const deepest = 9

// units are the lengths of CSS that offices use, in points.
var units = map[string]float64{"in": 72, "pt": 1, "cm": 28.35, "mm": 2.835, "px": 0.75, "pc": 12}

// pointsOf returns a length in points.
func pointsOf(length string) (int, bool) {
	if len(length) < 3 {
		return 0, length == "0"
	}
	unit, ok := units[length[len(length)-2:]]
	if !ok {
		return 0, false
	}
	n, err := strconv.ParseFloat(length[:len(length)-2], 64)
	if err != nil || n < 0 || n > 2000 {
		return 0, false
	}
	return int(n*unit + 0.5), true
}

// findMarker finds the marker of an item, and returns the element that it ends with, 0 where there is none.
func (p *Page) findMarker(item dom.ID, m *marker) dom.ID {
	for id := p.doc.Following(item, item); id != 0; id = p.doc.Following(id, item) {
		n := p.doc.Node(id)
		switch {
		case n.Kind == dom.KindText:
			if !m.add(p.doc.Text(id)) {
				return 0
			}
		case n.Tag == dom.TagBr:
			return 0
		case n.Kind == dom.KindElement && n.Traits&dom.HasStyle != 0:
			style := p.doc.Value(id, dom.AttrStyle)
			if strings.EqualFold(styleValue(style, "mso-list"), "ignore") {
				m.length = 0
				for c := p.doc.Following(id, id); c != 0; c = p.doc.Following(c, id) {
					if p.doc.Node(c).Kind == dom.KindText && !m.add(p.doc.Text(c)) {
						break
					}
				}
				return id
			}
			if font := styleValue(style, "font"); (strings.HasPrefix(font, "7.0pt") || strings.HasPrefix(font, "7pt")) && p.isSpace(id) {
				return id
			}
		}
		if m.nodes++; m.nodes > lookAhead {
			return 0
		}
	}
	return 0
}

// IsSpacer reports whether an element is the space that Word puts after a marker.
func (p *Page) IsSpacer(id dom.ID) bool {
	return p.doc.Is(id, dom.TagSpan) && p.styleSaid(id).isSpace && p.isSpace(id)
}

// isSpace reports whether there is nothing but white space in an element, and there is some.
func (p *Page) isSpace(id dom.ID) bool {
	text := p.doc.Node(id).First
	return text != 0 && p.IsText(text) && p.doc.Node(text).Next == 0 && !strings.ContainsFunc(p.doc.Text(text), isSeen)
}
