package htmlwriter

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// beginKept is begin for an element that is kept.
func (w *Writer) beginKept(id dom.ID) (inside dom.ID) {
	n := w.doc.Node(id)
	if n.Namespace != dom.HTML {
		if shown, isFormula := w.formula(id); isFormula {
			return shown
		}
	}
	if w.isLeftOut(id) {
		return 0
	}
	name := w.keptName(id)
	if name == "" {
		return id
	}
	w.text("<")
	w.text(name)
	w.keptAttributes(id)
	w.text(">")
	switch e := page.Of(n.Tag); {
	case e.Is(page.Void):
		return 0
	case e.Is(page.Raw):
		w.end(id) // What is in it is for readers that do not know it.
		return 0
	}
	return id
}

// isLeftOut reports whether an element is not kept with what it is in: it would run, or is not seen.
func (w *Writer) isLeftOut(id dom.ID) bool {
	n := w.doc.Node(id)
	switch {
	case n.Traits&(dom.Excluded|dom.Kept) != 0:
		return n.Traits&dom.Excluded != 0
	case n.Namespace != dom.HTML:
		return true
	}
	switch n.Tag {
	case dom.TagTrack, dom.TagWbr, dom.TagCol, dom.TagColgroup:
		return false
	}
	return page.Of(n.Tag).Display == page.None || w.page.IsHidden(id)
}

// keptName is the name of an element that is kept, empty where it is none to be written.
func (w *Writer) keptName(id dom.ID) string {
	if page.Of(w.doc.Node(id).Tag).Role == page.Preformatted {
		return "pre"
	}
	if name := w.doc.Name(id); isPlainName(name) {
		return name
	}
	return ""
}

// keptAttributes writes the attributes but handlers, and addresses that are not to be followed.
func (w *Writer) keptAttributes(id dom.ID) {
	for a := range w.doc.Attrs(id) {
		value := a.Value
		switch name := a.Name; {
		case !isPlainName(name), len(name) > 1 && (name[0]|0x20) == 'o' && (name[1]|0x20) == 'n', name == "srcdoc":
			continue
		case isAddress(name):
			var ok bool
			if value, ok = w.page.Address(value); !ok {
				continue
			}
		}
		w.attribute(a.Name, value)
	}
}

// isAddress reports whether an attribute holds the address of something that is loaded, shown or gone to.
func isAddress(name string) bool {
	switch name[strings.IndexByte(name, ':')+1:] {
	case "href", "src", "action", "formaction", "poster", "cite", "data", "background", "longdesc", "codebase", "classid":
		return true
	}
	return false
}

// isPlainName reports whether a name means the same wherever it is written.
func isPlainName(name string) bool {
	if name == "" || !ascii.IsLetter(name[0]) && name[0] != '_' {
		return false
	}
	for i := range len(name) {
		if c := name[i]; !ascii.IsAlnum(c) && c != '-' && c != '_' && c != ':' && c != '.' {
			return false
		}
	}
	return true
}

// pageText writes text of the page.
func (w *Writer) pageText(s string) {
	start := len(w.out)
	w.out = appendText(w.out, s)
	if w.inRun {
		w.out = appendUnread(w.out[:start], string(w.out[start:]), "*_`[]\\~$|@:#")
	}
}

// appendUnread appends HTML in which characters that mean something to Markdown are character references.
func appendUnread(dst []byte, html, characters string) []byte {
	for i := range len(html) {
		c := html[i]
		isWWW := c == '.' && i > 0 && html[i-1]|0x20 == 'w'
		isReference := c == '#' && i > 0 && html[i-1] == '&'
		if !isReference && (isWWW || strings.IndexByte(characters, c) >= 0) {
			dst = append(dst, '&', '#')
			if c >= 100 {
				dst = append(dst, '0'+c/100)
			}
			dst = append(dst, '0'+c/10%10, '0'+c%10, ';')
			continue
		}
		dst = append(dst, c)
	}
	return dst
}
