package inline

import (
	"slices"
	"strings"
	"unicode/utf8"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// run is the inline content of one block.
type run struct {
	watch  *watch.Watch
	text   []byte
	tokens []token
	open   []int32 // the formatting that is open: the indexes of its tokens

	content     bool // something visible has come
	space       bool // white space has come after the last content
	breaks      int  // so many line breaks have come after the last content
	softBreak   bool // a block boundary has come after the last content
	silentBreak bool // something that is seen, but not written, has come after the last content
	lineEnd     lineEnd

	mark      rune  // see DropMark
	keptLines int32 // so many blocks are open in which line ends are line breaks
	serial    int32 // of the run, among all of a Writer

	seen      byteClass // what is in the text, and perhaps more
	formatted bool      // there is formatting other than links
	formulas  bool      // there are formulas
	raw       bool      // there is raw Markdown with what may begin or end emphasis

	delims   delimiters
	silenced bool // there is formatting in it that leaves no trace
	escape   escaper
}

func (r *run) reset() {
	r.serial++
	r.text, r.tokens, r.open = r.text[:0], r.tokens[:0], r.open[:0]
	r.content, r.space, r.breaks, r.softBreak, r.silentBreak, r.silenced = false, false, 0, false, false, false
	r.lineEnd = noLineEnd
	r.seen, r.formatted, r.formulas, r.raw = 0, false, false, false
}

// lookAt looks, a few times for many tokens, at whether the work is to go on. It need not be asked at each.
func (r *run) lookAt(token int) {
	const many = 16 << 10
	if token%many >= many-4 {
		r.watch.Look()
	}
}

// AddSpace notes white space. It is written with the content that follows, before any formatting that begins in between:
// so it never stands at the edge of a block or within the delimiters of emphasis, and collapses across elements.
func (r *run) AddSpace() { r.space, r.lineEnd = true, firmSpace }

// DropSpace forgets white space after the last content.
func (r *run) DropSpace() { r.space = false }

// Size grows with what is collected.
func (r *run) Size() int { return len(r.tokens) + len(r.text) }

// AddBreak notes a line break, which takes the white space around it.
func (r *run) AddBreak() {
	if r.content {
		r.breaks++
	}
}

// EndsLine reports whether a line break has come after the last content. No-break spaces after one are none: they go, with the break.
func (r *run) EndsLine() bool {
	n := len(r.tokens)
	if r.breaks > 0 || n < 2 {
		return r.breaks > 0
	}
	last, before := &r.tokens[n-1], &r.tokens[n-2]
	if last.kind != textToken || before.kind != breakToken || before.soft() || leadingSpaces(r.text[last.start:last.end]) < int(last.end-last.start) {
		return false
	}
	r.tokens = r.tokens[:n-2]
	return true
}

// AddSoftBreak notes where a block began or ended in a place that has room for inline content only.
func (r *run) AddSoftBreak() { r.softBreak = true }

// AddSilentBreak notes where something stood that is seen, but not written. It keeps words apart, but nothing else.
func (r *run) AddSilentBreak() { r.silentBreak = true }

// AddText adds text as it stands in the source.
func (r *run) AddText(s string) {
	if len(s) > watch.Every {
		s = r.addMost(s)
	}
	r.addText(s)
}

// addMost adds all of a long text but its end, which it returns.
func (r *run) addMost(s string) string {
	r.text = hugepage.Grow(r.watch, r.text, len(s))
	for len(s) > watch.Every {
		n := watch.Every
		for !utf8.RuneStart(s[n]) {
			n++
		}
		r.addText(s[:n])
		s = s[n:]
		r.watch.Look()
	}
	return s
}

func (r *run) addText(s string) {
	for i := 0; i < len(s); {
		if byteClasses[s[i]]&collapsing != 0 {
			r.space = true
			start := i
			if i++; i < len(s) && byteClasses[s[i]]&collapsing != 0 {
				i = ascii.AfterSpace(s, i+1)
			}
			if n := len(r.text); r.keptLines > 0 || n > 0 && r.text[n-1] >= utf8.RuneSelf {
				r.addLineEnds(s[start:i])
			}
			continue
		}
		end, seen := phrase(s, i)
		r.addPhrase(s[i:end], seen)
		i = end
	}
}

// addLineEnds notes the line ends in white space of the source, where they may be more than that.
func (r *run) addLineEnds(spaces string) {
	if r.keptLines == 0 {
		if r.lineEnd == noLineEnd && strings.IndexByte(spaces, '\n') >= 0 {
			r.lineEnd = atLineEnd
		}
		return
	}
	for i := range len(spaces) {
		if r.space = true; spaces[i] == '\n' {
			r.AddBreak()
		}
	}
}

// AddWord adds text that is as it is to be written.
func (r *run) AddWord(s string) {
	_, seen := phrase(s, 0)
	r.addPhrase(s, seen)
}

// addPhrase adds text that phrase has looked through.
func (r *run) addPhrase(s string, seen byteClass) {
	r.seen |= seen
	if r.lineEnd != noLineEnd {
		r.joinLine(s)
	}
	if r.silentBreak {
		r.space, r.silentBreak = r.space || r.breaksBefore(s), false
	}
	start := len(r.text)
	if n := len(r.tokens); n > 0 && r.tokens[n-1].kind != openToken && r.breaks == 0 && !r.softBreak {
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
			r.insert(r.openTail(), token{kind: textToken, seen: uncommon | separating, start: int32(start), end: int32(start + spaces)})
			if start += spaces; start == len(r.text) {
				return
			}
		}
	}
	r.extendText(len(r.tokens), start, len(r.text), seen)
}

