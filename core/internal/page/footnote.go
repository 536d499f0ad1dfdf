package page

import (
	"math"
	"net/url"
	"strconv"
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
)

// Footnote is a footnote that the document refers to.
type Footnote struct {
	Item      dom.ID // the list item or block that holds it, 0 if there is none
	Label     string
	Referred  bool // a reference to it has been written
	Separated bool // a mark stands between its number and its text
}

// footnotes are those of a document. It is looked through for them before it is rendered.
type footnotes struct {
	possible bool // there is a list of footnotes
	list     []Footnote
	byID     map[string]int32    // the index in list by the ID that references name
	labels   map[string]struct{} // the labels, in lower case
	anchors  map[string]struct{} // the IDs of references and of what raises them, which is where links back lead to
	sections map[dom.ID]bool     // of elements that have been asked, whether they say that they hold footnotes
	blocks   map[dom.ID]int32    // the indexes of those in blocks that are no items, by the block
	shown    map[dom.ID]int32    // and by what shows their number there
	byMark   map[dom.ID]int32    // the indexes of those beside their mark, by the mark
	number   int                 // the last that was taken for a label
}

func (f *footnotes) reset() {
	if len(f.sections) > 0 {
		clear(f.sections)
	}
	if f.number = 0; len(f.list)+len(f.anchors) > 0 { // Most documents have none.
		clear(f.list)
		clear(f.byID)
		clear(f.labels)
		clear(f.anchors)
		clear(f.blocks)
		clear(f.shown)
		clear(f.byMark)
		f.list = f.list[:0]
	}
}

// FindFootnotes looks through the document once, if there may be any. A footnote is an item of a list of footnotes that a link before it leads to:
// when a reference is written it is sure that its footnote follows.
func (p *Page) FindFootnotes() {
	f := &p.footnotes
	if f.reset(); !f.possible {
		return
	}
	if f.byID == nil {
		f.byID, f.labels, f.anchors = map[string]int32{}, map[string]struct{}{}, map[string]struct{}{}
		f.blocks, f.shown = map[dom.ID]int32{}, map[dom.ID]int32{}
	}
	inside, end := false, dom.ID(0) // whether this is before end in something that holds no blocks
	headed := false                 // it is a heading
	for id := p.doc.Node(dom.Root).First; id != 0; {
		p.step()
		if id == end {
			inside = false
		}
		n := p.doc.Node(id)
		tag, role := n.Tag, Of(n.Tag).Role
		switch {
		case role == Code, role == Preformatted, p.IsUnseen(id):
			id = p.doc.FollowingSkipped(id, dom.Root)
			continue
		case n.Start >= p.lookaheadLimit:
		case tag == dom.TagSup:
			p.noteAnchor(id)
		case tag == dom.TagA:
			if inside && !headed || !p.noteBacklink(id) {
				p.noteReference(id)
			}
		case tag == dom.TagLabel:
			p.noteMarginReference(id)
		case tag == dom.TagLi && !inside:
			p.noteFootnote(id)
		case role.isBox() && !inside && n.Traits&dom.HasID != 0:
			p.noteMarked(id)
		case role == Term && !inside && n.Traits&dom.HasID != 0:
			p.noteTerm(id)
		case role == Table && !inside && n.Traits&dom.HasID != 0 && p.noteTable(id):
		case (role == Table || role == Heading) && !inside: // Its content may have to be on one line.
			inside, headed, end = true, role == Heading, p.doc.FollowingSkipped(id, dom.Root)
		}
		id = p.doc.Following(id, dom.Root)
	}
}

// noteAnchor takes note of where a link back may lead to.
func (p *Page) noteAnchor(id dom.ID) {
	for _, key := range [...]dom.AttrKey{dom.AttrID, dom.AttrName} {
		if anchor := p.doc.Value(id, key); anchor != "" {
			p.footnotes.anchors[p.Keep(anchor)] = struct{}{}
		}
	}
}

