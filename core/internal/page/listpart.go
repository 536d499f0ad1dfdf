package page

import (
	"strconv"
	"strings"

	"tidemark/core/internal/dom"
)

// partClasses are the classes of lists that have an item each, of which a list is made.
var partClasses = map[string]bool{
	"bulleted-list": true, "numbered-list": true, "to-do-list": true, // Notion
	"p-rich_text_list": true, // Slack, which says the level in an attribute
}

// partPrefixes are what classes begin with that say more of such lists.
var partPrefixes = map[string]bool{
	"lst-kix_*":        true, // Google Docs
	"listindent*":      true, // Dropbox Paper
	"BulletListStyle*": true, // Word and OneNote for the web
	"NumberListStyle*": true,
}

// PartOfList returns what a list says of the one that it is a part of, and whether it is a part.
func (p *Page) PartOfList(list dom.ID) (part ListPart, isPart bool) {
	n := p.doc.Node(list)
	if !p.saysClass(list, partClass) {
		return part, false
	}
	part.Depth = PointsPerLevel
	for class := range strings.FieldsSeq(p.doc.Value(list, dom.AttrClass)) {
		switch {
		case partClasses[class]:
			isPart = true
			if level, ok := p.doc.Named(list, "data-indent"); ok {
				part.Depth = (min(max(levelIn(level), 0), deepest-1) + 1) * PointsPerLevel
			}
		case strings.HasPrefix(class, "lst-kix_"): // Google Docs: lst-kix_name-2, and start for the first of its level
			level, err := strconv.Atoi(class[strings.LastIndexByte(class, '-')+1:])
			isPart = err == nil
			part.Depth = (min(max(level, 0), deepest-1) + 1) * PointsPerLevel
		case strings.HasPrefix(class, "listindent"): // Dropbox Paper: listtype-bullet listindent2 list-bullet2
			level, err := strconv.Atoi(class[len("listindent"):])
			isPart = err == nil
			part.Depth = min(max(level, 1), deepest) * PointsPerLevel
		case strings.HasPrefix(class, "BulletListStyle"), strings.HasPrefix(class, "NumberListStyle"): // Word and OneNote for the web
			isPart, part.IsTight = true, true
			part.Depth = p.webLevel(list) * PointsPerLevel
		case class == "start":
			part.Restarts = true
		}
	}
	if part.Ordered = n.Tag == dom.TagOl; part.Ordered {
		part.Numbers[0] = p.StartOf(list)
	}
	return part, isPart
}

// webLevel returns the level of the items of a list of Word for the web.
func (p *Page) webLevel(list dom.ID) int {
	for c := p.doc.Node(list).First; c != 0; c = p.doc.Node(c).Next {
		p.step()
		if value, ok := p.doc.Named(c, "data-aria-level"); ok {
			if n, err := strconv.Atoi(value); err == nil {
				return min(max(n, 1), deepest)
			}
			return 1
		}
	}
	return 1
}
