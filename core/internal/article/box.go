package article

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/page"
)

// box is an element that stands on lines of its own, or is around such.
type box struct {
	node     dom.ID
	parent   int32 // the box around it; the first is around itself
	end      int32 // after the last box in it
	from, to int32 // the units in it
	signs    signs // what it is

	likeness uint32 // the same for elements that look alike, by name and class
	depth    uint8  // in boxes, at most 255
	near     nearby // of each sign, how far up the nearest box with it is
}

// unit is a piece of content in one line: what is between two edges of boxes.
type unit struct {
	box   int32
	first dom.ID // what it begins with: the box itself is around that, or elements that are inline
	counts
	inControl   bool
	level       uint8               // of the heading that it is in, or 0
	good        uint32              // how much it reads like prose, in halves of words
	shape       [nearFeatures]uint8 // what units beside it have of it
	links       uint16
	images      uint16
	times       uint16
	controls    uint16
	picture     uint8 // how large its images are, by their attributes
	alternative uint8 // how long their texts are
	before      int32 // the last unit before with the same text, -1 without
}

// walker collects the boxes of a document and the units in them.
type walker struct {
	doc   *dom.Document
	page  *page.Page
	boxes []box
	units []unit

	blocky []bool // by node: whether there is a block in it

	open    int32 // the innermost open box
	inLink  int   // how many links are open
	inField int   // and fields and buttons
	run     unit
	text    text // of the run
	running bool
}

// markBlocky finds the elements that are inline by their names, but have blocks in them.
func (f *Finder) markBlocky() {
	nodes := f.doc.Nodes()
	f.blocky = hugepage.Renew(f.watch, f.blocky[:0], len(nodes))[:len(nodes)]
	clear(f.blocky)
	for i := range nodes {
		n := &nodes[i]
		if n.Kind != dom.KindElement || page.Of(n.Tag).Display != page.Block || n.Namespace != dom.HTML {
			continue
		}
		for up := n.Parent; up > dom.Root; up = nodes[up].Parent {
			if page.Of(nodes[up].Tag).Display == page.Block || f.blocky[up] {
				break
			}
			f.blocky[up] = true
		}
	}
}

func (f *Finder) isBox(id dom.ID, n *dom.Node) bool {
	return n.Namespace == dom.HTML && page.Of(n.Tag).Display == page.Block || f.blocky[id]
}

// collect walks over all that is seen of the document.
func (f *Finder) collect() {
	f.boxes, f.units = f.boxes[:0], f.units[:0]
	f.markBlocky()
	f.pushBox(dom.Root)
	f.inLink, f.inField, f.running = 0, 0, false
	id := f.doc.Node(dom.Root).First
	steps := 0
	for id != 0 {
		if steps++; steps%1024 == 0 {
			f.watch.Look()
		}
		n := f.doc.Node(id)
		if f.enter(id, n) {
			if n.First != 0 {
				id = n.First
				continue
			}
			f.leave(id)
		}
		for f.doc.Node(id).Next == 0 {
			id = f.doc.Node(id).Parent
			if id <= dom.Root {
				f.endRun()
				f.closeBox()
				return
			}
			f.leave(id)
		}
		id = f.doc.Node(id).Next
	}
}

// enter takes a node in, and reports whether what is in it is to be looked at.
func (f *Finder) enter(id dom.ID, n *dom.Node) bool {
	switch n.Kind {
	case dom.KindText:
		f.addText(id)
		return false
	case dom.KindElement:
	default:
		return false
	}
	if f.page.NeedsCheck(n) && f.isLeftOut(id) {
		return false
	}
	if f.isBox(id, n) {
		f.endRun()
		f.pushBox(id)
		if n.Tag == dom.TagA {
			f.inLink++
		}
		return true
	}
	switch n.Tag {
	case dom.TagA:
		if n.Traits&dom.HasHref != 0 {
			f.begin(id)
			f.run.links++
			f.inLink++
		}
	case dom.TagImg, dom.TagPicture, dom.TagVideo, dom.TagAudio, dom.TagIframe:
		f.begin(id)
		f.addImage(id)
	case dom.TagBr:
		f.text.endWord()
	case dom.TagTime:
		f.begin(id)
		f.run.times++
	case dom.TagButton, dom.TagSelect, dom.TagTextarea, dom.TagInput:
		f.begin(id)
		f.run.controls++
		f.inField++
	}
	return true
}

// leave takes note that all in a node has been seen.
func (f *Finder) leave(id dom.ID) {
	n := f.doc.Node(id)
	if n.Kind != dom.KindElement {
		return
	}
	if f.boxes[f.open].node == id {
		f.endRun()
		f.closeBox()
		if n.Tag == dom.TagA && f.inLink > 0 {
			f.inLink--
		}
		return
	}
	switch n.Tag {
	case dom.TagA:
		if n.Traits&dom.HasHref != 0 && f.inLink > 0 {
			f.inLink--
		}
	case dom.TagButton, dom.TagSelect, dom.TagTextarea, dom.TagInput:
		if f.inField > 0 {
			f.inField--
		}
	}
}

func (f *Finder) pushBox(id dom.ID) {
	b := box{node: id, parent: f.open, from: int32(len(f.units))}
	if len(f.boxes) == 0 {
		b.parent, b.near = 0, nowhere
	} else {
		p := &f.boxes[f.open]
		b.depth = min(p.depth, 254) + 1
		b.near = p.near
	}
	f.read(&b)
	f.open = int32(len(f.boxes))
	hugepage.Push(f.watch, &f.boxes, b)
}

func (f *Finder) closeBox() {
	b := &f.boxes[f.open]
	b.end, b.to = int32(len(f.boxes)), int32(len(f.units))
	f.open = b.parent
}

// begin begins a run, if none is open.
func (f *Finder) begin(id dom.ID) {
	if f.running {
		return
	}
	f.running = true
	f.text = text{}
	f.run = unit{box: f.open, first: id, inControl: f.inField > 0}
}

func (f *Finder) endRun() {
	if !f.running {
		return
	}
	f.running = false
	f.run.counts = f.text.end()
	if f.run.words == 0 && f.run.images == 0 && f.run.controls == 0 {
		return
	}
	u := &f.run
	u.good, u.level = u.prose(), f.levelAround(u.box)
	u.shape = [nearFeatures]uint8{logByte(u.words), share(u.linkWords, u.words), placeOf[f.doc.Node(f.boxes[u.box].node).Tag]}
	hugepage.Push(f.watch, &f.units, *u)
}

func (f *Finder) addText(id dom.ID) {
	if !f.running && f.doc.IsBlank(id) {
		return
	}
	f.begin(id)
	f.text.add(f.doc.Text(id), f.inLink > 0, f.inField > 0)
}

// addImage counts an image.
func (f *Finder) addImage(id dom.ID) {
	f.run.images++
	size := max(number(f.doc.Value(id, dom.AttrWidth)), number(f.doc.Value(id, dom.AttrHeight)))
	f.run.picture = max(f.run.picture, logByte(size))
	f.run.alternative = max(f.run.alternative, logByte(uint32(len(f.doc.Value(id, dom.AttrAlt)))))
}

// number returns the number that an attribute begins with.
func number(s string) (n uint32) {
	for i := 0; i < len(s) && kinds[s[i]] == isDigit && n < 1<<20; i++ {
		n = n*10 + uint32(s[i]-'0')
	}
	return n
}
