package page

import (
	"strings"
	"unicode"

	"tidemark/core/internal/dom"
)

// alertIcons are the icons of GitHub's alerts, and those that stand for them in Notion.
var alertIcons = map[string]Alert{
	"ℹ": Note, "📝": Note, "📌": Note, "💡": Tip, "✅": Tip, "❗": Important, "❕": Important, "💬": Important,
	"⚠": Warning, "🚧": Warning, "🛑": Caution, "⛔": Caution, "🚨": Caution, "🚫": Caution, "❌": Caution,
}

// iconKind returns the kind of a callout of Notion, whose icon is the first of its boxes. One that says nothing is a note.
func (p *Page) iconKind(id dom.ID) Alert {
	if kind := alertIcons[p.iconOf(p.firstSeen(id))]; kind != NoAlert {
		return kind
	}
	return Note
}

// iconOf returns the text of an element if that may be an icon, without the variation selector behind it.
func (p *Page) iconOf(id dom.ID) string {
	const deepest = 3
	for range deepest {
		if id = p.doc.Node(id).First; id == 0 || p.doc.Node(id).Next != 0 {
			return ""
		}
		if p.IsText(id) {
			return strings.TrimSuffix(strings.TrimSpace(p.doc.Text(id)), "\ufe0f")
		}
	}
	return ""
}

// AlertParts returns the title that an alert begins with, or 0, and the element with its content, which is mostly the alert itself.
func (p *Page) AlertParts(id dom.ID) (title, body dom.ID) {
	first := p.firstSeen(id)
	if next := p.nextElement(first); next != 0 && strings.Contains(p.doc.Value(next, dom.AttrClass), "alert-content") && !p.IsSureToShow(first) {
		first = next // behind the icon, in the documentation of GitLab
	}
	switch {
	case p.doc.Is(first, dom.TagTable):
		return p.alertTable(id, first)
	case first != 0 && (strings.Contains(p.doc.Value(first, dom.AttrClass), "alert-content") || p.doc.Value(first, dom.AttrClass) == "usa-alert__body"), // GitLab, USWDS
		p.doc.Is(first, dom.TagBlockquote) && p.nextElement(first) == 0: // the preprocessor of the Rust Reference, on mdBook
		return p.alertTitle(first), first
	}
	return p.alertTitle(id), id
}

// alertTable is AlertParts for one with a table: Asciidoctor has the icon in its first cell and the content in the second, and DocBook the
// title after an icon, and the content in the row below.
func (p *Page) alertTable(id, table dom.ID) (title, body dom.ID) {
	row := table
	for row != 0 && !p.doc.Is(row, dom.TagTr) {
		row = p.firstSeen(row)
		for row != 0 && (p.doc.Is(row, dom.TagColgroup) || p.doc.Is(row, dom.TagCol)) {
			row = p.nextElement(row)
		}
	}
	second := p.nextElement(p.firstCell(row))
	switch below := p.firstCell(p.nextElement(row)); {
	case second == 0:
	case p.doc.Is(second, dom.TagTd) && hasWord(p.doc.Value(second, dom.AttrClass), "content"):
		return p.alertTitle(second), second
	case p.doc.Is(second, dom.TagTh) && below != 0:
		return second, below
	}
	return 0, id
}

// kindInCell returns the kind of an alert and its name that the icon in the first cell of its table says: of AsciiDoc, which is older than
// Asciidoctor. https://github.com/asciidoc-py/asciidoc-py/blob/main/asciidoc/resources/xhtml11.conf
func (p *Page) kindInCell(id dom.ID) (kind Alert, name string) {
	table := p.firstSeen(id)
	if !p.doc.Is(table, dom.TagTable) {
		return NoAlert, ""
	}
	icon := p.firstElement(p.firstCell(p.firstRow(table)))
	if icon == 0 {
		return NoAlert, ""
	}
	if p.doc.Is(icon, dom.TagImg) {
		name = p.doc.Value(icon, dom.AttrAlt)
	} else if text := p.doc.Node(icon).First; p.IsText(text) {
		name = p.doc.Text(text)
	}
	name = strings.ToLower(strings.TrimSpace(name))
	return alertKinds[name], name
}

func (p *Page) firstCell(row dom.ID) dom.ID {
	if row == 0 {
		return 0
	}
	first := p.doc.Node(row).First
	if p.IsElement(first) {
		return first
	}
	return p.nextElement(first)
}