// noteReference takes note of a link, if it may refer to a footnote.
func (p *Page) noteReference(link dom.ID) {
	target := p.notePlace(link)
	if target == "" || !p.mayRefer(link) {
		return
	}
	p.noteAnchor(link)
	if place := p.placeBefore(link); place != 0 {
		p.noteAnchor(place)
	}
	parent := p.doc.Node(link).Parent
	if p.doc.Is(parent, dom.TagSup) {
		parent = p.doc.Node(parent).Parent // ForumMagnum
	}
	if p.doc.Is(parent, dom.TagSpan) {
		p.noteAnchor(parent)
		if before := p.doc.Node(parent).Prev; before != 0 && p.doc.Is(before, dom.TagSpan) && p.doc.Node(before).First == 0 {
			p.noteAnchor(before) // Easy Footnotes
		}
	}
	p.refer(link, target)
}

// placeBefore returns the empty <a> right before a link that gives the place an ID, or 0: of Project Gutenberg and calibre.
func (p *Page) placeBefore(link dom.ID) dom.ID {
	place := p.doc.Node(link).Prev
	if p.doc.Is(place, dom.TagA) && p.doc.Node(place).First == 0 && p.doc.Node(place).Traits&dom.HasID != 0 {
		return place
	}
	return 0
}

// refer takes note of what refers to a footnote by its ID.
func (p *Page) refer(reference dom.ID, target string) {
	f := &p.footnotes
	i, ok := f.byID[target]
	if !ok {
		i = int32(len(f.list))
		f.byID[p.Keep(target)] = i
		f.list = append(f.list, Footnote{Label: p.Keep(p.shownLabel(reference))})
	}
	p.noteSidenote(reference, i)
}

// noteFootnote takes note of a list item, if it is a footnote that is referred to. What it begins with may have its ID.
func (p *Page) noteFootnote(li dom.ID) {
	f := &p.footnotes
	i, ok := f.byID[p.doc.Value(li, dom.AttrID)]
	if !ok {
		first := p.firstElement(li)
		if first == 0 || p.doc.Node(first).First != 0 || p.doc.Node(first).Traits&dom.HasID == 0 {
			return
		}
		if i, ok = f.byID[p.doc.Value(first, dom.AttrID)]; !ok {
			i, ok = f.byID[p.doc.Value(first, dom.AttrName)]
		}
	}
	switch {
	case !ok || f.list[i].Item != 0:
	case p.listsFootnotes(p.doc.Node(li).Parent), p.endsWithBacklink(li):
		f.blocks[li] = i
		f.list[i].Item = li
		p.takeLabel(&f.list[i])
	default:
		p.noteMarked(li)
	}
}

// takeLabel gives a footnote a label of its own: its number in the page, if that is not taken.
func (p *Page) takeLabel(f *Footnote) {
	label := f.Label
	for label == "" || p.footnotes.has([]byte(label)) {
		p.footnotes.number++
		label = strconv.Itoa(p.footnotes.number)
	}
	f.Label = label
	p.footnotes.labels[strings.ToLower(label)] = struct{}{}
}

// has reports whether there is a footnote with that label, which is not longer than LongestLabel.
func (f *footnotes) has(label []byte) bool {
	var lower [LongestLabel]byte
	_, ok := f.labels[string(dom.AppendLower(lower[:0], label))]
	return ok
}

// footnoteByID returns the footnote with that ID, nil if none is known.
func (p *Page) footnoteByID(id string) *Footnote {
	if i, ok := p.footnotes.byID[id]; ok {
		return &p.footnotes.list[i]
	}
	return nil
}

// Fragment returns the ID of the place in this document that a link leads to, and nothing for a link to elsewhere.
// https://html.spec.whatwg.org/multipage/browsing-the-web.html#find-a-potential-indicated-element
func (p *Page) Fragment(link dom.ID) string { return fragmentOf(p.doc.Value(link, dom.AttrHref)) }

func fragmentOf(href string) string {
	id, ok := strings.CutPrefix(href, "#")
	if !ok {
		return ""
	}
	if strings.IndexByte(id, '%') >= 0 {
		if decoded, err := url.PathUnescape(id); err == nil {
			return decoded
		}
	}
	return id
}

