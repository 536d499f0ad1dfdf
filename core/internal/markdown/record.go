package markdown

import (
	"strings"
	"unicode/utf8"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/outline"
	"tidemark/core/internal/page"
)

// recording is what is noted of where things stand, if that is asked.
type recording struct {
	recorder *outline.Recorder // nil if it is not
	marks    inline.Marks
	run      struct{ first, last dom.ID } // the nodes of text so far
	size     int                          // of the text when the node was begun that is being rendered
}

// Record has the renderer note where things stand in the documents that follow, nil nothing.
func (r *Renderer) Record(into *outline.Recorder) { r.recording.recorder = into }

func (r *Renderer) startRecording() {
	if r.w.record = r.recording.recorder; r.recording.recorder == nil {
		return
	}
	r.recording.marks.Watch = &r.watch
	r.inline.Marks = &r.recording.marks
	r.recording.run.first, r.recording.run.last = 0, 0
}

func (r *Renderer) endRecording() { r.recording.recorder, r.w.record, r.inline.Marks = nil, nil, nil }

func (r *recording) room() int {
	if r.recorder == nil {
		return 0
	}
	return r.recorder.Room() + hugepage.Room(r.marks.List)
}

// blockKinds are what blocks are in an outline. Lists are none: their items are.
var blockKinds = [...]outline.Kind{
	paragraph: outline.Paragraph, heading: outline.Heading, setextHeading: outline.Heading, fencedCode: outline.Code, indentedCode: outline.Code,
	quote: outline.Quote, horizontalRule: outline.Rule, tableBlock: outline.Table, htmlBlock: outline.HTML, footnoteBlock: outline.Footnote,
	rawBlock: outline.Raw, definition: outline.Definition,
}

// openRecorded is open with a recorder.
func (w *writer) openRecorded(kind block) {
	if w.last == alertMark && kind == paragraph {
		w.goTo(kind) // The mark has begun it.
		return
	}
	w.record.EndLeaf(len(w.out))
	w.goTo(kind)
	switch kind {
	case bulletList, orderedList, quote, footnoteBlock:
	default:
		w.record.BeginLeaf(blockKinds[kind], len(w.out))
	}
}

// attend looks at a node that is about to be rendered, where nodes are to be looked at.
func (r *Renderer) attend(id dom.ID) {
	if r.page.Undecided {
		r.page.DoubtNode(id)
	}
	if r.w.record == nil {
		return
	}
	r.recording.size = r.inline.Size()
	switch n := r.doc.Node(id); {
	case n.Kind == dom.KindText && !r.isPadding(id), n.Traits&(dom.Kept|dom.Ruled) != 0 && page.Of(n.Tag).Display == page.Inline:
		r.recordContent(id)
	}
}

// attended looks at a node that has been rendered with all that is in it: it is itself a part of the text if that has grown.
func (r *Renderer) attended(id dom.ID) {
	if r.w.record != nil && r.inline.Size() > r.recording.size && r.doc.Node(id).Kind == dom.KindElement {
		r.recordContent(id)
	}
}

// recordContent notes that a node is a part of the text.
func (r *Renderer) recordContent(id dom.ID) {
	run := &r.recording.run
	if run.last = id; run.first == 0 {
		run.first = id
	}
}

// isPadding reports whether text is white space, no-break spaces among it: at the edges of a block it goes.
func (r *Renderer) isPadding(id dom.ID) bool {
	const longest = 64
	text := r.doc.Text(id)
	if text != "" && text[0] > ' ' && text[0] < utf8.RuneSelf {
		return false // as nearly all text begins
	}
	return r.doc.IsBlank(id) || len(text) <= longest && strings.Trim(text, " \t\n\f\r\u00a0") == ""
}

// mayShow reports whether a node shows something by itself: text, or an object in a line.
func (r *Renderer) mayShow(id dom.ID) bool {
	n := r.doc.Node(id)
	if n.Kind != dom.KindElement {
		return n.Kind == dom.KindText && !r.isPadding(id)
	}
	switch page.Of(n.Tag).Role {
	case page.Image, page.Input, page.Media:
		return true
	}
	return n.Traits&(dom.Kept|dom.Ruled) != 0
}

// recordRun notes what the text is made of that is about to be written.
func (r *Renderer) recordRun() {
	run := &r.recording.run
	if run.first != 0 {
		if block := r.blockOfText(run.first, run.last); block != 0 {
			run.first, run.last = block, block
		}
	}
	r.w.record.Of(run.first, run.last)
	r.forgetRun()
}

