package markdown

import (
	"net/url"
	"strconv"
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// footnote is a footnote that the document refers to.
type footnote struct {
	item     dom.ID // the list item that holds it, 0 if there is none
	label    string
	referred bool // a reference to it has been written
}

// footnotes are those of a document. It is looked through for them before it is rendered.
type footnotes struct {
	possible bool // there is a list of footnotes
	open     int  // so many are being written, in each other
	list     []footnote
	byID     map[string]int32    // the index in list by the ID that references name
	labels   map[string]struct{} // the labels, in lower case
	anchors  map[string]struct{} // the IDs of references and of what raises them, which is where links back lead to
	sections map[dom.ID]bool     // of elements that have been asked, whether they say that they hold footnotes
	number   int                 // the last that was taken for a label
}

func (f *footnotes) reset() {
	clear(f.list)
	clear(f.byID)
	clear(f.labels)
	clear(f.anchors)
	clear(f.sections)
	f.open, f.list, f.number = 0, f.list[:0], 0
}

// findFootnotes looks through the document once. A footnote is an item of a list of footnotes that a link before it leads to:
// when a reference is written it is sure that its footnote follows.
func (r *Renderer) findFootnotes() {
	f := &r.footnotes
	if !f.possible {
		return
	}
	if f.byID == nil {
		f.byID, f.labels, f.anchors = map[string]int32{}, map[string]struct{}{}, map[string]struct{}{}
	}
	inside, end := false, dom.ID(0) // whether this is before end in something that holds no blocks
	for id := r.doc.Node(dom.Root).First; id != 0 && !r.stopped(); {
		if id == end {
			inside = false
		}
		n := r.doc.Node(id)
		tag, role := n.Tag, page.Of(n.Tag).Role
		switch {
		case role == page.Code, role == page.Preformatted, r.unseen(id):
			id = r.doc.FollowingSkipped(id, dom.Root)
			continue
		case n.Start >= r.horizon:
		case tag == dom.TagSup:
			r.noteAnchor(id)
		case tag == dom.TagA:
			r.noteReference(id)
		case tag == dom.TagLi && !inside:
			r.noteFootnote(id)
		case (role == page.Table || role == page.Heading) && !inside: // Its content may have to be on one line.
			inside, end = true, r.doc.FollowingSkipped(id, dom.Root)
		}
		id = r.doc.Following(id, dom.Root)
	}
}

// noteAnchor takes note of where a link back may lead to.
func (r *Renderer) noteAnchor(id dom.ID) {
	if anchor := r.doc.Value(id, dom.AttrID); anchor != "" {
		r.footnotes.anchors[r.keep(anchor)] = struct{}{}
	}
}

// noteReference takes note of a link, if it may refer to a footnote.
func (r *Renderer) noteReference(link dom.ID) {
	f, target := &r.footnotes, r.fragment(link)
	if target == "" || !r.mayRefer(link) {
		return
	}
	r.noteAnchor(link)
	if _, ok := f.byID[target]; !ok {
		f.byID[r.keep(target)] = int32(len(f.list))
		f.list = append(f.list, footnote{label: r.keep(r.shownLabel(link))})
	}
}

// noteFootnote takes note of a list item, if it is a footnote that is referred to.
func (r *Renderer) noteFootnote(li dom.ID) {
	f := r.footnoteByID(r.doc.Value(li, dom.AttrID))
	if f == nil || f.item != 0 || !r.listsFootnotes(r.doc.Node(li).Parent) {
		return
	}
	f.item = li
	label := f.label
	for label == "" || r.footnotes.has([]byte(label)) {
		r.footnotes.number++
		label = strconv.Itoa(r.footnotes.number)
	}
	f.label = label
	r.footnotes.labels[strings.ToLower(label)] = struct{}{}
}

// has tells whether there is a footnote with that label, which is not longer than longestLabel.
func (f *footnotes) has(label []byte) bool {
	var lower [longestLabel]byte
	_, ok := f.labels[string(dom.AppendLower(lower[:0], label))]
	return ok
}

// footnoteByID gives the footnote with that ID, nil if none is known.
func (r *Renderer) footnoteByID(id string) *footnote {
	if i, ok := r.footnotes.byID[id]; ok {
		return &r.footnotes.list[i]
	}
	return nil
}

// fragment gives the ID of the place in this document that a link leads to, and nothing for a link to elsewhere.
// https://html.spec.whatwg.org/multipage/browsing-the-web.html#find-a-potential-indicated-element
func (r *Renderer) fragment(link dom.ID) string {
	id, ok := strings.CutPrefix(r.doc.Value(link, dom.AttrHref), "#")
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

// longestLabel is how long a label may be that is taken from the text of the page.
const longestLabel = 32

// shownLabel gives what a reference shows without its brackets, if that can be a label: so the numbers are those of the page.
func (r *Renderer) shownLabel(link dom.ID) string {
	label, id := "", link
	for range lookAhead {
		if id = r.doc.Following(id, link); id == 0 {
			break
		}
		if r.doc.Node(id).Kind != dom.KindText {
			continue
		}
		if text := strings.Trim(r.doc.Text(id), "[]()"+ascii.Space); text != "" {
			if label != "" || len(text) > longestLabel || !all(text, func(b byte) bool { return ascii.IsAlnum(b) || b == '-' || b == '_' }) {
				return ""
			}
			label = text
		}
	}
	return label
}
