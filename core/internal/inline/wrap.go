package inline

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

// mayBreak reports whether a line end can stand for the space between two texts. Renderers trim other white space where lines
// begin and end, and browsers show no space for a line end between characters of scripts that have none.
// https://drafts.csswg.org/css-text-3/#line-break-transform
func mayBreak(before, after []byte) bool {
	b, _ := utf8.DecodeLastRune(before)
	a, _ := utf8.DecodeRune(after)
	return (b == ' ' || IsSeen(b)) && (a == ' ' || IsSeen(a)) && !(isSpaceless(b) && isSpaceless(a))
}

// wrapLines breaks the lines of the run that begins at start where they are longer than Options.Wrap and can be broken. It moves
// line ends only: what is not the same after one is left where it is.
func (w *Writer) wrapLines(start int) {
	spaces := w.wrap.spaces
	if len(spaces) == 0 || len(w.At.Prefix) >= w.options.Wrap || w.full || w.options.EscapeNone && mayHoldMarkup(w.run.text) {
		return
	}
	breaks := spaces[:0]
	l := wrapLine{column: w.column(start), marks: true}
	for i := start; i < len(w.out); {
		switch c := w.out[i]; {
		case c == '\n':
			l = wrapLine{column: len(w.At.Prefix), marks: true}
			i += 1 + len(w.At.Prefix)
			continue
		case len(spaces) > 0 && i == spaces[0]:
			spaces = spaces[1:]
			l.column++
			if !l.marks && w.run.escape.mayEnd(w.out[start:i]) && !w.run.escape.interrupts(w.out[i+1:]) {
				l.space, l.after = i, l.column
			}
			i++
			continue
		}
		c, size := utf8.DecodeRune(w.out[i:])
		i += size
		l.marks = l.marks && isRuleMark(c)
		l.column += columns(c)
		if l.column > w.options.Wrap && l.space > 0 {
			if w.stopped() {
				return
			}
			breaks = append(breaks, l.space)
			l.column -= l.after - len(w.At.Prefix)
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
	after  int  // the column after that
}

func isRuleMark(c rune) bool {
	switch c {
	case ' ', '-', '=', '*', '_', '|', ':':
		return true
	}
	return false
}

// mayEnd reports whether a line end after what has been written of a paragraph is only that: no line break, and no mark of an
// alert.
func (e *escaper) mayEnd(written []byte) bool {
	last := written[len(written)-1]
	return last != ' ' && last != '\\' && !(e.quote && isAlertMark(written))
}

// interrupts reports whether a line that begins with text could begin a block in the middle of a paragraph. To be on the safe
// side it looks at the first word only, since the line might end after it.
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

// Interrupts reports whether a line could begin a block where there is a paragraph before it.
func Interrupts(line []byte) bool { return new(escaper).interrupts(line) }

// mayHoldMarkup reports whether text without escapes may hold Markdown for which it matters where lines end.
func mayHoldMarkup(text []byte) bool {
	return bytes.ContainsAny(text, "`<[|") || bytes.Contains(text, []byte("# ")) || bytes.Contains(text, []byte("~~~"))
}

// column is the column of a place in the first line of a block. Nothing but markers stands before it.
func (w *Writer) column(at int) int {
	return at - w.At.Begin - 1 - bytes.LastIndexByte(w.out[w.At.Begin:at], '\n')
}

// breakLines puts line ends, and what the next line begins with, in place of the spaces at these places.
func (w *Writer) breakLines(at []int) {
	if len(at) == 0 {
		return
	}
	grown := len(at) * len(w.At.Prefix)
	if len(w.out)+grown > w.At.Limit {
		w.full = true
		return
	}
	from := len(w.out)
	w.out = slices.Grow(w.out, grown)[:from+grown]
	to := len(w.out)
	for _, space := range slices.Backward(at) {
		to -= copy(w.out[to-(from-space-1):to], w.out[space+1:from])
		to -= len(w.At.Prefix)
		copy(w.out[to:], w.At.Prefix)
		to--
		w.out[to] = '\n'
		from = space
	}
	w.At.LineStart = bytes.LastIndexByte(w.out, '\n') + 1 + len(w.At.Prefix)
	if w.Marks != nil {
		w.Marks.shift(at, len(w.At.Prefix))
	}
}