// forgetRun forgets the nodes of text so far: it has been written, or nothing is to be seen of it.
func (r *Renderer) forgetRun() {
	r.recording.run.first, r.recording.run.last, r.recording.size = 0, 0, 0
}

// near is how many nodes are looked at to find the block of which text is all.
const near = 32

// blockOfText returns the block in which nothing is to be seen but text from a node to another, 0 where that is not found near them.
func (r *Renderer) blockOfText(first, last dom.ID) dom.ID {
	block := r.doc.Node(first).Parent
	for far := 0; page.Of(r.doc.Node(block).Tag).Display != page.Block; far++ {
		if block = r.doc.Node(block).Parent; block == 0 || far == near {
			return 0
		}
	}
	if r.doc.Node(block).Tag == dom.TagBody || r.doc.Unfinished(block) {
		return 0 // There may be more in it.
	}
	id := block
	for far := 0; id != first; far++ {
		if id != block && r.mayShow(id) || far == near {
			return 0
		}
		id = r.doc.Following(id, block)
	}
	id = r.doc.FollowingSkipped(last, block)
	for far := 0; far < near; far++ {
		if id == 0 {
			return block
		}
		if e := page.Of(r.doc.Node(id).Tag); r.mayShow(id) || r.doc.Node(id).Kind == dom.KindElement && e.Display == page.Block {
			return 0
		}
		id = r.doc.Following(id, block)
	}
	return 0
}

// recordBlock notes what the block is made of that begins next.
func (r *Renderer) recordBlock(id dom.ID) {
	if r.w.record != nil {
		r.w.record.Of(id, id)
		r.recording.run.first, r.recording.run.last = 0, 0
	}
}

// recordHeading notes the level of the heading that has begun, and its text, which is about to be written.
func (r *Renderer) recordHeading(level int) {
	if r.w.record != nil {
		r.w.record.SetHeading(level, r.inline.AppendPlain)
	}
}

// recordContainer notes that a container begins, which is entered next.
func (r *Renderer) recordContainer(kind outline.Kind, id dom.ID) {
	if r.w.record != nil {
		r.w.record.BeginContainer(kind, id, len(r.w.out))
	}
}

// recordAlertMark notes the beginning of the line that makes an alert of a quotation: it is one with the paragraph after it.
func (r *Renderer) recordAlertMark() {
	if r.w.record != nil {
		r.w.record.Of(0, 0)
		r.w.record.BeginLeaf(outline.Paragraph, len(r.w.out))
	}
}

// recordItem notes that an item of a list begins.
func (r *Renderer) recordItem(i *openItem) {
	if r.w.record != nil {
		i.span = r.w.record.BeginContainer(outline.Item, i.li, len(r.w.out))
	}
}

// recordDefinition notes that the next definition of a link begins.
func (r *Renderer) recordDefinition() {
	if r.w.record == nil {
		return
	}
	at := len(r.w.out)
	r.w.record.EndLeaf(at - len("\n"))
	r.w.record.Of(0, 0)
	r.w.record.BeginLeaf(outline.Definition, at)
}

// beginRow notes that a row of a table begins, and returns what endSpan takes.
func (r *Renderer) beginRow(g *page.Grid, row page.GridRow) int {
	if r.w.record == nil {
		return 0
	}
	kind := outline.Row
	if r.inHeader || row == (page.GridRow{}) {
		kind = outline.HeaderRow
	}
	if !r.doc.Is(row.ID, dom.TagTr) {
		return r.beginSpan(kind, 0) // of boxes
	}
	return r.beginSpan(kind, row.ID)
}

// beginSpan notes that a part of a block begins, and returns what endSpan takes.
func (r *Renderer) beginSpan(kind outline.Kind, id dom.ID) int {
	if r.w.record == nil {
		return 0
	}
	return r.w.record.Reserve(kind, id, len(r.w.out))
}

func (r *Renderer) endSpan(span int) {
	if r.w.record != nil {
		r.w.record.End(span, len(r.w.out))
		r.recording.run.first, r.recording.run.last = 0, 0 // They are in it.
	}
}

var markKinds = [...]outline.Kind{
	inline.LinkMark: outline.Link, inline.ImageMark: outline.Image, inline.CodeMark: outline.CodeSpan, inline.FootnoteMark: outline.FootnoteReference,
}

// recordInlines notes what is in the run that has been written.
func (r *Renderer) recordInlines() {
	for _, m := range r.recording.marks.List {
		r.w.record.Add(markKinds[m.Kind], dom.ID(m.Ref), m.Start, m.End)
	}
	r.recording.marks.List = r.recording.marks.List[:0]
}
