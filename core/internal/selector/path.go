package selector

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// mostPaths is how many elements have each a path of their own: what is more is named by what it has in common.
const mostPaths = 16

// Path returns a selector that matches elements of a document, given in its order, and no others where they are few or have something in
// common; else what they are all in. It is empty if there are none.
func Path(doc *dom.Document, elements []dom.ID) string {
	if len(elements) == 0 {
		return ""
	}
	p := paths{doc: doc}
	p.countIDs(elements)
	if len(elements) > 1 {
		if common := p.common(elements); common != "" {
			return common
		}
	}
	if len(elements) > mostPaths {
		return p.of(p.around(elements))
	}
	list := make([]string, len(elements))
	for i, id := range elements {
		list[i] = p.of(id)
	}
	return strings.Join(list, ", ")
}

// paths knows how often IDs are in a document that may name an element on a path.
type paths struct {
	doc *dom.Document
	ids map[string]int
}

// countIDs counts, in all of the document, the IDs of elements and of what they are in.
func (p *paths) countIDs(elements []dom.ID) {
	p.ids = map[string]int{}
	for _, id := range elements[:min(len(elements), mostPaths)] {
		for at := id; at != 0 && at != dom.Root; at = p.doc.Node(at).Parent {
			if name := p.doc.Value(at, dom.AttrID); name != "" {
				p.ids[name] = 0
			}
		}
	}
	if len(p.ids) == 0 {
		return
	}
	for id := dom.Root; id != 0; id = p.doc.Following(id, dom.Root) {
		if n := p.doc.Node(id); n.Kind == dom.KindElement && n.Traits&dom.HasID != 0 {
			if name := p.doc.Value(id, dom.AttrID); name != "" {
				if count, known := p.ids[name]; known {
					p.ids[name] = count + 1
				}
			}
		}
	}
}

// longestPath is how many steps a path has at most from where there is an ID.
const longestPath = 64

// of returns a selector of one element: from what has an ID, or from the top, by the place of each in its parent.
func (p *paths) of(id dom.ID) string {
	var steps []string
	for at := id; ; at = p.doc.Node(at).Parent {
		n := p.doc.Node(at)
		if n.Kind != dom.KindElement {
			break
		}
		if name := p.doc.Value(at, dom.AttrID); name != "" && p.ids[name] == 1 {
			steps = append(steps, "#"+escape(name))
			break
		}
		step, isTop := p.step(at)
		if steps = append(steps, step); isTop || len(steps) == longestPath {
			break
		}
	}
	slices.Reverse(steps)
	return strings.Join(steps, " > ")
}

// step names an element among those that are in its parent, and reports whether it is at the top of the document.
func (p *paths) step(id dom.ID) (step string, isTop bool) {
	n := p.doc.Node(id)
	name := p.doc.Name(id)
	if n.Tag == dom.TagHtml || n.Tag == dom.TagBody {
		return name, true
	}
	before, after := 0, false
	for c := n.Prev; c != 0; c = p.doc.Node(c).Prev {
		if p.isNamed(c, name) {
			before++
		}
	}
	for c := n.Next; c != 0 && !after; c = p.doc.Node(c).Next {
		after = p.isNamed(c, name)
	}
	if before == 0 && !after {
		return escape(name), false
	}
	return fmt.Sprintf("%s:nth-of-type(%d)", escape(name), before+1), false
}

func (p *paths) isNamed(id dom.ID, name string) bool {
	return p.doc.Node(id).Kind == dom.KindElement && p.doc.Name(id) == name
}

// around is the innermost element that all elements are in, which are given in the order of the document: the first and the last are.
func (p *paths) around(elements []dom.ID) dom.ID {
	holds := map[dom.ID]bool{}
	for id := elements[0]; id != 0; id = p.doc.Node(id).Parent {
		holds[id] = true
	}
	id := elements[len(elements)-1]
	for !holds[id] {
		id = p.doc.Node(id).Parent
	}
	return id
}

// common returns a selector of elements that have a parent and a class in common which no others in it have, and nothing where they do not.
func (p *paths) common(elements []dom.ID) string {
	first := elements[0]
	parent, name := p.doc.Node(first).Parent, p.doc.Name(first)
	if p.doc.Node(parent).Kind != dom.KindElement {
		return ""
	}
	for _, id := range elements {
		if p.doc.Node(id).Parent != parent || p.doc.Name(id) != name {
			return ""
		}
	}
	const mostClasses = 8
	candidates := []string{""}
	for class := range strings.FieldsFuncSeq(p.doc.Value(first, dom.AttrClass), isSpace) {
		if candidates = append(candidates, class); len(candidates) > mostClasses {
			break
		}
	}
	for _, class := range candidates {
		count := 0
		for c := p.doc.Node(parent).First; c != 0; c = p.doc.Node(c).Next {
			if p.isNamed(c, name) && (class == "" || p.hasClass(c, class)) {
				count++
			}
		}
		if count != len(elements) || class != "" && !p.allHave(elements, class) {
			continue
		}
		step := escape(name)
		if class != "" {
			step += "." + escape(class)
		}
		return p.of(parent) + " > " + step
	}
	return ""
}

func (p *paths) allHave(elements []dom.ID, class string) bool {
	for _, id := range elements {
		if !p.hasClass(id, class) {
			return false
		}
	}
	return true
}

func (p *paths) hasClass(id dom.ID, class string) bool {
	for own := range strings.FieldsFuncSeq(p.doc.Value(id, dom.AttrClass), isSpace) {
		if own == class {
			return true
		}
	}
	return false
}

func isSpace(c rune) bool { return c < utf8.RuneSelf && ascii.IsSpace(byte(c)) }

// escape writes an identifier of CSS.
// https://drafts.csswg.org/cssom/#serialize-an-identifier
func escape(name string) string {
	var b strings.Builder
	for i, c := range name {
		switch {
		case c == 0:
			b.WriteRune(utf8.RuneError)
		case c < ' ' || c == 0x7F, c >= '0' && c <= '9' && (i == 0 || i == 1 && name[0] == '-'):
			b.WriteString(`\` + strconv.FormatInt(int64(c), 16) + " ")
		case c == '-' && len(name) == 1:
			b.WriteString(`\-`)
		case c >= 0x80, c == '-', c == '_', c < utf8.RuneSelf && ascii.IsAlnum(byte(c)):
			b.WriteRune(c)
		default:
			b.WriteString(`\` + string(c))
		}
	}
	return b.String()
}
