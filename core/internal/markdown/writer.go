package markdown

import (
	"bytes"
	"math"
	"strconv"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/htmlwriter"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/outline"
	"tidemark/core/internal/page"
	"tidemark/core/internal/watch"
)

// block is a kind of Markdown block.
type block uint8

const (
	noBlock block = iota
	paragraph
	heading
	setextHeading
	fencedCode
	indentedCode
	quote
	alertMark // the line that makes an alert of a quotation
	bulletList
	orderedList
	horizontalRule
	tableBlock
	htmlBlock
	footnoteBlock
	rawBlock   // Markdown that is written as it is
	definition // of a link
)

// writer holds the output and what the next line begins with. Nothing else writes to the output: this is held by a test.
type writer struct {
	watch  *watch.Watch
	out    []byte
	begin  int    // where this document begins in out
	limit  int    // the length out may have
	full   bool   // the limit is passed; rendering is to end
	prefix []byte // of the lines after the first, by the containers that are open

	last      block  // the last block of the container, noBlock at its start
	leaf      block  // the last block that holds no others
	lastMark  byte   // the marker of the last block if it is a list
	tight     bool   // the container is an item of a tight list
	box       string // the box of a task, to be written with the paragraph that begins the item
	joined    bool   // the paragraph is one with the alert mark before it
	lineStart int    // where the text of the line begins in out, after the prefix

	record *outline.Recorder // nil unless it is asked where things stand
}

func (w *writer) reset(dst []byte, limit int) {
	*w = writer{watch: w.watch, out: dst, begin: len(dst), limit: math.MaxInt, prefix: w.prefix[:0], lineStart: len(dst), record: w.record}
	if w.record != nil {
		w.record.Begin(w.watch)
	}
	if limit > 0 {
		w.limit = len(dst) + limit
	}
}

// container is what a writer goes back to when a container block ends.
type container struct {
	prefix   int
	last     block
	lastMark byte
	tight    bool
}

// enter begins a container whose further lines begin with prefix.
func (w *writer) enter(prefix string, tight bool) container {
	c := container{prefix: len(w.prefix), last: w.last, lastMark: w.lastMark, tight: w.tight}
	w.prefix = append(w.prefix, prefix...)
	w.last, w.lastMark, w.tight = noBlock, 0, tight
	if w.record != nil {
		w.record.Enter()
	}
	return c
}

// leave ends a container. Where nothing stands in it, the space after its marker goes.
func (w *writer) leave(c container) {
	if w.box != "" {
		w.takeBox()
	}
	if w.last == noBlock {
		w.trimSpaces()
	}
	if w.record != nil {
		w.record.Leave(len(w.out))
	}
	w.prefix = w.prefix[:c.prefix]
	w.last, w.lastMark, w.tight = c.last, c.lastMark, c.tight
}

// beginsQuote reports whether there is nothing yet in the line after the marker of a quotation that begins there.
func (w *writer) beginsQuote() bool {
	n := len(w.out)
	return n-2 >= w.lineStart && w.out[n-2] == '>' && w.out[n-1] == ' '
}

func (w *writer) trimSpaces() {
	for len(w.out) > w.begin && w.out[len(w.out)-1] == ' ' {
		w.out = w.out[:len(w.out)-1]
	}
}

// open goes to where a block of that kind begins.
func (w *writer) open(kind block) {
	if w.record != nil { // small enough to become a part of the caller
		w.openRecorded(kind)
		return
	}
	w.goTo(kind)
}

// goTo is open without a recorder.
func (w *writer) goTo(kind block) {
	if w.box != "" {
		w.takeBox()
		if kind == paragraph {
			w.text(" ")
			w.last, w.lastMark, w.joined = kind, 0, false
			return
		}
	}
	w.joined = w.last == alertMark && kind == paragraph
	if w.last != noBlock {
		if !w.joined && (!w.tight || !mayFollowTight(w.last, kind)) {
			w.blankLine()
		}
		w.newLine()
	}
	w.last, w.lastMark = kind, 0
	if kind != quote && kind != bulletList && kind != orderedList && kind != footnoteBlock {
		w.leaf = kind
	}
}

