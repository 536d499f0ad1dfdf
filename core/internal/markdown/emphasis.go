package markdown

import (
	"slices"
	"unicode/utf8"
)

// delimiter is a run of * _ or ~ in inline content: one that formatting is to be written as, or literal text.
type delimiter struct {
	token    int32 // the token it is, or is in
	at       int32 // of literal text: where it is in run.text
	length   int32
	left     int32 // of length, what is not matched yet
	match    int32 // the delimiter that closed this one last
	char     byte
	literal  bool
	escaped  bool // of literal text: it is to be escaped
	canOpen  bool
	canClose bool
	unsure   bool // renderers differ on what it can do
}

// delimiters decides how emphasis is written. The rules of CommonMark for what opens and closes emphasis are run over the
// delimiters as they would stand in the output: where they do not find the pairs that are meant, formatting is written as
// HTML, and literal characters that they find are escaped.
// https://spec.commonmark.org/0.31.2/#phase-2-inline-structure
type delimiters struct {
	list  []delimiter
	stack []int32 // the delimiters that may still be closed
	bases []base  // for the run and each link that is open
	floor [floors]int

	innermost [formatKinds]int32 // the token of the innermost formatting that is open, by kind

	escapes []int32 // where the literal delimiters are that have been found to need an escape, in order
}

// floors is the number of kinds of closing delimiters that the search for an opening one tells apart: three characters, by
// the length modulo three and whether it can open too.
const floors = 3 * 3 * 2

// How often the rules are run. Each round settles at least one delimiter: after the first of these numbers, all that are in
// doubt; after the second, all.
const (
	rounds    = 8
	lastRound = 4 * rounds
)

// settle chooses the delimiters of all formatting in a run.
func (d *delimiters) settle(rd *Renderer) {
	r, s := &rd.run, rd.settings
	d.list = d.list[:0]
	marked := d.choose(r, s)
	if !marked && !r.mayDelimit() {
		return
	}
	for round := 0; !rd.stopped(); round++ {
		d.collect(rd)
		if round >= lastRound {
			d.rejectAll(r)
			return
		}
		if d.rejectUnflanked(r) {
			continue
		}
		if !d.rejectMatches(rd, round >= rounds) {
			return
		}
	}
}

// rejectMatches runs the rules as each kind of renderer does, and tells whether something had to change.
func (d *delimiters) rejectMatches(rd *Renderer, all bool) bool {
	r := &rd.run
	d.match(rd, together)
	if d.reject(r, together, all) {
		return true
	}
	if !slices.ContainsFunc(d.list, func(m delimiter) bool { return m.char == '~' }) {
		return false
	}
	for _, v := range [...]view{emphasisAlone, tildesAlone} {
		d.match(rd, v)
		if d.reject(r, v, all) {
			return true
		}
	}
	return false
}

// mayDelimit tells whether there are literal characters that could be taken for emphasis.
func (r *run) mayDelimit() bool {
	return slices.ContainsFunc(r.text, func(b byte) bool { return b == '*' || b == '_' || b == '~' })
}

// collect lists the delimiters, and whether they can open and close by what stands around them. What has been found to need
// an escape stays so.
func (d *delimiters) collect(rd *Renderer) {
	r := &rd.run
	d.escapes = d.escapes[:0]
	for _, m := range d.list {
		if m.literal && m.escaped {
			d.escapes = append(d.escapes, m.at)
		}
	}
	d.list = d.list[:0]
	escapes := d.escapes
	for i, t := range r.tokens {
		switch {
		case t.kind == textToken:
			escapes = d.collectText(rd, i, escapes)
		case t.delimiter != 0:
			length := int32(1)
			if t.format != emFormat {
				length = 2
			}
			m := delimiter{token: int32(i), length: length, char: t.delimiter}
			m.flank(r.classBefore(i), r.classAfter(i), t.kind)
			d.list = append(d.list, m)
		}
	}
}

// collectText lists the literal delimiter runs of a text token, and gives the escapes that are left for those after it.
func (d *delimiters) collectText(rd *Renderer, i int, escapes []int32) []int32 {
	r := &rd.run
	t := r.tokens[i]
	for at := t.start; at < t.end; {
		c := r.text[at]
		if c != '*' && c != '_' && (c != '~' || !rd.settings.Strikethrough) {
			at++
			continue
		}
		start := at
		for at < t.end && r.text[at] == c {
			at++
		}
		if rd.stopped() {
			break
		}
		m := delimiter{token: int32(i), at: start, length: at - start, char: c, literal: true}
		before, after := r.classBefore(i), r.classAfter(i)
		if start > t.start {
			last, _ := utf8.DecodeLastRune(r.text[t.start:start])
			before = classOf(last)
		}
		if at < t.end {
			next, _ := utf8.DecodeRune(r.text[at:t.end])
			after = classOf(next)
		}
		m.flank(before, after, textToken)
		if c == '~' && m.length > 2 {
			m.canOpen, m.canClose = false, false
		}
		if len(escapes) > 0 && escapes[0] == start {
			m.escaped = true
			escapes = escapes[1:]
		}
		// Next to a delimiter of the same character they would be one run.
		if start == t.start && r.before(i).delimiter == c || at == t.end && r.after(i).delimiter == c {
			m.escaped = true
		}
		if m.escaped || m.canOpen || m.canClose {
			d.list = append(d.list, m)
		}
	}
	return escapes
}

// class is that of the characters of a token that is neither text nor a break.
func (t *token) class() charClass {
	if (t.kind == openToken || t.kind == closeToken) && t.delimiter != 0 {
		return delimiterChar
	}
	return punctChar
}

// classBefore is the class of the character before token i as it is written.
func (r *run) classBefore(i int) charClass {
	switch t := r.before(i); t.kind {
	case textToken:
		c, _ := utf8.DecodeLastRune(r.text[t.start:t.end])
		return classOf(c)
	case breakToken:
		if t.ref != edge && r.escape.lines != paragraphLines {
			return punctChar // <br>
		}
		return spaceChar
	default:
		return t.class()
	}
}

// classAfter is the class of the character after token i as it is written.
func (r *run) classAfter(i int) charClass {
	switch t := r.after(i); t.kind {
	case textToken:
		c, _ := utf8.DecodeRune(r.text[t.start:t.end])
		return classOf(c)
	case breakToken:
		if t.ref != edge && r.escape.hardBreaks() {
			return punctChar
		}
		return spaceChar
	default:
		return t.class()
	}
}
