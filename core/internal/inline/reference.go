package inline

import (
	"bytes"
	"strconv"
	"strings"

	"tidemark/core/internal/hugepage"
)

// references are the link reference definitions of a document.
type references struct {
	numbers map[target]string // the number of a link that is referred to by one
	labels  map[string]target // by label, with case folded
	list    []definition
	texts   int // the bytes of labels, addresses and titles
	next    int
}

// target is where a reference leads to.
type target struct {
	address, title string
}

// keep returns a target that holds to the end of the document.
func (w *Writer) keep(t target) target {
	if w.linksMoved {
		return target{address: strings.Clone(t.address), title: strings.Clone(t.title)}
	}
	return t
}

type definition struct {
	label  string
	target target
}

func (d *references) release() {
	clear(d.numbers)
	clear(d.labels)
	clear(d.list)
	d.list, d.texts = d.list[:0], 0
}

// writeReference ends a link that refers to a definition; token i closes it.
// https://spec.commonmark.org/0.31.2/#reference-link
func (w *Writer) writeReference(l target, i int) {
	text := w.out[w.run.escape.linkStart:]
	readsAsFootnote := bytes.HasPrefix(text, []byte("^"))
	l = w.keep(l)
	if w.options.ReferenceStyle == Full || readsAsFootnote || !w.references.defineText(l, text) {
		w.write("][")
		w.write(w.references.number(l))
		w.write("]")
		w.keepFromParenthesis(text, i)
		return
	}
	w.write("]")
	next := w.nextByte(i)
	if w.options.ReferenceStyle == Collapsed || next == '(' || next == '[' || next == ':' {
		w.write("[]")
		w.keepFromParenthesis(text, i)
	}
}

// keepFromParenthesis escapes a parenthesis after a reference with brackets in its text. Some readers overlook such a link, and would
// take what is left for another one.
func (w *Writer) keepFromParenthesis(text []byte, i int) {
	if !w.options.EscapeNone && bytes.ContainsAny(text, "[]") && w.nextByte(i) == '(' {
		w.write(`\`)
	}
}

// defineText defines a link by its own text, and reports whether that can be.
func (d *references) defineText(l target, text []byte) bool {
	if len(text) == 0 || len(text) > 900 || bytes.ContainsAny(text, "[]|\n") {
		return false
	}
	label := strings.ToLower(string(text))
	if known, ok := d.labels[label]; ok {
		return known == l
	}
	d.define(label, string(text), l)
	return true
}

// number defines a link by a number, and returns it.
func (d *references) number(l target) string {
	if n, ok := d.numbers[l]; ok {
		return n
	}
	label := strconv.Itoa(d.next)
	for ; d.labels[label] != (target{}); label = strconv.Itoa(d.next) {
		d.next++
	}
	d.next++
	d.define(label, label, l)
	if d.numbers == nil {
		d.numbers = map[target]string{}
	}
	d.numbers[l] = label
	return label
}

func (d *references) define(key, label string, l target) {
	if d.labels == nil {
		d.labels = map[string]target{}
	}
	d.labels[key] = l
	d.list = append(d.list, definition{label: label, target: l})
	d.texts += len(key) + len(label) + len(l.address) + len(l.title)
}

// ofEntry is about how many bytes an entry of a map with strings takes.
const ofEntry = 128

func (d *references) room() int { return 2*ofEntry*len(d.list) + hugepage.Room(d.list) + d.texts }

// Definitions is how many links have been referred to.
func (w *Writer) Definitions() int { return len(w.references.list) }

// AppendDefinition writes the definition of a link.
// https://spec.commonmark.org/0.31.2/#link-reference-definitions
func (w *Writer) AppendDefinition(dst []byte, i int) []byte {
	d := &w.references.list[i]
	dst = append(dst, '[')
	dst = append(dst, d.label...)
	dst = append(dst, "]: "...)
	dst = appendDestination(dst, d.target.address)
	return appendTitle(dst, d.target.title)
}
