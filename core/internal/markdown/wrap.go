package markdown

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// wrapper breaks the lines of paragraphs. A line ends at spaces of literal text only: code spans, addresses, titles and tags
// stay as they are.
type wrapper struct {
	spaces []int // where in the output a line may end, in order
}

// note adds the spaces of text, a part of the run that has been written from start on.
func (w *wrapper) note(run *run, t token, out []byte, start int) {
	for i := t.start; i < t.end; i++ {
		if run.text[i] != ' ' {
			continue
		}
		n := bytes.IndexByte(out[start:], ' ')
		if n < 0 {
			return // The output is full.
		}
		start += n + 1
		if mayBreak(run.text[:i], run.text[i+1:]) {
			w.spaces = append(w.spaces, start-1)
		}
	}
}

// mayBreak tells whether a line end can stand for the space between two texts. Renderers trim other white space where lines
// begin and end, and browsers show no space for a line end between characters of scripts that have none.
// https://drafts.csswg.org/css-text-3/#line-break-transform
func mayBreak(before, after []byte) bool {
	b, _ := utf8.DecodeLastRune(before)
	a, _ := utf8.DecodeRune(after)
	return (b == ' ' || isSeen(b)) && (a == ' ' || isSeen(a)) && !(isSpaceless(b) && isSpaceless(a))
}

// wrapParagraph breaks the lines of the paragraph that begins at start where they are longer than Settings.Wrap and can be
// broken. It moves line ends only: what is not the same after one is left where it is.
func (r *Renderer) wrapParagraph(start int) {
	w, spaces := &r.w, r.wrap.spaces
	if len(spaces) == 0 || len(w.prefix) >= r.settings.Wrap || w.full || r.settings.EscapeNone && mayHoldMarkup(r.run.text) {
		return
	}
	breaks := spaces[:0]
	l := wrapLine{column: w.column(start), marks: true}
	for i := start; i < len(w.out); {
		switch c := w.out[i]; {
		case c == '\n':
			l = wrapLine{column: len(w.prefix), marks: true}
			i += 1 + len(w.prefix)
			continue
		case len(spaces) > 0 && i == spaces[0]:
			spaces = spaces[1:]
			l.column++
			if !l.marks && r.run.escape.mayEnd(w.out[start:i]) && !r.run.escape.interrupts(w.out[i+1:]) {
				l.space, l.behind = i, l.column
			}
			i++
			continue
		}
		c, size := utf8.DecodeRune(w.out[i:])
		i += size
		l.marks = l.marks && isRuleMark(c)
		l.column += columns(c)
		if l.column > r.settings.Wrap && l.space > 0 {
			if r.stopped() {
				return
			}
			breaks = append(breaks, l.space)
			l.column -= l.behind - len(w.prefix)
			l.space = 0
		}
	}
	w.breakLines(breaks)
}

// wrapLine is a line of a paragraph as far as it has been looked at.
type wrapLine struct {
	column int
	marks  bool // it holds only what thematic breaks, underlines of headings and delimiter rows are made of
	space  int  // the last place where it may end, 0 if there is none
	behind int  // the column behind that
}

func isRuleMark(c rune) bool {
	switch c {
	case ' ', '-', '=', '*', '_', '|', ':':
		return true
	}
	return false
}

// mayEnd tells whether a line end behind what has been written of a paragraph is only that: no line break, and no mark of an
// alert.
func (e *escaper) mayEnd(written []byte) bool {
	last := written[len(written)-1]
	return last != ' ' && last != '\\' && !(e.quote && isAlertMark(written))
}

// interrupts tells whether a line that begins with text could begin a block in the middle of a paragraph. To be on the safe
// side it looks at the first word only, since the line might end behind it.
func (e *escaper) interrupts(line []byte) bool {
	if len(line) == 0 {
		return true
	}
	n := 1 // the length of the run that the line begins with
	for n < len(line) && line[n] == line[0] {
		n++
	}
	ends := func(n int) bool { return n >= len(line) || line[n] == ' ' || line[n] == '\n' }
	switch c := line[0]; c {
	case '#':
		return n <= 6 && ends(n)
	case '>':
		return true
	case '+':
		return ends(1)
	case '-', '=', '*', '_', '|', ':':
		for !ends(n) && isRuleMark(rune(line[n])) {
			n++
		}
		return ends(n)
	case '`', '~':
		return n >= 3
	case '<':
		return e.tags == no // Else it has an escape, or is that of a tag which begins no block.
	case '[':
		return n == 1 && !ends(1) && line[1] == '^' // Some renderers have footnotes.
	default:
		n = digits(line)
		return n > 0 && !ends(n) && (line[n] == '.' || line[n] == ')') && ends(n+1)
	}
}

// mayHoldMarkup tells of text without escapes that may hold Markdown for which it matters where lines end.
func mayHoldMarkup(text []byte) bool {
	return bytes.ContainsAny(text, "`<[|") || bytes.Contains(text, []byte("# ")) || bytes.Contains(text, []byte("~~~"))
}

// column is the column of a place in the first line of a block. Nothing but markers stands before it.
func (w *writer) column(at int) int {
	return at - w.begin - 1 - bytes.LastIndexByte(w.out[w.begin:at], '\n')
}

// breakLines puts line ends, and what the next line begins with, in place of the spaces at these places.
func (w *writer) breakLines(at []int) {
	if len(at) == 0 {
		return
	}
	grown := len(at) * len(w.prefix)
	if w.limit > 0 && len(w.out)+grown > w.limit {
		w.full = true
		return
	}
	from := len(w.out)
	w.out = slices.Grow(w.out, grown)[:from+grown]
	to := len(w.out)
	for _, space := range slices.Backward(at) {
		to -= copy(w.out[to-(from-space-1):to], w.out[space+1:from])
		to -= len(w.prefix)
		copy(w.out[to:], w.prefix)
		to--
		w.out[to] = '\n'
		from = space
	}
	w.lineStart = bytes.LastIndexByte(w.out, '\n') + 1 + len(w.prefix)
}
