package inline

import "tidemark/core/internal/hugepage"

// dialect is which delimiters pair up with regard to each other: in some renderers those of emphasis and of strikethrough are
// on one stack, and in others they are not.
type dialect uint8

const (
	together dialect = iota
	emphasisAlone
	tildesAlone
)

func (v dialect) has(m *delimiter) bool {
	return v == together || (v == tildesAlone) == (m.char == '~')
}

// match runs the rules over the delimiters that are in the dialect. Within a link they are on their own.
func (d *delimiters) match(w *Writer, v dialect) {
	d.stack, d.linkScopes = d.stack[:0], append(d.linkScopes[:0], linkScope{})
	d.openersBottom = openersBottom{}
	next := 0
	for i := range d.list {
		if w.stopped() {
			return
		}
		m := &d.list[i]
		for ; next < int(m.first); next++ {
			d.crossLink(w.run.tokens[next])
		}
		m.left, m.closing, m.opening, m.wrong = m.length, m.first, m.last, false
		if m.escaped || !v.has(m) {
			continue
		}
		if m.canClose {
			d.close(&w.run, m)
		}
		if m.left > 0 && m.canOpen {
			hugepage.Push(w.watch, &d.stack, int32(i))
		}
	}
}

// linkScope is what the delimiters in a link leave as it was.
type linkScope struct {
	stack         int
	openersBottom openersBottom
}

// openersBottom are how far down the stack closing delimiters have been looked for in vain, by what makes a difference to that:
// three characters, the length modulo three, what is left of it or that it is literal, and whether it can open too, for sure
// or not.
type openersBottom struct {
	at      [3 * 3 * 4 * 2 * 2]int32
	highest int32
}

func (d *delimiters) crossLink(t token) {
	if t.format != LinkFormat {
		return
	}
	if t.kind == openToken {
		d.linkScopes = append(d.linkScopes, linkScope{stack: len(d.stack), openersBottom: d.openersBottom})
		return
	}
	last := d.linkScopes[len(d.linkScopes)-1]
	d.linkScopes = d.linkScopes[:len(d.linkScopes)-1]
	d.stack, d.openersBottom = d.stack[:last.stack], last.openersBottom
}

// cut takes delimiters from the stack. What was looked through in vain stays so only as far as it is still the same.
func (d *delimiters) cut(stack, same int) {
	d.stack = d.stack[:stack]
	highest := int32(same)
	if d.openersBottom.highest <= highest {
		return
	}
	for i, at := range d.openersBottom.at {
		d.openersBottom.at[i] = min(at, highest)
	}
	d.openersBottom.highest = highest
}

// close matches a closing delimiter with those that opened before it.
func (d *delimiters) close(r *run, c *delimiter) {
	for c.left > 0 {
		at := len(d.stack) - 1
		floor := &d.openersBottom.at[c.floor()]
		bottom := max(int(*floor), d.linkScopes[len(d.linkScopes)-1].stack)
		for at >= bottom && !matches(&d.list[d.stack[at]], c) {
			at--
		}
		if at < bottom {
			*floor = int32(len(d.stack))
			d.openersBottom.highest = max(d.openersBottom.highest, *floor)
			return
		}
		o := &d.list[d.stack[at]]
		used := int32(1)
		if c.char == '~' {
			used = min(o.left, c.left)
		} else if o.left >= 2 && c.left >= 2 {
			used = 2
		}
		d.pairUp(r, o, c, used, at, bottom)
		if o.left > 0 {
			d.cut(at+1, at)
		} else {
			d.cut(at, at)
		}
	}
}

// pairUp takes so many characters from both, the first of which is at that place of the stack, and notes what is wrong with
// that: literal text, and formatting that does not end with its own end.
func (d *delimiters) pairUp(r *run, o, c *delimiter, used int32, at, bottom int) {
	surely := surelyMatches(o, c)
	o.left -= used
	c.left -= used
	switch {
	case o.literal && c.literal:
		// With one of them escaped the other is but text: with the closing one, if that would only close another.
		if d.closesAnother(c, at, bottom) {
			c.wrong = true
		} else {
			o.wrong = true
		}
	case o.literal, c.literal, !surely, r.tokens[c.closing].pair != o.opening, r.tokens[c.closing].width() != used:
		o.wrong, c.wrong = true, true
	default:
		o.opening--
		c.closing++
	}
}

// closesAnother reports whether a closing delimiter matches what is below at in the stack, not too far from there.
func (d *delimiters) closesAnother(c *delimiter, at, bottom int) bool {
	const far = 8
	for i := at - 1; i >= max(bottom, at-far); i-- {
		if matches(&d.list[d.stack[i]], c) {
			return true
		}
	}
	return false
}

// floor is the place of a closing delimiter in openersBottom.at.
func (m *delimiter) floor() int {
	i := 0
	switch m.char {
	case '_':
		i = 1
	case '~':
		i = 2
	}
	i = i*3 + int(m.length%3)
	if i *= 4; m.literal {
		i += 3
	} else {
		i += int(m.left % 3)
	}
	if i *= 2; m.canOpen {
		i++
	}
	if i *= 2; m.unsure {
		i++
	}
	return i
}

// rest is what is left of formatting. Literal text counts in full: what was matched of it is going to be escaped.
func (m *delimiter) rest() int32 {
	if m.literal {
		return m.length
	}
	return m.left
}

// matches reports whether some renderer could take two delimiters for a pair.
func matches(o, c *delimiter) bool {
	if o.char != c.char {
		return false
	}
	if c.char == '~' {
		// GFM asks for the same length, but not all renderers do. Literal text is to be safe from all.
		return o.length == c.length || o.literal || c.literal
	}
	if (o.unsure || c.unsure) && (o.literal || c.literal) {
		return true
	}
	return ruleOfThree(o, c, o.length, c.length) || ruleOfThree(o, c, o.rest(), c.rest())
}

// surelyMatches reports whether all renderers take two delimiters for a pair that some do: after a first match CommonMark looks
// at the length that a run had, and others at what is left of it.
func surelyMatches(o, c *delimiter) bool {
	return c.char == '~' || ruleOfThree(o, c, o.length, c.length) && ruleOfThree(o, c, o.left, c.left)
}

// ruleOfThree is what the specification asks of the lengths of two runs where one of them can both open and close.
func ruleOfThree(o, c *delimiter, opening, closing int32) bool {
	return !(o.canClose || c.canOpen) || (opening+closing)%3 != 0 || opening%3 == 0
}
