package formula

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page/class"
	"tidemark/core/internal/page/formula/mathml"
	"tidemark/core/internal/watch"
)

// Source is where the TeX of a formula is to be had.
type Source uint8

const (
	None    Source = iota
	Text           // it is the text of an element
	Value          // it is the value of an attribute
	MathML         // an element of MathML says the same
	Copy           // it follows what shows the formula
	Shown          // there is none: an element has what is to be seen
	Spoken         // there is none: an attribute has what is to be heard
	Between        // it is between delimiters in the text of an element
)

// Formula is what an element says about a formula.
type Formula struct {
	Source     Source
	Element    dom.ID
	Value      string
	Delimiters Delimiters
	Display    bool // it stands in a line of its own
	wiki       bool // MediaWiki has put it in {\displaystyle …}
}

// HasTeX reports whether the TeX of a formula is known.
func (f *Formula) HasTeX() bool { return f.Source == Text || f.Source == Value || f.Source == MathML }

// Finder finds the formulas of one document after another, and keeps its memory from one to the next. The zero Finder is ready.
type Finder struct {
	Delimiters Delimiters // of formulas in the text, where the document is being read
	Marks      dom.Traits // with any of which an element may say whether there are formulas in its text

	watch        *watch.Watch
	doc          *dom.Document
	classes      *class.Reader
	keepCommands bool   // those of TeX that lead elsewhere
	tex          []byte // of the last formula
	mathML       mathml.Translator
}

// Begin begins a document, of which a reader reads the classes.
func (f *Finder) Begin(w *watch.Watch, doc *dom.Document, classes *class.Reader, keepCommands bool) {
	f.watch, f.doc, f.classes, f.keepCommands = w, doc, classes, keepCommands
}

// Forget forgets what scripts have said.
func (f *Finder) Forget() { f.Delimiters, f.Marks = NoDelimiters, 0 }

// Release lets go of the document.
func (f *Finder) Release() { f.doc = nil }

// Room is how many bytes there is room for in what the finder has.
func (f *Finder) Room() int { return cap(f.tex) + f.mathML.Room() }

// MayBeFormula reports whether an element may be a formula, by its name and its classes.
func (f *Finder) MayBeFormula(id dom.ID) bool {
	switch f.doc.Node(id).Tag {
	case dom.Unknown, dom.TagScript, dom.TagImg, dom.TagPre:
		return true
	}
	return f.classesOf(id) != 0
}

// Find finds out whether an element is a formula, and where its TeX is.
func (f *Finder) Find(id dom.ID) Formula {
	switch n := f.doc.Node(id); {
	case n.Kind != dom.KindElement:
	case n.Namespace == dom.MathML:
		return f.ofMathML(id)
	case n.Tag == dom.TagScript:
		return f.ofScript(id)
	case n.Tag == dom.Unknown && n.Namespace == dom.HTML:
		return f.ofCustomElement(id)
	case n.Tag == dom.TagImg:
		return f.ofPicture(id)
	case n.Tag == dom.TagPre:
		return f.ofPre(id)
	case (n.Tag == dom.TagCode || n.Tag == dom.TagTt) && n.Traits&dom.HasKnownClass != 0:
		return f.ofCode(id)
	case n.Traits&dom.HasKnownClass != 0 && (n.Tag == dom.TagSpan || n.Tag == dom.TagDiv || n.Tag == dom.TagP || f.Marks != 0):
		return f.ofClass(id)
	}
	return Formula{}
}

// ofCustomElement finds the formulas that are elements of MathJax 3 and later, of GitHub and of Distill.
func (f *Finder) ofCustomElement(id dom.ID) Formula {
	switch f.doc.Name(id) {
	case "mjx-container":
		found := f.heldBy(id)
		if found.Source == None {
			found = f.drawnIn(id)
		}
		found.Display = found.Display || f.IsDisplayed(id)
		return found
	case "d-math":
		_, isBlock := f.doc.Named(id, "block")
		return Formula{Source: Text, Element: id, Display: isBlock}
	case "math-renderer":
		return Formula{Source: Between, Delimiters: DollarDelimiters}
	}
	return Formula{}
}

// IsCustomElement reports whether an element is such a one.
func (f *Finder) IsCustomElement(id dom.ID) bool {
	name := f.doc.Name(id)
	return name == "mjx-container" || name == "math-renderer" || name == "d-math"
}

// TeX returns the TeX of a formula, which holds until the next is asked for, with its line ends or without. It is not whole if it is longer
// than limit.
func (f *Finder) TeX(of Formula, lines bool, limit int) (tex []byte, isWhole bool) {
	tex, isWhole = f.tex[:0], true
	switch of.Source {
	case Text:
		tex = f.doc.AppendTextContent(tex, of.Element)
	case Value:
		tex = append(tex, of.Value...)
	case MathML:
		switch tex = f.mathML.AppendTeX(f.watch, tex, f.doc, of.Element, limit); {
		case len(tex) > limit:
			isWhole = false
		case len(tex) == 0:
			tex = f.doc.AppendTextContent(tex, of.Element)
		}
	}
	f.tex = tex
	return cutDisplayStyle(cutDelimiters(f.clean(tex, lines)), of.Display, of.wiki), isWhole
}

// MarkedTeX returns the TeX of a formula in text, which holds until the next is asked for.
func (f *Finder) MarkedTeX(m Marked, lines bool) []byte {
	f.tex = append(f.tex[:0], m.TeX...)
	return f.clean(f.tex, lines)
}

func (f *Finder) isText(id dom.ID) bool { return id != 0 && f.doc.Node(id).Kind == dom.KindText }
