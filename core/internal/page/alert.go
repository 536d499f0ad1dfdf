package page

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// alertClasses are the classes that the boxes of generators begin with: GitHub, Python-Markdown and docutils, Docusaurus,
// Obsidian and Quarto, VitePress, Starlight.
var alertClasses = [...]string{"markdown-alert", "admonition", "theme-admonition", "callout", "custom-block", "starlight-aside"}

// alertKinds are the five alerts of GitHub, by what generators call them.
// https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts
var alertKinds = map[string]Alert{
	"note": Note, "info": Note, "seealso": Note,
	"tip": Tip, "hint": Tip, "success": Tip,
	"important": Important,
	"warning":   Warning, "attention": Warning,
	"caution": Caution, "danger": Caution, "error": Caution,
}

// macroAlerts are the alerts of Confluence, by the names of their macros.
var macroAlerts = map[string]Alert{"info": Note, "note": Note, "tip": Tip, "warning": Warning}

// Alert is a kind of alert.
type Alert uint8

const (
	NoAlert Alert = iota
	Note
	Tip
	Important
	Warning
	Caution
)

var alertNames = [...]string{NoAlert: "", Note: "note", Tip: "tip", Important: "important", Warning: "warning", Caution: "caution"}

func (a Alert) String() string { return alertNames[a] }

// AlertKind returns the kind of alert that an element is and the name that the page has for it, and nothing for other elements.
func (p *Page) AlertKind(id dom.ID) (kind Alert, name string) {
	if !p.options.Alerts {
		return NoAlert, ""
	}
	if p.doc.Node(id).Tag == dom.Unknown {
		name = p.MacroName(id)
		return macroAlerts[name], name
	}
	class, ok := p.doc.Attr(id, dom.AttrClass)
	if !ok || !isAlertClass(class) {
		return NoAlert, ""
	}
	name = strings.ToLower(p.doc.Value(id, dom.AttrDataCallout))
	if kind := alertKinds[name]; kind != NoAlert {
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
		if kind := alertKinds[name]; kind != NoAlert {
			return kind, name
		}
	}
	return NoAlert, ""
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

// AlertTitle returns the title that an alert begins with, or 0.
func (p *Page) AlertTitle(id dom.ID) dom.ID {
	c := p.doc.Node(id).First
	for c != 0 && (p.doc.IsBlank(c) || p.doc.Node(c).Kind == dom.KindComment) {
		c = p.doc.Node(c).Next
	}
	if c == 0 || p.doc.Node(c).Kind != dom.KindElement || p.IsUnseen(c) {
		return 0
	}
	class := strings.ToLower(p.doc.Value(c, dom.AttrClass))
	if strings.Contains(class, "title") || strings.Contains(class, "head") {
		return c
	}
	return 0
}

// TitleSays reports whether the title of an alert only says what kind of alert it is, or what the page calls it.
func (p *Page) TitleSays(title dom.ID, kind Alert, name string) bool {
	return p.says(title, kind.String()) || p.says(title, name)
}

// says reports whether a word is all that is in an element.
func (p *Page) says(id dom.ID, word string) bool {
	said, node := false, id
	for range lookAhead {
		if node = p.doc.Following(node, id); node == 0 {
			return said
		}
		if p.doc.Node(node).Kind != dom.KindText || p.doc.IsBlank(node) {
			continue
		}
		if said || !strings.EqualFold(ascii.Trim(p.doc.Text(node)), word) {
			return false
		}
		said = true
	}
	return false
}
