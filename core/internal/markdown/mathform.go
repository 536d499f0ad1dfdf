package markdown

import (
	"unicode"

	"tidemark/core/internal/ascii"
	"unicode/utf8"
)

// displayed is the ref of a mathToken that stands in a line of its own.
const displayed = 1

// chooseMath chooses between the two forms of the formulas in a run. $…$ is what every reader of formulas knows, but Markdown
// reads what is in it. Where that would find anything, or where the dollars would not be seen for what they are, it is a code
// span: $`…`$.
func (e *escaper) chooseMath(r *run) {
	if e.none {
		return
	}
	e.holdsMailbox(r)
	inLink := false
	for i := range r.tokens {
		r.lookAt(i)
		switch t := &r.tokens[i]; {
		case t.format == linkFormat:
			inLink = t.kind == openToken
		case t.kind == mathToken && !(r.standsApart(i) && e.isLiteral(r.text[t.start:t.end], inLink)):
			t.delimiter = '`'
		}
	}
}

// standsApart tells whether the dollars around a formula can be seen for what they are: before the first is white space, and
// behind the second is no letter or digit. It is GitHub that asks for so much.
func (r *run) standsApart(i int) bool {
	switch t := r.before(i); t.kind {
	case textToken:
		if c, _ := utf8.DecodeLastRune(r.text[t.start:t.end]); !classOf(c).isSpace() {
			return false
		}
	case codeToken, imageToken, footnoteToken:
		return false
	}
	switch t := r.after(i); t.kind {
	case textToken:
		c, _ := utf8.DecodeRune(r.text[t.start:t.end])
		return c != '$' && !unicode.IsLetter(c) && !unicode.IsDigit(c)
	case codeToken:
		return false
	}
	return true
}

// isLiteral tells whether Markdown reads TeX between dollars as it stands. Delimiters of emphasis depend on what is around,
// and are matched with that.
func (e *escaper) isLiteral(tex []byte, inLink bool) bool {
	open := 0
	for at, c := range tex {
		next := byteAfter(tex, at, '$')
		switch c {
		case '`', '$':
			return false
		case '\\':
			if ascii.IsPunct(next) || next == '\n' {
				return false
			}
		case '&':
			if isEntity(tex[at:]) {
				return false
			}
		case '<':
			if e.tags == yes && (startsTag(next) || e.mailboxes == yes && startsMailbox(tex[at+1:])) {
				return false
			}
		case '[':
			if e.references || next == '^' {
				return false
			}
			open++
		case ']':
			if open--; next == '(' || inLink && open < 0 {
				return false
			}
		case '@':
			if e.autolinks && !inLink && isEmailChar(byteBefore(tex, at, '$')) {
				return false
			}
		case ':', '.':
			if e.addresses && !inLink && startsAutolink(tex, at, '$', '$') {
				return false
			}
		}
	}
	return !inLink || open == 0
}

// writeMath writes the formula that token i is, as one with those that touch it: dollars that touch are no delimiters. It
// gives the last of these tokens.
func (r *Renderer) writeMath(i int, l lines) int {
	run := &r.run
	first, last := run.tokens[i], run.lastOf(i)
	code := false
	tex := r.scratch[:0]
	for _, t := range run.tokens[i : last+1] {
		if t.kind != mathToken {
			continue
		}
		code = code || t.delimiter != 0
		if len(tex) > 0 {
			tex = append(tex, ' ')
		}
		for _, c := range run.text[t.start:t.end] {
			if c == '\n' {
				c = ' '
			}
			tex = append(tex, c)
		}
	}
	r.scratch = tex
	switch {
	case code:
		r.w.text("$")
		r.writeCodeSpan(tex, l)
		r.w.text("$")
	case first.ref == displayed:
		r.w.text("$$")
		r.w.out = append(r.w.out, tex...)
		r.w.text("$$")
	default:
		r.w.text("$")
		r.w.out = append(r.w.out, tex...)
		r.w.text("$")
	}
	if !code {
		run.escape.countBrackets(tex)
	}
	return last
}

// countBrackets takes note of brackets that have been written without an escape.
func (e *escaper) countBrackets(text []byte) {
	for _, c := range text {
		switch c {
		case '[':
			e.brackets++
		case ']':
			e.brackets = max(0, e.brackets-1)
		}
	}
}