// breaksBefore reports whether what was seen and not written stood between words, the punctuation at them included.
func (r *run) breaksBefore(s string) bool {
	if r.endsMath() {
		return beginsWord(s)
	}
	return endsPhrase(r.text) && beginsPhrase(s)
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
		hugepage.Push(r.watch, &r.tokens, token{kind: textToken, seen: seen, start: int32(start), end: int32(end)})
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
	case r.softBreak:
		r.insert(r.openTail(), token{kind: breakToken, ref: blockBoundary})
	case r.space:
		start := len(r.text)
		r.text = append(r.text, ' ')
		r.extendText(r.openTail(), start, start+1, 0)
	}
	r.space, r.breaks, r.softBreak, r.silentBreak, r.lineEnd = false, 0, false, false, noLineEnd
}

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
		hugepage.Push(r.watch, &r.tokens, t)
		return
	}
	for i, o := range r.open {
		if int(o) >= at {
			r.open[i]++
		}
	}
	r.tokens = slices.Insert(hugepage.Move(r.watch, r.tokens, 1), at, t)
}

// AddCode adds a code span, by what others know it by. White space in it collapses, but does not go away.
func (r *run) AddCode(code []byte, ref int32) {
	if len(code) == 0 {
		return
	}
	r.space = r.space || r.silentBreak && endsPhrase(r.text)
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
	hugepage.Push(r.watch, &r.tokens, token{kind: codeToken, start: int32(start), end: int32(len(r.text)), ref: ref})
	r.content = true
}

// AddImage adds an image, by what Objects know it by.
func (r *run) AddImage(ref int32) {
	r.separate()
	hugepage.Push(r.watch, &r.tokens, token{kind: imageToken, ref: ref})
	r.content = true
}

// AddFootnote adds a reference to a footnote, by what Objects know it by, and what others know by that refers to it. It is a link, so it
// must not be in one.
func (r *run) AddFootnote(ref, referrer int32) {
	r.separate()
	hugepage.Push(r.watch, &r.tokens, token{kind: footnoteToken, ref: ref, pair: referrer})
	r.content = true
}

// AddMath adds a formula. One that is displayed has white space before it, and after it unless there is punctuation.
func (r *run) AddMath(tex []byte, isDisplayed bool) {
	if len(tex) == 0 {
		return
	}
	t := token{kind: mathToken}
	if isDisplayed {
		t.ref = onOwnLine
	}
	r.space = r.space || r.silentBreak || isDisplayed
	r.separate()
	t.start = int32(len(r.text))
	r.text = append(r.text, tex...)
	t.end = int32(len(r.text))
	hugepage.Push(r.watch, &r.tokens, t)
	r.content, r.silentBreak, r.formulas = true, isDisplayed, true
	r.seen |= delimiting
}

// endsMath reports whether the last content is a formula.
func (r *run) endsMath() bool {
	n := len(r.tokens)
	return n > 0 && r.tokens[n-1].kind == mathToken
}

// begin opens formatting.
func (r *run) begin(f format) {
	// Emphasis that ends and begins again at once goes on.
	if n := len(r.tokens); n > 0 && f.kind != LinkFormat && (!r.space || f.styled) && r.breaks == 0 && !r.softBreak {
		if t := &r.tokens[n-1]; t.goesOn(f.kind) {
			r.tokens = r.tokens[:n-1]
			r.open = append(r.open, t.pair)
			return
		}
	}
	hugepage.Push(r.watch, &r.open, int32(len(r.tokens)))
	r.formatted = r.formatted || f.kind != LinkFormat
	hugepage.Push(r.watch, &r.tokens, token{kind: openToken, format: f.kind, stress: f.stress, nested: f.nested, ref: f.link})
}

// GoesOn reports whether formatting of a kind that a style stands for would go on with what comes next.
func (r *run) GoesOn(kind FormatKind) bool {
	n := len(r.tokens)
	return n > 0 && r.breaks == 0 && !r.softBreak && r.tokens[n-1].goesOn(kind)
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
		hugepage.Push(r.watch, &r.tokens, token{kind: closeToken, format: t.format, nested: t.nested, ref: t.ref, pair: at})
	}
	if spaces.end > spaces.start {
		r.extendText(len(r.tokens), int(spaces.start), int(spaces.end), spaces.seen)
	}
}

// keep makes an empty element content, after the white space before it.
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

// DropTrailingSpaces takes Unicode white space from the end of the last text.
func (r *run) DropTrailingSpaces() { r.cutTrailingSpaces(-1) }

// Len is how many bytes of text there are in the run.
func (r *run) Len() int { return len(r.text) }

func (r *run) room() int {
	return cap(r.text) + hugepage.Room(r.tokens) + hugepage.Room(r.open) + hugepage.Room(r.delims.list) +
		hugepage.Room(r.delims.stack) + hugepage.Room(r.delims.linkScopes) + hugepage.Room(r.delims.escapes)
}
