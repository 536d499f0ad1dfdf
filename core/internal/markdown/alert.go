package markdown

import (
	"bytes"
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// alertClasses are the classes that the boxes of generators begin with: GitHub, Python-Markdown and docutils, Docusaurus,
// Obsidian and Quarto, VitePress, Starlight.
var alertClasses = [...]string{"markdown-alert", "admonition", "theme-admonition", "callout", "custom-block", "starlight-aside"}

// alertKinds are the five alerts of GitHub, by what generators call them.
// https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts
var alertKinds = map[string]string{
	"note": "NOTE", "info": "NOTE", "seealso": "NOTE",
	"tip": "TIP", "hint": "TIP", "success": "TIP",
	"important": "IMPORTANT",
	"warning":   "WARNING", "attention": "WARNING",
	"caution": "CAUTION", "danger": "CAUTION", "error": "CAUTION",
}

// alertOrBox renders an element that may be an alert.
func (r *Renderer) alertOrBox(id dom.ID) leaving {
	if r.alert(id) {
		return rendered
	}
	return r.box(id)
}

// alert renders an alert, and tells whether the element is one. Its title is left out if it only says what kind of alert it
// is: a renderer will do so again.
//
//tidemark:recurses once: there are no alerts in alerts
func (r *Renderer) alert(id dom.ID) bool {
	kind, name := r.alertKind(id)
	if kind == "" {
		return false
	}
	r.boundary()
	before := r.w.mark()
	r.w.open(quote)
	r.w.text("> ")
	c := r.w.enter("> ", false)
	r.w.text("[!")
	r.w.text(kind)
	r.w.text("]")
	r.w.last, r.itemStart, r.inAlert = alertMark, false, true
	title := r.alertTitle(id)
	generated := title != 0 && (r.says(title, kind) || r.says(title, name))
	for child := r.doc.Node(id).First; child != 0 && !r.stopped(); child = r.doc.Node(child).Next {
		switch {
		case child != title:
			r.node(child)
		case !generated:
			r.finish(title, r.boldBox(title))
		}
	}
	r.flush()
	r.inAlert = false
	empty := r.w.last == alertMark
	r.w.leave(c)
	if empty { // A renderer would take the mark for text.
		r.w.undo(before)
		if generated {
			r.finish(title, r.box(title))
		}
	}
	return true
}

// alertKind gives the kind of alert that an element is and the name that the page has for it, and nothing for other elements.
// There are no alerts in alerts.
func (r *Renderer) alertKind(id dom.ID) (kind, name string) {
	if !r.settings.Alerts || r.inAlert || r.phrasing != blocks {
		return "", ""
	}
	class, ok := r.doc.Attr(id, dom.AttrClass)
	if !ok || !isAlertClass(class) {
		return "", ""
	}
	name = strings.ToLower(r.doc.Value(id, dom.AttrDataCallout))
	if kind := alertKinds[name]; kind != "" {
		return kind, name
	}
	for word := range strings.FieldsSeq(class) {
		for _, c := range alertClasses {
			if rest, ok := strings.CutPrefix(word, c); ok {
				word = strings.TrimLeft(rest, "-") // markdown-alert-note, starlight-aside--note
				break
			}
		}
		name = strings.ToLower(word)
		if kind := alertKinds[name]; kind != "" {
			return kind, name
		}
	}
	return "", ""
}

// isAlertClass looks at the first class only, or the second of VitePress, since most boxes are no alerts.
func isAlertClass(classes string) bool {
	first, rest, _ := strings.Cut(classes, " ")
	for _, c := range alertClasses {
		if first == c {
			return true
		}
	}
	return strings.HasPrefix(rest, "custom-block")
}

// alertTitle gives the title that an alert begins with, or 0.
func (r *Renderer) alertTitle(id dom.ID) dom.ID {
	c := r.doc.Node(id).First
	for c != 0 && (r.doc.IsBlank(c) || r.doc.Node(c).Kind == dom.KindComment) {
		c = r.doc.Node(c).Next
	}
	if c == 0 || r.doc.Node(c).Kind != dom.KindElement || r.unseen(c) {
		return 0
	}
	class := strings.ToLower(r.doc.Value(c, dom.AttrClass))
	if strings.Contains(class, "title") || strings.Contains(class, "head") {
		return c
	}
	return 0
}

// says tells whether a word is all that is in an element.
func (r *Renderer) says(id dom.ID, word string) bool {
	said, node := false, id
	for range lookAhead {
		if node = r.doc.Following(node, id); node == 0 {
			return said
		}
		if r.doc.Node(node).Kind != dom.KindText || r.doc.IsBlank(node) {
			continue
		}
		if said || !strings.EqualFold(ascii.Trim(r.doc.Text(node)), word) {
			return false
		}
		said = true
	}
	return false
}

// isAlertMark tells of a line that would make an alert of the quotation that it begins.
func isAlertMark(line []byte) bool {
	end := len(line) - 1
	if end > len("[!IMPORTANT") || line[0] != '[' || line[end] != ']' || line[1] != '!' {
		return false
	}
	for _, kind := range alertKinds {
		if bytes.EqualFold(line[2:end], []byte(kind)) {
			return true
		}
	}
	return false
}