// takeBox writes the box of a task.
func (w *writer) takeBox() {
	w.text(w.box)
	w.box, w.last, w.lastMark = "", paragraph, 0
}

// openList goes to where a list begins. Only some lists may interrupt a paragraph.
func (w *writer) openList(kind block, interrupts bool) {
	if w.leaf == indentedCode && !interrupts {
		// micromark would see no list after such code, but text. This defines a link that nothing refers to.
		w.open(paragraph)
		w.text("[//]: #")
	}
	if (w.last == paragraph || w.box != "") && !interrupts {
		tight := w.tight
		w.tight = false
		w.open(kind)
		w.tight = tight
		return
	}
	w.open(kind)
}

// mayFollowTight reports whether a block may come after another without a blank line between them.
func mayFollowTight(last, kind block) bool {
	switch last {
	case paragraph:
		return kind == heading || kind == fencedCode || kind == quote || kind == bulletList || kind == orderedList
	case heading, fencedCode, horizontalRule:
		return kind != indentedCode
	case quote, bulletList, orderedList:
		// A paragraph would be taken for the lazy continuation of the one before.
		return kind == heading || kind == fencedCode || kind == horizontalRule ||
			(kind == quote && last != quote) || (last == quote && (kind == bulletList || kind == orderedList))
	default:
		return false
	}
}

// needsBlankLine reports whether a block of that kind would need a blank line before it where there is none: in an item of a tight list.
func (w *writer) needsBlankLine(kind block) bool {
	last := w.last
	if w.box != "" {
		last = paragraph
	}
	return w.tight && last != noBlock && !mayFollowTight(last, kind)
}

// newLine ends the line and begins the next with the prefix.
func (w *writer) newLine() {
	w.out = append(w.out, '\n')
	w.out = append(w.out, w.prefix...)
	w.lineStart = len(w.out)
	w.check()
}

// blankLine ends the line and writes one that holds nothing but the prefix, without its trailing spaces.
func (w *writer) blankLine() {
	w.out = append(w.out, '\n')
	n := len(w.prefix)
	for n > 0 && w.prefix[n-1] == ' ' {
		n--
	}
	w.out = append(w.out, w.prefix[:n]...)
}

// text writes a piece of a line as it is.
func (w *writer) text(s string) { w.out = append(w.out, s...) }

// bytes writes a piece of a line as it is.
func (w *writer) bytes(s []byte) { w.out = append(w.out, w.long(s)...) }

// writeRun writes the inline content that has been collected. Its lines are broken if they are too long and may be.
func (r *Renderer) writeRun(lines inline.LineMode, wraps bool) {
	r.place(lines, wraps)
	out := r.w.out
	r.w.out = nil // Whoever has it counts it.
	var full bool
	r.w.out, r.w.lineStart, full = r.inline.WriteRun(out)
	r.w.full = r.w.full || full
	if r.w.record != nil {
		r.recordInlines()
	}
}

// byte writes a character.
func (w *writer) byte(c byte) { w.out = append(w.out, c) }

// number writes a number.
func (w *writer) number(n int) { w.out = strconv.AppendInt(w.out, int64(n), 10) }

// html writes an element as HTML on one line, so that nothing in it ends the HTML block.
// https://spec.commonmark.org/0.31.2/#html-blocks
func (w *writer) html(h *htmlwriter.Writer, doc *dom.Document, p *page.Page, id dom.ID) {
	var isWhole bool
	w.out, isWhole = h.Append(w.out, w.watch, doc, p, id, w.limit)
	w.full = w.full || !isWhole
	w.check()
}