// MayName reports whether an address that names a document may lead to a footnote in this one.
func (p *Page) MayName(href string) bool {
	return (len(p.footnotes.list) > 0 || p.Undecided) && strings.IndexByte(href, '#') > 0
}

// notePlace is Fragment for a link to a footnote or back from one, which may name the document as well, as in books of several.
func (p *Page) notePlace(link dom.ID) string {
	href := p.doc.Value(link, dom.AttrHref)
	at := strings.IndexByte(href, '#')
	if at <= 0 {
		return fragmentOf(href)
	}
	if strings.IndexByte(href[:at], ':') >= 0 || strings.HasPrefix(href, "//") {
		return ""
	}
	return href[at+1:]
}

// LongestLabel is how long a label may be that is taken from the text of the page.
const LongestLabel = 32

// shownLabel returns what a reference shows without its brackets, if that can be a label: so the numbers are those of the page.
func (p *Page) shownLabel(link dom.ID) string {
	label, id := "", link
	for range lookAhead {
		if id = p.doc.Following(id, link); id == 0 {
			break
		}
		if p.doc.Node(id).Kind != dom.KindText {
			continue
		}
		if text := strings.Trim(p.doc.Text(id), "[]()"+ascii.Space); text != "" {
			if label != "" || len(text) > LongestLabel || !isLabel(text) {
				return ""
			}
			label = text
		}
	}
	return label
}

func isLabel(text string) bool {
	for i := range len(text) {
		if c := text[i]; !ascii.IsAlnum(c) && c != '-' && c != '_' {
			return false
		}
	}
	return true
}

// HasFootnotes reports whether the document refers to footnotes.
func (p *Page) HasFootnotes() bool { return len(p.footnotes.list) > 0 }

// Footnote returns the footnote of an index.
func (p *Page) Footnote(i int32) *Footnote { return &p.footnotes.list[i] }

// FootnoteIn returns the footnote that a list item or block holds, nil if it holds none.
func (p *Page) FootnoteIn(li dom.ID) *Footnote {
	if i, ok := p.footnotes.blocks[li]; ok {
		if f := &p.footnotes.list[i]; f.Item == li {
			return f
		}
		return nil
	}
	if !p.doc.Is(li, dom.TagLi) {
		return nil
	}
	if f := p.footnoteByID(p.doc.Value(li, dom.AttrID)); f != nil && f.Item == li {
		return f
	}
	return nil
}

// goneItem stands for the item of a footnote that has been read and is not in the document any more.
const goneItem dom.ID = math.MinInt32

// Moved takes note of the new IDs of nodes, by their IDs before.
func (p *Page) Moved(moved []dom.ID) {
	clear(p.footnotes.byMark) // None of them is met again.
	p.classes.Forget()
	p.styles.last = 0
	clear(p.footnotes.sections)
	p.footnotes.blocks, p.footnotes.shown = movedKeys(p.footnotes.blocks, moved), movedKeys(p.footnotes.shown, moved)
	for i := range p.footnotes.list {
		if f := &p.footnotes.list[i]; f.Item > 0 {
			if f.Item = moved[f.Item]; f.Item == 0 {
				f.Item = goneItem
			}
		}
	}
}

// movedKeys returns a map by the new IDs of what is left of the document.
func movedKeys(of map[dom.ID]int32, moved []dom.ID) map[dom.ID]int32 {
	if len(of) == 0 {
		return of
	}
	by := make(map[dom.ID]int32, len(of))
	for id, i := range of {
		if to := moved[id]; to != 0 {
			by[to] = i
		}
	}
	return by
}

// ofEntry is about how many bytes an entry of a map with strings takes.
const ofEntry = 128

func (f *footnotes) room() int {
	return ofEntry*(len(f.byID)+len(f.labels)+len(f.anchors)+len(f.sections)+len(f.blocks)+len(f.shown)+len(f.byMark)) + hugepage.Room(f.list)
}
