package page

import (
	"strings"

	"tidemark/core/internal/dom"
)

// alertClasses are the classes that name a kind of alert by themselves, whatever else the box has.
var alertClasses = map[string]Alert{
	// Chirpy of Jekyll: _sass/base/_base.scss
	"prompt-info": Note, "prompt-tip": Tip, "prompt-warning": Warning, "prompt-danger": Caution,
	// Minimal Mistakes of Jekyll: _sass/minimal-mistakes/_notices.scss
	"notice--primary": Note, "notice--info": Note, "notice--success": Tip, "notice--warning": Warning, "notice--danger": Caution,
	// Wiki.js, on quotations: server/modules/rendering/html-blockquotes
	"is-info": Note, "is-success": Tip, "is-warning": Warning, "is-danger": Caution,
	// bookdown: its own books, and those of their template
	"rmdnote": Note, "rmdtip": Tip, "rmdimportant": Important, "rmdwarning": Warning, "rmdcaution": Caution,
	// the plugins Note and Wrap of DokuWiki
	"noteclassic": Note, "notetip": Tip, "noteimportant": Important, "notewarning": Warning,
	"wrap_info": Note, "wrap_tip": Tip, "wrap_important": Important, "wrap_alert": Warning, "wrap_danger": Caution,
	// DITA Open Toolkit: plugins/org.dita.html5/xsl/topic.xsl
	"note_note": Note, "note_tip": Tip, "note_fastpath": Tip, "note_important": Important, "note_remember": Important,
	"note_attention": Warning, "note_warning": Warning, "note_caution": Caution, "note_danger": Caution,
	// the documentation of AWS
	"awsdocs-tip": Tip, "awsdocs-important": Important, "awsdocs-warning": Warning,
	// the documentation of Oracle
	"infoboxnote": Note, "infoboxnotewarn": Warning,
}

// kindByClass returns the kind of alert that one of the classes of an element names.
func (p *Page) kindByClass(id dom.ID, classes string) Alert {
	if !p.saysClass(id, alertKindClass) {
		return NoAlert
	}
	for word := range strings.FieldsSeq(classes) {
		if kind := alertClasses[word]; kind != NoAlert && (!strings.HasPrefix(word, "is-") || p.doc.Is(id, dom.TagBlockquote)) {
			return kind
		}
	}
	return NoAlert
}

// alertAttrs are the attributes in which a box of one of alertFrames has the kind: Obsidian; Mintlify and Discourse; Confluence Cloud; Writerside.
var alertAttrs = [...]string{"data-callout", "data-callout-type", "data-panel-type", "data-type"}

// kindByAttr returns the kind of alert that an attribute of a box says, and its name.
func (p *Page) kindByAttr(id dom.ID) (kind Alert, name string) {
	for _, attr := range alertAttrs {
		if name, ok := p.doc.Named(id, attr); ok {
			name = strings.ToLower(name)
			if kind := alertKinds[name]; kind != NoAlert {
				return kind, name
			}
		}
	}
	return NoAlert, ""
}

// foldedKind returns the kind of alert that <details> is, and its name, by its first class: Python-Markdown's pymdownx.details, as Material for
// MkDocs has it.
func (p *Page) foldedKind(id dom.ID) (kind Alert, name string) {
	if !p.options.Alerts || p.doc.Node(id).Traits&dom.HasClass == 0 || !p.doc.Is(p.firstSeen(id), dom.TagSummary) {
		return NoAlert, ""
	}
	name, _, _ = strings.Cut(p.doc.Value(id, dom.AttrClass), " ")
	return alertKinds[name], name
}

// TitleOrnament returns what stands in the title of an alert beside its text and only says the kind again, for screen readers or as an icon, or 0:
// Quarto, ReadMe.
func (p *Page) TitleOrnament(title dom.ID, kind Alert, name string) dom.ID {
	id := title
	for range lookAhead {
		if id = p.doc.Following(id, title); id == 0 {
			return 0
		}
		if !p.doc.Is(id, dom.TagSpan) || p.doc.Node(id).Next == 0 {
			continue
		}
		if class := p.doc.Value(id, dom.AttrClass); (strings.Contains(class, "icon") || strings.Contains(class, "screen-reader")) && p.TitleSays(id, kind, name) {
			return id
		}
	}
	return 0
}
