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
}

// delimiters decides how emphasis is written. The rules of CommonMark for what opens and closes emphasis are run over the
// delimiters as they would stand in the output: where they do not find the pairs that are meant, formatting is written as
// HTML, and literal characters that they find are escaped.
// https://spec.commonmark.org/0.31.2/#phase-2-inline-structure
type delimiters struct {
	list  []delimiter
	stack []int32 // the delimiters that may still be closed
	bases []int   // where the stack begins for each link that is open
	floor [floors]int

	innermost [formatKinds]int32 // the token of the innermost formatting that is open, by kind

	escapes []int32 // where the literal delimiters are that have been found to need an escape, in order
}

// floors is the number of kinds of closing delimiters that the search for an opening one tells apart: three characters, by
// the length modulo three and whether it can open too.
const floors = 3 * 3 * 2

// rounds bounds how often the rules are run; each round settles at least one delimiter.
const rounds = 8

// settle chooses the delimiters of all formatting in a run.
func (d *delimiters) settle(r *run, s *Settings) {
	d.list = d.list[:0]
	marked := d.choose(r, s)
	if !marked && !r.mayDelimit() {
		return
	}
	for round := 0; ; round++ {
		d.collect(r, s)
		if d.rejectUnflanked(r) {
			continue
		}
		d.match(r)
		if !d.reject(r, round >= rounds) {
			return
		}
	}
}

// mayDelimit tells whether there are literal characters that could be taken for emphasis.
func (r *run) mayDelimit() bool {
	return slices.ContainsFunc(r.text, func(b byte) bool { return b == '*' || b == '_' || b == '~' })
}

// choose gives all emphasis the characters that are asked for, but others to emphasis that touches another: together they
// would be one delimiter run.
func (d *delimiters) choose(r *run, s *Settings) bool {
	marked := false
	d.innermost = [formatKinds]int32{}
	for i := range r.tokens {
		t := &r.tokens[i]
		if t.format != linkFormat {
			d.track(r, i)
		}
		switch {
		case t.kind == openToken:
			if t.delimiter = preferred(t.format, s); t.delimiter == 0 {
				continue
			}
			marked = true
			if t.nested {
				t.delimiter = d.nestedDelimiter(r, i)
			} else if before := r.before(i); before.delimiter == t.delimiter {
				t.delimiter = otherDelimiter(t.delimiter)
			}
			r.tokens[t.pair].delimiter = t.delimiter
		case t.kind == closeToken && t.delimiter != 0:
			if before := r.before(i); before.kind == closeToken && before.delimiter == t.delimiter {
				r.setDelimiter(int(before.pair), otherDelimiter(t.delimiter))
			}
		}
	}
	return marked
}

// nestedDelimiter chooses for emphasis in emphasis of the same kind: it needs another character, and says nothing if it is all
// there is in the outer one.
func (d *delimiters) nestedDelimiter(r *run, i int) byte {
	outer := r.tokens[i].ref
	if int(outer) == i-1 && r.tokens[outer].pair == r.tokens[i].pair+1 {
		return 0
	}
	return otherDelimiter(r.tokens[outer].delimiter)
}

// track keeps in mind the innermost formatting of each kind. That which is open around it is its ref.
func (d *delimiters) track(r *run, i int) {
	switch t := &r.tokens[i]; t.kind {
	case openToken:
		t.ref, d.innermost[t.format] = d.innermost[t.format], int32(i)
	case closeToken:
		d.innermost[t.format] = r.tokens[t.pair].ref
	}
}

// silent tells of formatting that leaves no trace in the output.
func (r *run) silent(t token) bool {
	return (t.kind == openToken || t.kind == closeToken) && t.format != linkFormat && t.delimiter == 0 && (t.nested || r.escape.dropHTML)
}

// before is the token whose output comes right before that of token i.
func (r *run) before(i int) token {
	for i--; i >= 0; i-- {
		if !r.silent(r.tokens[i]) {
			return r.tokens[i]
		}
	}
	return token{kind: breakToken, ref: edge}
}

