package inline

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"tidemark/core/internal/ascii"
)

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
		case t.format == LinkFormat:
			inLink = t.kind == openToken
		case t.kind == mathToken && !(r.standsApart(i) && e.isLiteral(r.text[t.start:t.end], inLink)):
			t.delimiter = '`'
		}
	}
}

// standsApart reports whether the dollars around a formula can be seen for what they are: before the first is white space, and
// after the second is no letter or digit. It is GitHub that asks for so much.
func (r *run) standsApart(i int) bool {
	switch t := r.before(i); t.kind {
	case textToken:
		if c, _ := utf8.DecodeLastRune(r.text[t.start:t.end]); !classOf(c).isSpace() {
			return false
		}
	case codeToken, imageToken, footnoteToken, rawToken:
		return false
	}
	switch t := r.after(i); t.kind {
	case textToken:
		c, _ := utf8.DecodeRune(r.text[t.start:t.end])
		return c != '$' && !unicode.IsLetter(c) && !unicode.IsDigit(c)
	case codeToken, rawToken:
		return false
	}
	return true
}

// isLiteral reports whether Markdown reads TeX between dollars as it stands. Delimiters of emphasis depend on what is around,
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
			if IsEntity(tex[at:]) {
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
// returns the last of these tokens.
func (w *Writer) writeMath(i int) int {
	run := &w.run
	first, last := run.tokens[i], run.lastOf(i)
	code := false
	tex := w.scratch[:0]
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
	w.scratch = tex
	switch {
	case code:
		w.write("$")
		w.writeCodeSpan(tex)
		w.write("$")
	case first.displayed():
		w.write("$$")
		w.out = append(w.out, tex...)
		w.write("$$")
	default:
		w.write("$")
		w.out = append(w.out, tex...)
		w.write("$")
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

// IsLiteralTeX reports whether a formula that is displayed needs not be code wherever it stands, so far as that can be told without what
// is around it.
func (w *Writer) IsLiteralTeX(tex []byte) bool {
	e := escaper{
		references: w.options.LinkReferenced, autolinks: w.options.Autolinks, addresses: w.options.Autolinks || bytes.IndexByte(tex, '<') >= 0,
		tags: yes, mailboxes: tristateOf(bytes.IndexByte(tex, '@') >= 0),
	}
	return w.options.EscapeNone || e.isLiteral(tex, false)
}
