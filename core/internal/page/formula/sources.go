package formula

import (
	"strings"

	"tidemark/core/internal/dom"
)

// ofMathML finds the TeX in <math>: an annotation, or alttext.
func (f *Finder) ofMathML(id dom.ID) Formula {
	found := Formula{Source: MathML, Element: id, Display: f.IsDisplayed(id)}
	if annotation := f.texAnnotation(id); annotation != 0 {
		found.Source, found.Element = Text, annotation
		return found
	}
	if alt := f.doc.Value(id, dom.AttrAlttext); looksLikeTeX(alt) || alt != "" && strings.Contains(f.doc.Value(id, dom.AttrClass), "ltx_Math") {
		found.Source, found.Value = Value, alt
	}
	return found
}

// IsDisplayed reports whether an element is a <math>, or what MathJax puts around it, that stands in a line of its own.
func (f *Finder) IsDisplayed(id dom.ID) bool {
	switch f.doc.Value(id, dom.AttrDisplay) {
	case "block":
		return f.doc.Node(id).Namespace == dom.MathML
	case "true":
		return f.doc.Name(id) == "mjx-container"
	}
	return false
}

// looksLikeTeX tells TeX from a text that describes a formula in words.
func looksLikeTeX(s string) bool { return strings.ContainsAny(s, `\^_{`) }

// texAnnotation is the element in <semantics> that holds TeX, or 0.
func (f *Finder) texAnnotation(math dom.ID) dom.ID {
	semantics := f.firstElement(math)
	if semantics == 0 || f.doc.Name(semantics) != "semantics" {
		return 0
	}
	for c := f.doc.Node(semantics).First; c != 0; c = f.doc.Node(c).Next {
		if !f.isElement(c) || f.doc.Name(c) != "annotation" {
			continue
		}
		switch encoding := f.doc.Value(c, dom.AttrEncoding); {
		case strings.EqualFold(encoding, "application/x-tex"), strings.EqualFold(encoding, "TeX"), strings.EqualFold(encoding, "LaTeX"):
			return c
		}
	}
	return 0
}

// heldBy finds the formula in what KaTeX, MathJax or MediaWiki made: the MathML for those who cannot see, or what is to
// be seen where there is none.
func (f *Finder) heldBy(id dom.ID) Formula {
	found := Formula{}
	for c := f.doc.Node(id).First; c != 0; c = f.doc.Node(c).Next {
		if !f.isElement(c) {
			continue
		}
		is := f.classesOf(c)
		if is&holderClass != 0 || f.doc.Name(c) == "mjx-assistive-mml" {
			if math := f.firstElement(c); math != 0 && f.doc.Node(math).Namespace == dom.MathML {
				return f.ofMathML(math)
			}
		}
		if is&shownClass != 0 {
			found = Formula{Source: Shown, Element: c}
		}
	}
	return found
}

// drawnIn finds what MathJax 4 notes on what it draws, the TeX or how it is spoken, and otherwise what is drawn in elements.
func (f *Finder) drawnIn(container dom.ID) Formula {
	drawing := f.firstElement(container)
	if drawing != 0 && f.doc.Node(drawing).Namespace == dom.SVG {
		for c := f.doc.Node(drawing).First; c != 0; c = f.doc.Node(c).Next {
			if f.isElement(c) && f.doc.Name(c) == "g" { // It holds nothing else.
				drawing = f.firstElement(c)
			}
		}
	}
	if drawing != 0 {
		if tex := f.doc.Value(drawing, dom.AttrDataLatex); tex != "" {
			return Formula{Source: Value, Value: tex}
		}
		if f.doc.Name(drawing) == "mjx-math" && f.doc.Node(drawing).First != 0 {
			return Formula{Source: MathML, Element: drawing}
		}
	}
	if label := f.doc.Value(container, dom.AttrAriaLabel); label != "" {
		return Formula{Source: Spoken, Value: label}
	}
	return Formula{}
}

// ofScript is for <script type="math/tex">, the source of a formula of MathJax 2.
func (f *Finder) ofScript(id dom.ID) Formula {
	kind, mode, _ := strings.Cut(f.doc.Value(id, dom.AttrType), ";")
	if kind != "math/tex" {
		return Formula{}
	}
	return Formula{Source: Text, Element: id, Display: strings.TrimSpace(mode) == "mode=display"}
}

// FramesBefore is how many elements that show a formula come before its Source: a preview, and what MathJax made of it.
const FramesBefore = 2

// scriptFollows reports whether an element is followed by the source of the formula that it shows.
func (f *Finder) scriptFollows(id dom.ID) bool {
	for range FramesBefore {
		id = f.doc.Node(id).Next
		if id != 0 && f.doc.IsBlank(id) {
			id = f.doc.Node(id).Next
		}
		switch {
		case !f.isElement(id):
			return false
		case f.doc.Is(id, dom.TagScript):
			return f.ofScript(id).Source != None
		case f.classesOf(id)&mathJaxClass == 0:
			return false
		}
	}
	return false
}

func (f *Finder) isElement(id dom.ID) bool {
	return id != 0 && f.doc.Node(id).Kind == dom.KindElement
}

// firstElement is the first element in an element, or 0.
func (f *Finder) firstElement(id dom.ID) dom.ID {
	id = f.doc.Node(id).First
	for id != 0 && f.doc.Node(id).Kind != dom.KindElement {
		id = f.doc.Node(id).Next
	}
	return id
}
