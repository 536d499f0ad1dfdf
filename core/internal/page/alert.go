package page

import (
	"strings"

	"tidemark/core/internal/dom"
)

// alertFrame is what a class says of the box that has it.
type alertFrame uint8

const (
	noFrame     alertFrame = iota
	namedFrame             // another class names the kind: note, or something-note
	suffixFrame            // another class does, and has the kind behind a hyphen
	titledFrame            // the class is the kind, if the box begins with a title
	iconFrame              // the icon that the box begins with tells the kind, if that is a figure
	emojiFrame             // the icon does in any case
	attrFrame              // an attribute does
)

// alertFrames are the classes of the boxes that generators make, one of the first two that the box has.
var alertFrames = map[string]alertFrame{
	"markdown-alert":               namedFrame,  // GitHub, GitLab
	"admonition":                   namedFrame,  // Python-Markdown, docutils, LoveIt of Hugo, mdbook-admonish
	"theme-admonition":             namedFrame,  // Docusaurus
	"callout":                      iconFrame,   // Obsidian, Quarto, ReadMe, Doks; Notion's has no kind
	"custom-block":                 namedFrame,  // VitePress, VuePress
	"hint-container":               namedFrame,  // VuePress Theme Hope
	"starlight-aside":              namedFrame,  // Starlight
	"admonitionblock":              namedFrame,  // Asciidoctor, lib/asciidoctor/converter/html5.rb
	"admonition-block":             namedFrame,  // asciidoctor-html5s
	"confluence-information-macro": suffixFrame, // Confluence
	"gl-alert":                     suffixFrame, // GitLab, Pajamas
	"alert":                        suffixFrame, // Bootstrap, Docsy and render hooks of Hugo, DocFX
	"bd-callout":                   suffixFrame, // the documentation of Bootstrap
	"bs-callout":                   suffixFrame,
	"blockquote-tag":               suffixFrame, // mdBook 0.5
	"notices":                      namedFrame,  // Learn and Relearn of Hugo
	"notice":                       namedFrame,  // Compose of Hugo, WordPress
	"book-hint":                    namedFrame,  // Book of Hugo
	"notecard":                     namedFrame,  // MDN
	"hint":                         suffixFrame, // GitBook
	"usa-alert":                    suffixFrame, // the U.S. Web Design System
	"notice-block":                 namedFrame,  // Outline
	"nextra-callout":               emojiFrame,  // Nextra
	"hextra-callout":               emojiFrame,  // Hextra of Hugo
	"kg-callout-card":              emojiFrame,  // Ghost
	"ak-editor-panel":              attrFrame,   // Confluence Cloud
	"prompt":                       attrFrame,   // Writerside
	"note":                         titledFrame, // DocBook XSL, pandoc
	"tip":                          titledFrame,
	"important":                    titledFrame,
	"warning":                      titledFrame,
	"caution":                      titledFrame,
	"NOTE":                         titledFrame, // DocFX
	"TIP":                          titledFrame,
	"IMPORTANT":                    titledFrame,
	"WARNING":                      titledFrame,
	"CAUTION":                      titledFrame,
}

// alertKinds are the five alerts of GitHub, by what generators call them.
// https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts
var alertKinds = map[string]Alert{
	"note": Note, "info": Note, "information": Note, "seealso": Note, "primary": Note, "secondary": Note,
	"tip": Tip, "hint": Tip, "success": Tip, "okay": Tip,
	"important": Important,
	"warning":   Warning, "attention": Warning, "warn": Warning,
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

// frameOf returns what the classes of an element say of it as an alert.
func (p *Page) frameOf(id dom.ID) (frame alertFrame, classes string) {
	if !p.options.Alerts || !p.saysClass(id, alertClass) {
		return noFrame, ""
	}
	classes = p.doc.Value(id, dom.AttrClass)
	first, rest, more := strings.Cut(classes, " ")
	if frame = alertFrames[first]; more && (frame == noFrame || frame == titledFrame) { // VitePress: warning custom-block
		second, _, _ := strings.Cut(rest, " ")
		if f := alertFrames[second]; f != titledFrame && f != noFrame {
			frame = f
		}
	}
	return frame, classes
}

// MayBeAlert reports whether an element may be an alert, whatever is in it.
func (p *Page) MayBeAlert(id dom.ID) bool {
	if p.doc.Is(id, dom.TagDetails) {
		return p.options.Alerts && p.doc.Node(id).Traits&dom.HasClass != 0
	}
	_, classes := p.frameOf(id)
	return classes != ""
}

// AlertKind returns the kind of alert that an element is and the name that the page has for it, and nothing for other elements.
func (p *Page) AlertKind(id dom.ID) (kind Alert, name string) {
	if p.options.Alerts && p.doc.Node(id).Tag == dom.Unknown {
		name = p.MacroName(id)
		return macroAlerts[name], name
	}
	if p.doc.Is(id, dom.TagDetails) {
		return p.foldedKind(id)
	}
	frame, classes := p.frameOf(id)
	if kind := p.kindByClass(id, classes); kind != NoAlert {
		return kind, kind.String()
	}
	if frame == noFrame || frame == titledFrame && p.doc.Is(id, dom.TagP) {
		return NoAlert, ""
	}
	if kind, name := p.kindByAttr(id); kind != NoAlert || frame == attrFrame {
		return kind, name
	}
	for word := range strings.FieldsSeq(classes) {
		at := strings.LastIndexAny(word, "-_") // markdown-alert-note, starlight-aside--note, callout_note
		if at < 0 && frame == suffixFrame || at >= 0 && alertFrames[word] != noFrame {
			continue
		}
		name = strings.ToLower(word[at+1:])
		kind := alertKinds[name]
		switch {
		case kind == NoAlert:
		case frame == titledFrame && !p.isTitled(id, name):
			return NoAlert, ""
		default:
			return kind, name
		}
	}
	switch {
	case frame == emojiFrame, frame == iconFrame && p.doc.Is(id, dom.TagFigure):
		return p.iconKind(id), ""
	case classes == "admonitionblock":
		return p.kindInCell(id)
	}
	return NoAlert, ""
}