// isTitled reports whether an element begins with a title as the alerts of DocBook, pandoc, PHP's manual and DocFX do: it has the class of
// one, or says no more than the kind.
func (p *Page) isTitled(id dom.ID, kind string) bool {
	first := p.firstSeen(id)
	if p.doc.Is(first, dom.TagTable) {
		return strings.EqualFold(p.doc.Value(first, dom.AttrSummary), kind)
	}
	title := p.alertTitle(id)
	return title != 0 && !p.says(title, kind+"s") // The notes of a text are none.
}

// alertTitle returns the title that an element begins with, or 0.
func (p *Page) alertTitle(id dom.ID) dom.ID {
	first := p.firstSeen(id)
	if first == 0 || p.doc.Is(first, dom.TagSummary) {
		return first
	}
	class := strings.ToLower(p.doc.Value(first, dom.AttrClass))
	for _, word := range [...]string{"title", "head", "label"} {
		if strings.Contains(class, word) {
			return first
		}
	}
	switch role := Of(p.doc.Node(first).Tag).Role; {
	case role == Strong, role == Heading, p.doc.Is(first, dom.TagP), p.doc.Is(first, dom.TagDiv), p.doc.Is(id, dom.TagFigure):
		if p.saysKind(first) {
			return first
		}
	}
	return 0
}

// AlertLead returns what the first paragraph of an alert begins with that only says what kind of alert it is, with a colon, or 0: of MDN and
// QDoc. The text goes on behind it.
func (p *Page) AlertLead(body dom.ID, kind Alert, name string) dom.ID {
	first := p.firstSeen(body)
	if !p.doc.Is(first, dom.TagP) {
		return 0
	}
	lead := p.firstSeen(first)
	if lead == 0 || Of(p.doc.Node(lead).Tag).Role != Strong || p.doc.Node(lead).Next == 0 || !p.TitleSays(lead, kind, name) {
		return 0
	}
	text := p.doc.Node(lead).First
	if !p.IsText(text) || !strings.HasSuffix(strings.TrimSpace(p.doc.Text(text)), ":") {
		return 0
	}
	return lead
}

// saysKind reports whether an element says no more than what kind of alert it is in.
func (p *Page) saysKind(id dom.ID) bool {
	for name := range alertKinds {
		if p.says(id, name) {
			return true
		}
	}
	return alertIcons[p.iconOf(id)] != NoAlert
}

// firstSeen returns the first element in one that may be seen, or 0 if text comes before it.
func (p *Page) firstSeen(id dom.ID) dom.ID {
	if id == 0 {
		return 0
	}
	for c := p.doc.Node(id).First; c != 0; c = p.doc.Node(c).Next {
		switch n := p.doc.Node(c); n.Kind {
		case dom.KindText:
			if !p.doc.IsBlank(c) {
				return 0
			}
		case dom.KindElement:
			if !p.IsUnseen(c) && (n.First != 0 || !Of(n.Tag).Is(Ornament)) { // An icon may be an element that holds nothing.
				return c
			}
		}
	}
	return 0
}

// TitleSays reports whether the title of an alert only says what kind of alert it is, or what the page calls it.
func (p *Page) TitleSays(title dom.ID, kind Alert, name string) bool {
	return p.says(title, kind.String()) || p.says(title, name) || alertIcons[p.iconOf(title)] != NoAlert
}

// says reports whether a word is all that is in an element, but for marks around it.
func (p *Page) says(id dom.ID, word string) bool {
	said, node := false, p.doc.Following(id, id)
	for range lookAhead {
		if node == 0 {
			return said
		}
		if n := p.doc.Node(node); n.Kind == dom.KindElement && p.IsUnseen(node) {
			node = p.doc.FollowingSkipped(node, id)
			continue
		} else if n.Kind == dom.KindText {
			switch text := strings.TrimFunc(p.doc.Text(node), isMark); {
			case text == "":
			case said || !strings.EqualFold(text, word):
				return false
			default:
				said = true
			}
		}
		node = p.doc.Following(node, id)
	}
	return false
}

func isMark(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }

// ClosesAlert reports whether an element is the button that closes an alert.
func (p *Page) ClosesAlert(id dom.ID) bool {
	if !p.doc.Is(id, dom.TagButton) {
		return false
	}
	class := p.doc.Value(id, dom.AttrClass)
	return hasWord(class, "close") || hasWord(class, "btn-close") || strings.Contains(class, "dismiss")
}

// hasWord reports whether a class attribute has a class.
func hasWord(classes, class string) bool {
	for word := range strings.FieldsSeq(classes) {
		if word == class {
			return true
		}
	}
	return false
}
