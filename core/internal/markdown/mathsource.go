package markdown

import (
	"strings"

	"tidemark/core/internal/dom"
)

// mathElement finds the TeX in <math>: an annotation, or alttext.
func (r *Renderer) mathElement(id dom.ID) formula {
	f := formula{source: mathMLTree, element: id, display: r.isDisplayed(id)}
	if annotation := r.texAnnotation(id); annotation != 0 {
		f.source, f.element = texText, annotation
		return f
	}
	if alt := r.doc.Value(id, dom.AttrAlttext); looksLikeTeX(alt) || alt != "" && strings.Contains(r.doc.Value(id, dom.AttrClass), "ltx_Math") {
		f.source, f.value = texValue, alt
	}
	return f
}

// isDisplayed tells of a <math>, or what MathJax puts around it, that stands in a line of its own.
func (r *Renderer) isDisplayed(id dom.ID) bool {
	switch r.doc.Value(id, dom.AttrDisplay) {
	case "block":
		return r.doc.Node(id).Namespace == dom.MathML
	case "true":
		return r.doc.Name(id) == "mjx-container"
	}
	return false
}

// looksLikeTeX tells TeX from a text that describes a formula in words.
func looksLikeTeX(s string) bool { return strings.ContainsAny(s, `\^_{`) }

// texAnnotation is the element in <semantics> that holds TeX, or 0.
func (r *Renderer) texAnnotation(math dom.ID) dom.ID {
	semantics := r.firstElement(math)
	if semantics == 0 || r.doc.Name(semantics) != "semantics" {
		return 0
	}
	for c := r.doc.Node(semantics).First; c != 0; c = r.doc.Node(c).Next {
		if !r.isElement(c) || r.doc.Name(c) != "annotation" {
			continue
		}
		switch encoding := r.doc.Value(c, dom.AttrEncoding); {
		case strings.EqualFold(encoding, "application/x-tex"), strings.EqualFold(encoding, "TeX"), strings.EqualFold(encoding, "LaTeX"):
			return c
		}
	}
	return 0
}

// formulaHeldBy finds the formula in what KaTeX, MathJax or MediaWiki made: the MathML for those who cannot see, or what is to
// be seen where there is none.
func (r *Renderer) formulaHeldBy(id dom.ID) formula {
	f := formula{}
	for c := r.doc.Node(id).First; c != 0; c = r.doc.Node(c).Next {
		if !r.isElement(c) {
			continue
		}
		is := mathClasses(r.doc.Value(c, dom.AttrClass))
		if is&holderClass != 0 || r.doc.Name(c) == "mjx-assistive-mml" {
			if math := r.firstElement(c); math != 0 && r.doc.Node(math).Namespace == dom.MathML {
				return r.mathElement(math)
			}
		}
		if is&shownClass != 0 {
			f = formula{source: shownText, element: c}
		}
	}
	return f
}

// drawnFormula finds what MathJax 4 notes on what it draws: the TeX, or how it is spoken.
func (r *Renderer) drawnFormula(container dom.ID) formula {
	drawing := r.firstElement(container)
	if drawing != 0 && r.doc.Node(drawing).Namespace == dom.SVG {
		for c := r.doc.Node(drawing).First; c != 0; c = r.doc.Node(c).Next {
			if r.isElement(c) && r.doc.Name(c) == "g" { // It holds nothing else.
				drawing = r.firstElement(c)
			}
		}
	}
	if drawing != 0 {
		if tex := r.doc.Value(drawing, dom.AttrDataLatex); tex != "" {
			return formula{source: texValue, value: tex}
		}
	}
	if label := r.doc.Value(container, dom.AttrAriaLabel); label != "" {
		return formula{source: spokenText, value: label}
	}
	return formula{}
}

// mathScript is for <script type="math/tex">, the source of a formula of MathJax 2.
func (r *Renderer) mathScript(id dom.ID) formula {
	kind, mode, _ := strings.Cut(r.doc.Value(id, dom.AttrType), ";")
	if kind != "math/tex" {
		return formula{}
	}
	return formula{source: texText, element: id, display: strings.TrimSpace(mode) == "mode=display"}
}

// formulasOfHead renders the formulas that a page begins with: a script that comes first is in the head.
func (r *Renderer) formulasOfHead(head dom.ID) {
	for c := r.doc.Node(head).First; c != 0; c = r.doc.Node(c).Next {
		if r.doc.Is(c, dom.TagScript) {
			if f := r.mathScript(c); f.source != noFormula {
				r.showFormula(f)
			}
		}
	}
}

// framesBefore is how many elements that show a formula come before its source: a preview, and what MathJax made of it.
const framesBefore = 2

// scriptFollows tells whether an element is followed by the source of the formula that it shows.
func (r *Renderer) scriptFollows(id dom.ID) bool {
	for range framesBefore {
		id = r.doc.Node(id).Next
		if id != 0 && r.doc.IsBlank(id) {
			id = r.doc.Node(id).Next
		}
		switch {
		case !r.isElement(id):
			return false
		case r.doc.Is(id, dom.TagScript):
			return r.mathScript(id).source != noFormula
		case mathClasses(r.doc.Value(id, dom.AttrClass))&mathJaxClass == 0:
			return false
		}
	}
	return false
}

func (r *Renderer) isElement(id dom.ID) bool {
	return id != 0 && r.doc.Node(id).Kind == dom.KindElement
}

// firstElement is the first element in an element, or 0.
func (r *Renderer) firstElement(id dom.ID) dom.ID {
	id = r.doc.Node(id).First
	for id != 0 && r.doc.Node(id).Kind != dom.KindElement {
		id = r.doc.Node(id).Next
	}
	return id
}
