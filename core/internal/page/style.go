package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/page/known"
	"tidemark/core/internal/style"
)

// styleSaid is what a style attribute says.
type styleSaid struct {
	style   style.Style
	isRead  bool // the style is known: it is read when it is asked for
	hides   bool // the element is not shown
	indents bool // it may be an item of a list of an office
	isCode  bool // it is a code block of Evernote
	isSpace bool // it may be the space that Word puts after a marker
}

// styles reads the style attributes of one document after another. The zero styles is ready.
type styles struct {
	last     dom.ID // the element that was asked for last, and what its attribute says
	lastSaid *styleSaid
	own      styleSaid // of an attribute that is not known again
	known    known.Values[styleSaid]
	reader   style.Reader
}

// read reads a style attribute: which of the properties it sets that say something, by how their names end.
func (s *styles) read(value string) styleSaid {
	said := styleSaid{isRead: true, isSpace: strings.HasPrefix(value, "font:7")}
	for at := 0; ; {
		colon := strings.IndexByte(value[at:], ':')
		if colon < 0 {
			return said
		}
		end := at + colon
		at = end + 1
		for end > 0 && isStyleSpace[value[end-1]] {
			end--
		}
		if end == 0 {
			continue
		}
		name := value[:end]
		switch name[end-1] | 0x20 {
		case 'y': // display, visibility
			said.hides = said.hides || mayHide(value[at:]) && hidesElement(value)
		case 'k':
			said.isCode = said.isCode || strings.HasSuffix(name, evernoteProperty) && isEvernoteCode(value)
		case 't':
			said.indents = said.indents || strings.HasSuffix(name, "mso-list") || strings.HasSuffix(name, "text-indent")
			fallthrough
		case 'e', 'n':
			said.isRead = said.isRead && !style.EndsAsSaying(name)
		}
	}
}

// ownStyle returns what the style attribute of an element says that carries meaning.
func (p *Page) ownStyle(id dom.ID) style.Style {
	said := p.styleSaid(id)
	if !said.isRead {
		said.style, said.isRead = p.styles.reader.Read(p.doc.Value(id, dom.AttrStyle)), true
	}
	return said.style
}

// room is how many bytes there is room for.
func (s *styles) room() int { return s.known.Room() + s.reader.Room() }

// styleSaid returns what the style attribute of an element says, which holds until another is asked for.
func (p *Page) styleSaid(id dom.ID) *styleSaid {
	s := &p.styles
	switch {
	case p.doc.Node(id).Traits&dom.HasStyle == 0:
		return &saysNothing
	case id == s.last:
		return s.lastSaid
	}
	raw, ok := p.doc.Raw(id, dom.AttrStyle)
	if !ok {
		// It has been decoded for somebody. What stands for nothing else in that would say the same in the source.
		if raw = p.doc.Value(id, dom.AttrStyle); strings.IndexByte(raw, '&') >= 0 {
			s.own = s.read(raw)
			s.last, s.lastSaid = id, &s.own
			return s.lastSaid
		}
	}
	said, isKnown := s.known.Of(raw)
	if !isKnown {
		*said = s.read(p.doc.Value(id, dom.AttrStyle))
	}
	s.last, s.lastSaid = id, said
	return said
}

// saysNothing is for elements without the attribute.
var saysNothing = styleSaid{isRead: true}

// hidesElement reports whether a style attribute says display: none or visibility: hidden.
func hidesElement(style string) bool {
	return strings.EqualFold(styleValue(style, "display"), "none") || strings.EqualFold(styleValue(style, "visibility"), "hidden")
}

// mayHide reports whether a value begins like none or hidden.
func mayHide(value string) bool {
	start := 0
	for start < len(value) && isStyleSpace[value[start]] {
		start++
	}
	return start < len(value) && (value[start]|0x20 == 'n' || value[start]|0x20 == 'h')
}

// isStyleSpace are the bytes of what strings.TrimSpace takes away.
var isStyleSpace = func() (table [256]bool) {
	for c := range table {
		table[c] = c >= utf8.RuneSelf || unicode.IsSpace(rune(c))
	}
	return table
}()

// styleValue returns the value of a property in a style attribute, and nothing if it is not set there.
func styleValue(style, property string) string {
	found := ""
	for style != "" {
		var declaration string
		declaration, style, _ = strings.Cut(style, ";")
		name, value, _ := strings.Cut(declaration, ":")
		if strings.EqualFold(strings.TrimSpace(name), property) {
			value, _, _ = strings.Cut(value, "!")
			found = strings.TrimSpace(value)
		}
	}
	return found
}
