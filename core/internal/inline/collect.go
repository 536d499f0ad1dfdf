package inline

import (
	"unicode/utf8"

	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// collect lists the delimiters, with or without the literal ones, and whether they can open and close by what stands around
// them. What has been found to need an escape stays so.
func (d *delimiters) collect(w *Writer, literals bool) {
	r := &w.run
	d.escapes = d.escapes[:0]
	for i, m := range d.list {
		r.lookAt(i)
		if m.literal && m.escaped {
			hugepage.Push(r.watch, &d.escapes, m.at)
		}
	}
	d.list = d.list[:0]
	escapes := d.escapes
	for i, t := range r.tokens {
		r.lookAt(i)
		switch {
		case t.kind == textToken, t.kind == mathToken && !r.escape.none:
			if literals && t.delimiter == 0 {
				escapes = d.collectText(w, i, escapes)
			}
		case t.delimiter != 0:
			d.collectFormat(r, i)
		}
	}
}

// collectFormat lists the delimiter that token i is, as part of the run before it if it touches that.
func (d *delimiters) collectFormat(r *run, i int) {
	t := r.tokens[i]
	if before := r.before(i); before.delimiter != t.delimiter || t.delimiter == '~' {
		hugepage.Push(r.watch, &d.list, delimiter{first: int32(i), char: t.delimiter})
	}
	m := &d.list[len(d.list)-1]
	m.last = int32(i)
	m.length += t.width()
	m.flank(r.classBefore(int(m.first)), r.classAfter(i), t.kind == openToken, r.tokens[m.first].kind == closeToken)
}

// collectText lists the literal delimiter runs of text or TeX, and returns the escapes that are left for those after it.
func (d *delimiters) collectText(w *Writer, i int, escapes []int32) []int32 {
	r := &w.run
	t := r.tokens[i]
	for at := t.start; at < t.end; {
		if at%watch.Every == 0 {
			r.watch.Look()
		}
		c := r.text[at]
		if c != '*' && c != '_' && (c != '~' || !w.options.Strikethrough) {
			at++
			continue
		}
		start := at
		for at < t.end && r.text[at] == c {
			at++
		}
		if w.stopped() {
			break
		}
		m := delimiter{first: int32(i), last: int32(i), at: start, length: at - start, char: c, literal: true}
		before, after := punctChar, punctChar // dollars
		if t.kind == textToken {
			before, after = r.classBefore(i), r.classAfter(i)
		}
		if start > t.start {
			last, _ := utf8.DecodeLastRune(r.text[t.start:start])
			before = classOf(last)
		}
		if at < t.end {
			next, _ := utf8.DecodeRune(r.text[at:t.end])
			after = classOf(next)
		}
		m.flank(before, after, false, false)
		if c == '~' && m.length > 2 {
			m.canOpen, m.canClose = false, false
		}
		if len(escapes) > 0 && escapes[0] == start {
			m.escaped = true
			escapes = escapes[1:]
		}
		if t.kind == textToken && r.raw && (m.canOpen || m.canClose) {
			m.escaped = true
		}
		// Next to a delimiter of the same character they would be one run.
		if t.kind == textToken && (start == t.start && r.before(i).delimiter == c || at == t.end && r.after(i).delimiter == c) {
			m.escaped = true
		}
		if m.escaped || m.canOpen || m.canClose {
			hugepage.Push(r.watch, &d.list, m)
		}
	}
	return escapes
}

// class is that of the characters of a token that is neither text of any kind nor a break.
func (t *token) class() charClass {
	if (t.kind == openToken || t.kind == closeToken) && t.delimiter != 0 {
		return delimiterChar
	}
	return punctChar
}

// classBefore is the class of the character before token i as it is written.
func (r *run) classBefore(i int) charClass {
	switch t := r.before(i); t.kind {
	case textToken, rawToken:
		c, _ := utf8.DecodeLastRune(r.text[t.start:t.end])
		return classOf(c)
	case breakToken:
		if !t.isEdge() && r.escape.isTag(t) {
			return punctChar
		}
		return spaceChar
	default:
		return t.class()
	}
}

// classAfter is the class of the character after token i as it is written.
func (r *run) classAfter(i int) charClass {
	switch t := r.after(i); t.kind {
	case textToken, rawToken:
		c, _ := utf8.DecodeRune(r.text[t.start:t.end])
		return classOf(c)
	case breakToken:
		if !t.isEdge() && (r.escape.isTag(t) || r.escape.mode == ParagraphLines && r.escape.backslash) {
			return punctChar
		}
		return spaceChar
	default:
		return t.class()
	}
}
