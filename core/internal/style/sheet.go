package style

import (
	"bytes"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/watch"
)

const (
	// smallSheet is how long a sheet may be, in bytes, that is read whoever wrote it.
	smallSheet = 4 << 10
	// largestSheet is how much is read of one that a converter wrote.
	largestSheet = 256 << 10
	// mostRules is how many rules are kept that say something.
	mostRules = 4 << 10
	// mostAlike is how many of them may ask for the same class, ID or name.
	mostAlike = 16
)

// Sheets are the style sheets of a document. The zero value is ready.
type Sheets struct {
	rules []rule
	first map[key]int32 // the first rule by the class, ID or name that it asks for, as selector.key has it
	said  int32         // how often the sheets have said something
	text  []byte
	found [mostSelectors]selector
}

// Reset forgets all sheets.
func (s *Sheets) Reset() {
	if len(s.rules) > 0 {
		clear(s.rules)
		s.rules = s.rules[:0]
		clear(s.first)
	}
}

// IsEmpty reports whether the sheets say nothing.
func (s *Sheets) IsEmpty() bool { return len(s.rules) == 0 }

// Room is about how many bytes there is room for.
func (s *Sheets) Room() int {
	const ofRule, ofEntry = 160, 64
	return cap(s.text) + cap(s.rules)*ofRule + len(s.first)*ofEntry
}

// marks are what the sheets of converters have near their beginning. The sheets of other pages say how a site looks, are long, and are
// not read.
var marks = [...][]byte{
	[]byte("ol{margin:0;padding:0}"),       // Google Docs, export as a web page
	[]byte("lst-kix_"),                     // Google Docs, where there are lists
	[]byte("themes.googleusercontent.com"), // Google Docs, where there are fonts
	[]byte("Font Definitions"),             // Word, saved as a web page, and Outlook
	[]byte("mso-"),                         // Word and Excel
	[]byte("@page"),                        // LibreOffice Writer, sw/source/filter/html/css1atr.cxx
	[]byte("p.p1"), []byte("span.s1"),      // Cocoa: TextEdit, Notes, Mail
	[]byte(".calibre"),             // calibre, conversions to EPUB
	[]byte("P1 {"), []byte("T1 {"), // writer2xhtml
}

// markedUpTo is how far into a sheet a mark may stand.
const markedUpTo = 1 << 10

// Read reads a style element.
func (s *Sheets) Read(w *watch.Watch, doc *dom.Document, id dom.ID) {
	length := 0
	for c := doc.Node(id).First; c != 0; c = doc.Node(c).Next {
		length += len(doc.Text(c))
	}
	if first := doc.Node(id).First; first == 0 || length > smallSheet && !isMarked(doc.Text(first)) {
		return
	}
	text := s.text[:0]
	for c := doc.Node(id).First; c != 0 && len(text) < largestSheet; c = doc.Node(c).Next {
		part := doc.Text(c)
		text = append(text, part[:min(len(part), largestSheet-len(text))]...)
	}
	s.text = text
	if sheetMaySay(text) {
		s.read(w, css.NewLexer(parse.NewInputBytes(text[:len(text):len(text)])))
	}
}

func isMarked(text string) bool {
	head := []byte(text[:min(len(text), markedUpTo)])
	for _, mark := range marks {
		if bytes.Contains(head, mark) {
			return true
		}
	}
	return false
}

// read reads the rules of a sheet. What is in rules that begin with an @ does not count.
// https://drafts.csswg.org/css-syntax/#consume-stylesheet-contents
func (s *Sheets) read(w *watch.Watch, l *css.Lexer) {
	for rules := 0; ; rules++ {
		if rules%watch.EverySteps == 0 {
			w.Look()
		}
		selectors, more := s.readSelectors(l)
		if !more {
			return
		}
		if said := declarations(l); !said.IsZero() {
			for i := range selectors {
				s.addRule(&selectors[i], &said)
			}
		}
	}
}

// addRule adds a rule, or adds what it says to one with the same selector.
func (s *Sheets) addRule(sel *selector, said *Style) {
	k := sel.key()
	if s.first == nil {
		s.first = map[key]int32{}
	}
	s.said++
	at, ok := s.first[k]
	if !ok {
		if s.push(sel, said) {
			s.first[k] = int32(len(s.rules) - 1)
		}
		return
	}
	for alike := 1; ; alike++ {
		r := &s.rules[at]
		switch {
		case r.selector == *sel:
			r.add(said, s.said)
			return
		case r.next >= 0:
			at = r.next
		default:
			if alike < mostAlike && s.push(sel, said) {
				s.rules[at].next = int32(len(s.rules) - 1)
			}
			return
		}
	}
}

// push adds a rule, unless there are too many.
func (s *Sheets) push(sel *selector, said *Style) bool {
	if len(s.rules) == mostRules {
		return false
	}
	r := rule{selector: *sel, next: -1}
	r.add(said, s.said)
	s.rules = append(s.rules, r)
	return true
}

// add adds what is said after what the rule says.
func (r *rule) add(said *Style, order int32) {
	for p, v := range said {
		if v != Unset && v&important >= r.style[p]&important {
			r.style[p], r.order[p] = v, order
		}
	}
}
