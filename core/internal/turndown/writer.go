package turndown

import (
	"bytes"
	"math"
	"strings"

	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// writer writes Markdown. Between what follows each other there are as many newlines as the one ends or the other begins with, but
// no more than two.
type writer struct {
	watch *watch.Watch
	out   []byte
	begin int // where this document begins in out
	limit int // the length out may have
	full  bool

	newlines  int // that what is written ends with: they wait for what follows
	lineStart int // where the line begins, after the prefix
	below     int // where something began with one newline, to which those are added that what is in it begins with
	absorbed  int // characters that were not written, at the edge of a heading
	prefixes  []byte
	place
}

// place is where in what a writer writes.
type place struct {
	prefixFrom, prefixEnd int  // in writer.prefixes: what lines after the first begin with
	inLine                bool // a newline is a space
	edges
}

// edges are the places in the output up to which nothing has been written of something that may not begin with what comes. What is -1
// has begun.
type edges struct {
	trims   int  // of white space
	counts  bool // which counts in the length of a heading that begins there
	drops   int  // of newlines
	absorbs int  // of newlines, which are there already
}

const begun = -1

func (w *writer) reset(dst []byte, limit int) {
	*w = writer{watch: w.watch, out: dst, begin: len(dst), limit: math.MaxInt, lineStart: len(dst), below: begun, prefixes: w.prefixes[:0]}
	if limit > 0 {
		w.limit = len(dst) + limit
	}
	w.edges = edges{trims: begun, drops: len(dst), absorbs: begun}
}

func (w *writer) prefix() []byte { return w.prefixes[w.prefixFrom:w.prefixEnd] }

// indent has the lines that follow begin with more.
func (w *writer) indent(prefix string) {
	w.prefixes = append(w.prefixes[:w.prefixEnd], prefix...)
	w.prefixEnd = len(w.prefixes)
}

// contain begins what is a text of its own, in which no line has a prefix yet.
func (w *writer) contain(inLine bool) {
	w.prefixFrom, w.inLine = w.prefixEnd, inLine
}

// join begins something, which begins with so many newlines, after what there is.
func (w *writer) join(newlines int) {
	if newlines > 0 && len(w.out) == w.below {
		newlines++
	}
	w.newlines = min(2, max(w.newlines, newlines))
}

// piece writes something of its own.
func (w *writer) piece(s string) {
	text := strings.TrimLeft(s, "\n")
	w.join(len(s) - len(text))
	w.text(text)
}

// pieceBytes is piece for bytes.
func (w *writer) pieceBytes(s []byte) {
	text := bytes.TrimLeft(s, "\n")
	w.join(len(s) - len(text))
	w.bytes(text)
}

// text writes a piece of something.
func (w *writer) text(s string) {
	if len(w.out) == w.trims {
		space := leadingSpace(s)
		if w.counts {
			w.absorbed += length(s[:space])
		}
		s = s[space:]
	}
	for len(s) > 0 {
		line, rest, more := strings.Cut(s, "\n")
		if line != "" {
			w.flush()
			w.out = append(hugepage.Grow(w.watch, w.out, len(line)), line...)
		}
		if more {
			w.newlines++
		}
		s = rest
	}
	w.check()
}

// bytes is text for bytes.
func (w *writer) bytes(s []byte) {
	if len(w.out) == w.trims {
		space := leadingSpace(s)
		if w.counts {
			w.absorbed += length(s[:space])
		}
		s = s[space:]
	}
	for len(s) > 0 {
		line, rest, more := bytes.Cut(s, []byte("\n"))
		if len(line) > 0 {
			w.flush()
			w.out = append(hugepage.Grow(w.watch, w.out, len(line)), line...)
		}
		if more {
			w.newlines++
		}
		s = rest
	}
	w.check()
}

// flush writes the newlines that wait.
func (w *writer) flush() {
	if w.newlines == 0 {
		return
	}
	n := w.newlines
	w.newlines = 0
	switch len(w.out) {
	case w.trims:
		if w.counts {
			w.absorbed += n
		}
		return
	case w.drops:
		return
	case w.absorbs:
		w.absorbed += n
		return
	}
	w.breakLines(n)
}

func (w *writer) breakLines(n int) {
	newline := byte('\n')
	if w.inLine {
		newline = ' '
	}
	prefix := w.prefix()
	for ; n > 0 && !w.full; n-- {
		w.out = append(append(w.out, newline), prefix...)
		w.check()
	}
	if !w.inLine {
		w.lineStart = len(w.out)
	}
}

func (w *writer) check() {
	if n := len(w.out); n > hugepage.LongOutput || n > w.limit {
		w.out = hugepage.GrowAhead(w.watch, w.out, w.limit)
		w.full = n > w.limit
	}
}

// mark is where a writer can go back to.
type mark struct {
	out, newlines, lineStart int
}

func (w *writer) mark() mark { return mark{len(w.out), w.newlines, w.lineStart} }

func (w *writer) undo(m mark) {
	w.out, w.newlines, w.lineStart = w.out[:m.out], m.newlines, m.lineStart
}

// trim takes away the white space that what is written from there on ends with.
func (w *writer) trim(from int) {
	w.newlines = 0
	for {
		end := from + trailingSpace(w.out[from:])
		newline := w.lineStart - len(w.prefix()) - 1
		if end >= w.lineStart || newline < from {
			w.out = w.out[:end]
			return
		}
		w.out = w.out[:newline] // The line holds nothing but its prefix.
		w.lineStart = from
		if at := bytes.LastIndexByte(w.out[from:], '\n'); at >= 0 {
			w.lineStart = from + at + 1 + len(w.prefix())
		}
	}
}

// isBlank reports whether what is written from there on is white space, apart from the prefixes of its lines.
func (w *writer) isBlank(from int) bool {
	for text := w.out[from:]; ; {
		space := leadingSpace(text)
		if space == len(text) {
			return true
		}
		newline := bytes.IndexByte(text[:space], '\n')
		if newline < 0 {
			return false
		}
		text = text[min(len(text), newline+1+len(w.prefix())):]
	}
}

// insert puts text where something was begun.
func (w *writer) insert(at int, s string) {
	n := len(w.out)
	w.out = append(hugepage.Grow(w.watch, w.out, len(s)), s...)
	copy(w.out[at+len(s):], w.out[at:n])
	copy(w.out[at:], s)
	w.check()
}

// lengthFrom is the length in JavaScript of what is written from there on, without the prefixes of its lines.
func (w *writer) lengthFrom(from int) (n int) {
	for text := w.out[from:]; ; {
		line, rest, more := bytes.Cut(text, []byte("\n"))
		n += length(line)
		if !more {
			return n
		}
		n++
		text = rest[min(len(rest), len(w.prefix())):]
	}
}

// appendFrom appends what is written from there on, without the prefixes of its lines.
func (w *writer) appendFrom(dst []byte, from int) []byte {
	for text := w.out[from:]; ; {
		line, rest, more := bytes.Cut(text, []byte("\n"))
		dst = append(dst, line...)
		if !more {
			return dst
		}
		dst = append(dst, '\n')
		text = rest[min(len(rest), len(w.prefix())):]
	}
}

// finish cuts the edges of the output.
func (w *writer) finish() {
	text := w.out[w.begin:]
	text = text[:trailingSpace(text)]
	cut := 0
	for cut < len(text) && (text[cut] == '\t' || text[cut] == '\r' || text[cut] == '\n') {
		cut++
	}
	if cut > 0 {
		text = text[:copy(text, text[cut:])]
	}
	w.out = w.out[:w.begin+len(text)]
}

// repeat appends a character so many times.
func repeat(dst []byte, c string, n int) []byte {
	for ; n > 0; n-- {
		dst = append(dst, c...)
	}
	return dst
}