// after is the token whose output comes right after that of token i.
func (r *run) after(i int) token {
	for i++; i < len(r.tokens); i++ {
		if !r.silent(r.tokens[i]) {
			return r.tokens[i]
		}
	}
	return token{kind: breakToken, ref: edge}
}

func preferred(f formatKind, s *Settings) byte {
	switch {
	case f == emFormat:
		return s.Em
	case f == strongFormat:
		return s.Strong[0]
	case f == delFormat && s.Strikethrough:
		return '~'
	default:
		return 0
	}
}

func otherDelimiter(c byte) byte {
	switch c {
	case '*':
		return '_'
	case '_':
		return '*'
	default:
		return 0
	}
}

// setDelimiter sets the delimiter of the formatting that token i opens.
func (r *run) setDelimiter(i int, c byte) {
	r.tokens[i].delimiter = c
	r.tokens[r.tokens[i].pair].delimiter = c
}

// collect lists the delimiters, and whether they can open and close by what stands around them. What has been found to need
// an escape stays so.
func (d *delimiters) collect(r *run, s *Settings) {
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
			escapes = d.collectText(r, i, s, escapes)
		case t.delimiter != 0:
			length := int32(1)
			if t.format != emFormat {
				length = 2
			}
			m := delimiter{token: int32(i), length: length, char: t.delimiter}
			m.flank(r.classBefore(i), r.classAfter(i))
			d.list = append(d.list, m)
		}
	}
}

// collectText lists the literal delimiter runs of a text token, and gives the escapes that are left for those after it.
func (d *delimiters) collectText(r *run, i int, s *Settings, escapes []int32) []int32 {
	t := r.tokens[i]
	for at := t.start; at < t.end; {
		c := r.text[at]
		if c != '*' && c != '_' && (c != '~' || !s.Strikethrough) {
			at++
			continue
		}
		start := at
		for at < t.end && r.text[at] == c {
			at++
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
		m.flank(before, after)
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
		return punctChar
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
		return punctChar
	}
}

// rejectUnflanked turns to another character, or to HTML, where a delimiter cannot do what it is for.
func (d *delimiters) rejectUnflanked(r *run) bool {
	rejected := false
	for _, m := range d.list {
		if m.literal {
			continue
		}
		t := r.tokens[m.token]
		if t.kind == openToken && !m.canOpen || t.kind == closeToken && !m.canClose {
			if t.delimiter == m.char { // not yet rejected at its other end
				r.rejectToken(int(m.token))
				rejected = true
			}
		}
	}
	return rejected
}

// rejectToken gives up a delimiter. Between words * is tried in place of _.
func (r *run) rejectToken(i int) {
	if r.tokens[i].kind == closeToken {
		i = int(r.tokens[i].pair)
	}
	t := r.tokens[i]
	if t.delimiter == '_' && !t.nested && !r.touches(i) {
		r.setDelimiter(i, '*')
		return
	}
	r.setDelimiter(i, 0)
}

// touches tells whether * in place of the delimiter would make one run with a neighbour.
func (r *run) touches(i int) bool {
	pair := int(r.tokens[i].pair)
	return r.before(i).delimiter == '*' || r.after(i).delimiter == '*' || r.before(pair).delimiter == '*' || r.after(pair).delimiter == '*'
}

// reject looks at what was matched: literal text that was is escaped, and formatting that was not matched with its own end
// is written otherwise. It tells whether anything changed. At last, all is rejected that could be taken amiss.
func (d *delimiters) reject(r *run, all bool) bool {
	changed := false
	for i := range d.list {
		if m := &d.list[i]; m.literal && !m.escaped && (m.left != m.length || all) {
			m.escaped, changed = true, true
		}
	}
	if changed && !all {
		return true
	}
	for i := range d.list {
		m := &d.list[i]
		if m.literal || r.tokens[m.token].kind != openToken {
			continue
		}
		pair := r.tokens[m.token].pair
		if m.left != 0 || m.match < 0 || d.list[m.match].token != pair || d.list[m.match].left != 0 {
			if r.tokens[m.token].delimiter != 0 {
				r.setDelimiter(int(m.token), 0)
				changed = true
			}
			if !all {
				return true
			}
		}
	}
	return changed
}