// kept is html for an element that is kept as it is.
func (w *writer) kept(h *htmlwriter.Writer, doc *dom.Document, p *page.Page, id dom.ID) {
	var isWhole bool
	w.out, isWhole = h.AppendKept(w.out, w.watch, doc, p, id, w.limit, false)
	w.full = w.full || !isWhole
	w.check()
}

// info writes the info string of a fenced code block.
func (w *writer) info(language string) { w.out = inline.AppendInfo(w.out, language) }

// definition writes the definition of a link.
func (w *writer) definition(c *inline.Writer, i int) { w.out = c.AppendDefinition(w.out, i) }

// long writes all of a long text but its end, which it gives back to be appended.
func (w *writer) long(text []byte) []byte {
	if len(text) > watch.Every { // small enough to become a part of the caller
		return w.begins(text)
	}
	return text
}

// begins must not be inlined, so that long always is.
//
//go:noinline
func (w *writer) begins(text []byte) []byte {
	w.out, text = hugepage.AppendMost(w.watch, w.out, text)
	return text
}

// room makes room for so many bytes more, as far as the limit allows.
func (w *writer) room(n int) {
	w.out = hugepage.Grow(w.watch, w.out, max(0, min(n, w.limit-len(w.out))))
}

// manyBytes is from what length on it is estimated how much a source makes.
const manyBytes = 512 << 10

// expect makes room for as much as a long source makes in all likelihood: little more than its length, so that nothing is copied to
// make room for it. What is not used of it takes no memory.
func (w *writer) expect(dst []byte, source, limit int) []byte {
	if source < manyBytes {
		return dst
	}
	n := source + source/8
	if limit > 0 {
		n = min(n, limit)
	}
	return hugepage.Grow(w.watch, dst, n)
}

// check looks at the limit. What is over it stays, since others know places in it; the next question whether to stop ends the rendering.
func (w *writer) check() {
	if n := len(w.out); n > hugepage.LongOutput || n > w.limit {
		w.checkLong()
	}
}

// checkLong must not be inlined, so that check always is.
//
//go:noinline
func (w *writer) checkLong() {
	w.out = hugepage.GrowAhead(w.watch, w.out, w.limit)
	if len(w.out) > w.limit {
		w.full = true
	}
}

// beginBelow moves what has been written in a container from there on, after its marker and a space, below a blank line.
func (w *writer) beginBelow(start int) {
	moved, last := append([]byte(nil), w.out[start:]...), w.lineStart
	w.out = w.out[:start-1]
	w.blankLine()
	w.newLine()
	if last > start {
		w.lineStart += last - start
	}
	if w.record != nil {
		w.record.Shift(start, len(w.out)-start)
	}
	w.out = append(w.out, moved...)
	w.check()
}

// moveLimit moves the limit of the output, if there is one, for what is written and taken away again.
func (w *writer) moveLimit(by int) {
	if w.limit < math.MaxInt {
		w.limit += by
	}
}

// cutSeparator takes away the mark that text begins with from there on, and the white space after it.
func (w *writer) cutSeparator(start int) {
	text := w.out[start:]
	if len(text) > 0 && text[0] == '\\' {
		text = text[1:]
	}
	if len(text) < 2 || bytes.IndexByte([]byte(".):"), text[0]) < 0 {
		return
	}
	rest := bytes.TrimLeft(text[1:], " \u00a0")
	cut := len(w.out) - start - len(rest)
	w.out = append(w.out[:start], rest...)
	if w.lineStart > start {
		w.lineStart -= cut
	}
	if w.record != nil {
		w.record.Shift(start, -cut)
	}
}

// drop lets go of what was written, which is whole blocks of the document, and returns how much it was.
func (w *writer) drop() int {
	n := len(w.out)
	if w.record != nil {
		w.record.Drop(n)
	}
	w.out, w.begin, w.lineStart = w.out[:0], 0, 0
	if w.limit != math.MaxInt {
		w.limit -= n
	}
	return n
}
