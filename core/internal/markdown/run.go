package markdown

import (
	"slices"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// tokenKind is what a token of inline content is.
type tokenKind uint8

const (
	textToken     tokenKind = iota // literal text
	codeToken                      // a code span
	imageToken                     // an image; ref is its element
	footnoteToken                  // a reference to a footnote; ref is its index in footnotes.list
	mathToken                      // a formula in TeX; ref is displayed or not
	breakToken                     // a hard line break
	openToken                      // formatting begins
	closeToken                     // formatting ends
)

// token is a piece of inline content.
type token struct {
	kind       tokenKind
	format     formatKind // of openToken and closeToken
	delimiter  byte       // * _ ~ of emphasis, 0 where it is written as HTML. ` of a formula that is written as code
	stress     bool       // of <em> and <strong>
	nested     bool       // emphasis in emphasis of its kind: without a delimiter it is not written at all
	silent     bool       // formatting that is not to be written
	seen       byteClass  // of textToken: what is in it, and perhaps more
	start, end int32      // of textToken, codeToken and mathToken in run.text
	ref        int32      // of imageToken: its element. Of a link: its index in Renderer.links
	pair       int32      // of closeToken: the index of its openToken, and the other way round
}

// run is the inline content of one block.
type run struct {
	watch  *watch.Watch
	text   []byte
	tokens []token
	open   []int32 // the formatting that is open: the indexes of its tokens

	content bool // something visible has come
	space   bool // white space has come after the last content
	breaks  int  // so many line breaks have come after the last content
	barrier bool // a block boundary has come after the last content
	gap     bool // something that is seen, but not written, has come after the last content

	serial int32 // of the run, among all of a renderer

	seen      byteClass // what is in the text, and perhaps more
	formatted bool      // there is formatting other than links
	formulas  bool      // there are formulas

	delims   delimiters
	silenced bool // there is formatting in it that leaves no trace
	escape   escaper
}

func (r *run) reset() {
	r.serial++
	r.text, r.tokens, r.open = r.text[:0], r.tokens[:0], r.open[:0]
	r.content, r.space, r.breaks, r.barrier, r.gap, r.silenced = false, false, 0, false, false, false
	r.seen, r.formatted, r.formulas = 0, false, false
}

// lookAt looks, a few times for many tokens, at whether the work is to go on. It need not be asked at each.
func (r *run) lookAt(token int) {
	const many = 16 << 10
	if token%many >= many-4 {
		r.watch.Look()
	}
}

// addSpace notes white space. It is written with the content that follows, before any formatting that begins in between:
// so it never stands at the edge of a block or within the delimiters of emphasis, and collapses across elements.
func (r *run) addSpace() { r.space = true }

// addBreak notes a line break, which takes the white space around it.
func (r *run) addBreak() {
	if r.content {
		r.breaks++
	}
}

// addBarrier notes where a block began or ended in a place that has room for inline content only.
func (r *run) addBarrier() { r.barrier = true }

// addGap notes where something stood that is seen, but not written. It keeps words apart, but nothing else.
func (r *run) addGap() { r.gap = true }

// addText adds text as it stands in the source.
func (r *run) addText(s string) {
	for i := 0; i < len(s); {
		if byteClasses[s[i]]&collapsing != 0 {
			r.space = true
			i++
			continue
		}
		end, seen := phrase(s, i)
		r.addPhrase(s[i:end], seen)
		i = end
	}
}

// addWord adds text that is as it is to be written.
func (r *run) addWord(s string) {
	_, seen := phrase(s, 0)
	r.addPhrase(s, seen)
}

// addPhrase adds text that phrase has looked through.
func (r *run) addPhrase(s string, seen byteClass) {
	r.seen |= seen
	if r.gap {
		r.space, r.gap = r.space || (endsWord(r.text) || r.endsMath()) && beginsWord(s), false
	}
	start := len(r.text)
	if n := len(r.tokens); n > 0 && r.tokens[n-1].kind != openToken && r.breaks == 0 && !r.barrier {
		if r.space {
			r.text, r.space = append(r.text, ' '), false
		}
		r.text = append(r.text, s...)
		r.extendText(n, start, len(r.text), seen)
		return
	}
	r.separate()
	r.content = true
	start = len(r.text)
	r.text = append(r.text, s...)
	if n := len(r.tokens); n > 0 && r.tokens[n-1].kind == openToken && byteClasses[s[0]]&uncommon != 0 {
		if spaces := leadingSpaces(r.text[start:]); spaces > 0 {
			r.insert(r.openTail(), token{kind: textToken, seen: uncommon, start: int32(start), end: int32(start + spaces)})
			if start += spaces; start == len(r.text) {
				return
			}
		}
	}
	r.extendText(len(r.tokens), start, len(r.text), seen)
}

// extendText makes text part of the text token before at, or a token of its own there.
func (r *run) extendText(at, start, end int, seen byteClass) {
	if at > 0 {
		if t := &r.tokens[at-1]; t.kind == textToken && t.end == int32(start) {
			t.end = int32(end)
			t.seen |= seen
			return
		}
	}
	if at == len(r.tokens) {
		r.tokens = hugepage.Push(r.watch, r.tokens, token{kind: textToken, seen: seen, start: int32(start), end: int32(end)})
		return
	}
	r.insert(at, token{kind: textToken, seen: seen, start: int32(start), end: int32(end)})
}

// separate writes what stands between the last content and the next.
func (r *run) separate() {
	switch {
	case !r.content:
	case r.breaks > 0:
		for ; r.breaks > 0; r.breaks-- {
			r.insert(r.openTail(), token{kind: breakToken})
		}
	case r.barrier:
		r.insert(r.openTail(), token{kind: breakToken, ref: softBreak})
	case r.space:
		start := len(r.text)
		r.text = append(r.text, ' ')
		r.extendText(r.openTail(), start, start+1, 0)
	}
	r.space, r.breaks, r.barrier, r.gap = false, 0, false, false
}

// What the ref of a breakToken tells.
const (
	softBreak = 1 // it stands for a block boundary
	edge      = 2 // it stands for the beginning or end of the run
)

// openTail is the index of the first of the openTokens at the end, or the end.
func (r *run) openTail() int {
	n := len(r.tokens)
	for n > 0 && r.tokens[n-1].kind == openToken {
		n--
	}
	return n
}

// insert puts a token before those that have just been opened.
func (r *run) insert(at int, t token) {
	if at == len(r.tokens) {
		r.tokens = hugepage.Push(r.watch, r.tokens, t)
		return
	}
	for i, o := range r.open {
		if int(o) >= at {
			r.open[i]++
		}
	}
	r.tokens = slices.Insert(hugepage.Grow(r.watch, r.tokens, 1), at, t)
}

// addCode adds a code span. White space in it collapses, but does not go away.
func (r *run) addCode(code []byte) {
	if len(code) == 0 {
		return
	}
	r.separate()
	start := len(r.text)
	r.text = hugepage.Grow(r.watch, r.text, len(code))
	for i, b := range code {
		if i%watch.Every == 0 {
			r.watch.Look()
		}
		switch {
		case !ascii.IsSpace(b):
			r.text = append(r.text, b)
		case i == 0 || !ascii.IsSpace(code[i-1]):
			r.text = append(r.text, ' ')
		}
	}
	r.tokens = hugepage.Push(r.watch, r.tokens, token{kind: codeToken, start: int32(start), end: int32(len(r.text))})
	r.content = true
}

// addImage adds an image.
func (r *run) addImage(id dom.ID) {
	r.separate()
	r.tokens = hugepage.Push(r.watch, r.tokens, token{kind: imageToken, ref: int32(id)})
	r.content = true
}

// addFootnote adds a reference to a footnote.
func (r *run) addFootnote(index int32) {
	r.separate()
	r.tokens = hugepage.Push(r.watch, r.tokens, token{kind: footnoteToken, ref: index})
	r.content = true
}

// addMath adds a formula. One that is displayed has white space before it, and behind it unless there is punctuation.
func (r *run) addMath(tex []byte, isDisplayed bool) {
	if len(tex) == 0 {
		return
	}
	t := token{kind: mathToken}
	if isDisplayed {
		t.ref = displayed
	}
	r.space = r.space || r.gap || isDisplayed
	r.separate()
	t.start = int32(len(r.text))
	r.text = append(r.text, tex...)
	t.end = int32(len(r.text))
	r.tokens = hugepage.Push(r.watch, r.tokens, t)
	r.content, r.gap, r.formulas = true, isDisplayed, true
	r.seen |= delimiting
}

// endsMath tells whether the last content is a formula.
func (r *run) endsMath() bool {
	n := len(r.tokens)
	return n > 0 && r.tokens[n-1].kind == mathToken
}

// goesOn tells whether a token ends formatting that another of that kind would go on with.
func (t *token) goesOn(kind formatKind) bool {
	return t.kind == closeToken && t.format == kind && kind != linkFormat
}

// begin opens formatting.
func (r *run) begin(f format) {
	// Emphasis that ends and begins again at once goes on.
	if n := len(r.tokens); n > 0 && f.kind != linkFormat && !r.space && r.breaks == 0 && !r.barrier {
		if t := &r.tokens[n-1]; t.goesOn(f.kind) {
			r.tokens = r.tokens[:n-1]
			r.open = append(r.open, t.pair)
			return
		}
	}
	r.open = hugepage.Push(r.watch, r.open, int32(len(r.tokens)))
	r.formatted = r.formatted || f.kind != linkFormat
	r.tokens = hugepage.Push(r.watch, r.tokens, token{kind: openToken, format: f.kind, stress: f.stress, nested: f.nested, ref: f.ref})
}

// end closes the formatting that was opened last. What holds nothing goes, unless it is to be kept.
func (r *run) end(keepEmpty bool) {
	at := r.open[len(r.open)-1]
	r.open = r.open[:len(r.open)-1]
	t := r.tokens[at]
	if int(at) == len(r.tokens)-1 {
		if !keepEmpty {
			r.tokens = r.tokens[:at]
			return
		}
		r.keep(&at)
	}
	spaces := r.cutTrailingSpaces(int(at))
	if n := len(r.tokens); n-1 == int(at) && !keepEmpty {
		r.tokens = r.tokens[:at] // It held nothing but such space.
	} else {
		r.tokens[at].pair = int32(n)
		r.tokens = hugepage.Push(r.watch, r.tokens, token{kind: closeToken, format: t.format, nested: t.nested, ref: t.ref, pair: at})
	}
	if spaces.end > spaces.start {
		r.extendText(len(r.tokens), int(spaces.start), int(spaces.end), spaces.seen)
	}
}

// keep makes an empty element content, behind the white space before it.
func (r *run) keep(at *int32) {
	before := len(r.tokens)
	r.separate()
	*at += int32(len(r.tokens) - before)
	r.content = true
}

// cutTrailingSpaces takes Unicode white space from the end of the last text, back to the token at.
func (r *run) cutTrailingSpaces(at int) token {
	n := len(r.tokens) - 1
	if n <= at || r.tokens[n].kind != textToken {
		return token{}
	}
	t := &r.tokens[n]
	if class := byteClasses[r.text[t.end-1]]; class&(collapsing|uncommon) == 0 {
		return token{}
	}
	spaces := int32(trailingSpaces(r.text[t.start:t.end]))
	cut := token{seen: t.seen, start: t.end - spaces, end: t.end}
	if t.end = cut.start; t.start == t.end {
		r.tokens = r.tokens[:n]
	}
	return cut
}
