package markdown

import (
	"bytes"
	"strconv"
	"strings"
)

// references are the link reference definitions of a document.
type references struct {
	numbers map[link]string // the number of a link that is referred to by one
	labels  map[string]link // by label, with case folded
	list    []definition
	texts   int // the bytes of labels, addresses and titles
	next    int
}

type definition struct {
	label string
	link  link
}

func (d *references) release() {
	clear(d.numbers)
	clear(d.labels)
	clear(d.list)
	d.list, d.texts = d.list[:0], 0
}

// writeReference ends a link that refers to a definition; token i closes it.
// https://spec.commonmark.org/0.31.2/#reference-link
func (r *Renderer) writeReference(l link, i int) {
	text := r.w.out[r.run.escape.linkStart:]
	readsAsFootnote := bytes.HasPrefix(text, []byte("^"))
	l = link{address: r.page.Keep(l.address), title: r.page.Keep(l.title)}
	if r.settings.ReferenceStyle == Full || readsAsFootnote || !r.references.defineText(l, text) {
		r.w.text("][")
		r.w.text(r.references.number(l))
		r.w.text("]")
		r.keepFromParenthesis(text, i)
		return
	}
	r.w.text("]")
	next := r.nextByte(i, paragraphLines)
	if r.settings.ReferenceStyle == Collapsed || next == '(' || next == '[' || next == ':' {
		r.w.text("[]")
		r.keepFromParenthesis(text, i)
	}
}

// keepFromParenthesis escapes a parenthesis behind a reference with brackets in its text. Some readers overlook such a link, and would
// take what is left for another one.
func (r *Renderer) keepFromParenthesis(text []byte, i int) {
	if !r.settings.EscapeNone && bytes.ContainsAny(text, "[]") && r.nextByte(i, paragraphLines) == '(' {
		r.w.text(`\`)
	}
}

// defineText defines a link by its own text, and tells whether that can be.
func (d *references) defineText(l link, text []byte) bool {
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

// number defines a link by a number, and gives it.
func (d *references) number(l link) string {
	if n, ok := d.numbers[l]; ok {
		return n
	}
	label := strconv.Itoa(d.next)
	for ; d.labels[label] != (link{}); label = strconv.Itoa(d.next) {
		d.next++
	}
	d.next++
	d.define(label, label, l)
	if d.numbers == nil {
		d.numbers = map[link]string{}
	}
	d.numbers[l] = label
	return label
}

func (d *references) define(key, label string, l link) {
	if d.labels == nil {
		d.labels = map[string]link{}
	}
	d.labels[key] = l
	d.list = append(d.list, definition{label: label, link: l})
	d.texts += len(key) + len(label) + len(l.address) + len(l.title)
}

// writeDefinitions ends the document with the definitions that its links refer to.
// https://spec.commonmark.org/0.31.2/#link-reference-definitions
func (r *Renderer) writeDefinitions() {
	for i, d := range r.references.list {
		if i == 0 {
			r.w.open(paragraph)
		} else {
			r.w.newLine()
		}
		r.w.text("[")
		r.w.text(d.label)
		r.w.text("]: ")
		r.w.out = appendDestination(r.w.out, d.link.address)
		r.w.out = appendTitle(r.w.out, d.link.title)
	}
}
