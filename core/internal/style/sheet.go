package style

import (
	"bytes"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/watch"
)

const (
	// smallSheets is how long all sheets together may be, in bytes, that are read whoever wrote them.
	smallSheets = 2 << 10
	// largestSheet is how much is read of one that a converter wrote.
	largestSheet = 256 << 10
	// mostRules is how many rules are kept that say something.
	mostRules = 4 << 10
	// mostAlike is how many of them may ask for the same class, ID or name.
	mostAlike = 16
)

// Sheets are the style sheets of a document. The zero value is ready.
type Sheets struct {
	rules  []rule
	first  map[key]int32 // the first rule by the class, ID or name that it asks for, as selector.key has it
	length int           // of all style elements together
	marked bool          // there is one of a converter
	said   int32         // how often the sheets have said something
	text   []byte
	found  [mostSelectors]selector
}

// Reset forgets all sheets.
func (s *Sheets) Reset() {
	s.length, s.said, s.marked = 0, 0, false
	if len(s.rules) > 0 {
		clear(s.rules)
		s.rules = s.rules[:0]
		clear(s.first)
	}
}

// IsEmpty reports whether the sheets say nothing.
func (s *Sheets) IsEmpty() bool { return len(s.rules) == 0 }

// AreConverters reports whether a converter wrote one of the sheets.
func (s *Sheets) AreConverters() bool { return s.marked }

// Room is about how many bytes there is room for.
func (s *Sheets) Room() int {
	const ofRule, ofEntry = 224, 64
	return cap(s.text) + cap(s.rules)*ofRule + len(s.first)*ofEntry
}

// marks are what the sheets of converters have near their beginning. The sheets of other pages say how a site looks, are long, and are
// not read.
var marks = [...]string{
	"ol{margin:0;padding:0}",       // Google Docs, export as a web page
	"lst-kix_",                     // Google Docs, where there are lists
	"themes.googleusercontent.com", // Google Docs, where there are fonts
	"Font Definitions",             // Word, saved as a web page, and Outlook
	"mso-",                         // Word and Excel
	"@page",                        // LibreOffice Writer, sw/source/filter/html/css1atr.cxx
	"p.p1", "span.s1",              // Cocoa: TextEdit, Notes, Mail
	".calibre",     // calibre, conversions to EPUB
	"P1 {", "T1 {", // writer2xhtml
}

// markedUpTo is how far into a sheet a mark may stand.
const markedUpTo = 512

// Count notes how long a style element is, before any is read.
func (s *Sheets) Count(doc *dom.Document, id dom.ID) {
	for c := doc.Node(id).First; c != 0; c = doc.Node(c).Next {
		s.length += len(doc.Text(c))
	}
}

// Read reads a style element, when all have been counted.
func (s *Sheets) Read(w *watch.Watch, doc *dom.Document, id dom.ID) {
	first := doc.Node(id).First
	if first == 0 {
		return
	}
	marked := isMarked(doc.Text(first))
	if s.marked = s.marked || marked; !marked && s.length > smallSheets {
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
	head := text[:min(len(text), markedUpTo)]
	for _, mark := range marks {
		if strings.Contains(head, mark) {
			return true
		}
	}
	return false
}

// says are words of which a sheet has one that says anything.
var says = [...][]byte{[]byte("font-weight"), []byte("font-style"), []byte("line-through"), []byte("white-space"), []byte("font:")}

// sheetMaySay reports whether a sheet may say something.
func sheetMaySay(text []byte) bool {
	for _, word := range says {
		if bytes.Contains(text, word) {
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
