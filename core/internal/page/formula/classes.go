package formula

import (
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/page/class"
)

const (
	katexClass   class.Set = 1 << iota // what KaTeX made
	mathJaxClass                       // what MathJax 2 made
	wikiClass                          // what MediaWiki made
	holderClass                        // what these put around the MathML of a formula
	shownClass                         // and around what is to be seen
	pictureClass                       // an image with TeX for its alternative text
	mathClass                          // what pandoc and its like made
	inlineClass
	displayClass
	markedClass  // formulas are to be found in the text
	dollarClass  // and between single dollars, too
	ignoredClass // none are

	// FreeClass is the first bit that says nothing of formulas.
	FreeClass

	allClasses = FreeClass - 1
)

// Classes are the classes that say something of formulas.
var Classes = map[string]class.Set{
	"katex":                           katexClass,
	"MathJax":                         mathJaxClass,
	"MathJax_Preview":                 mathJaxClass,
	"MathJax_SVG":                     mathJaxClass,
	"MathJax_CHTML":                   mathJaxClass,
	"MathJax_PHTML":                   mathJaxClass,
	"mjx-chtml":                       mathJaxClass,
	"MathJax_Display":                 mathJaxClass | displayClass,
	"MathJax_SVG_Display":             mathJaxClass | displayClass,
	"MathJax_PHTML_Display":           mathJaxClass | displayClass,
	"MJXc-display":                    mathJaxClass | displayClass,
	"mwe-math-element":                wikiClass,
	"katex-mathml":                    holderClass,
	"MJX_Assistive_MathML":            holderClass,
	"mwe-math-mathml-inline":          holderClass,
	"mwe-math-mathml-display":         holderClass,
	"mwe-math-mathml-a11y":            holderClass,
	"katex-html":                      shownClass,
	"mwe-math-fallback-image-inline":  pictureClass,
	"tex":                             pictureClass,
	"latex":                           pictureClass,
	"mwe-math-fallback-image-display": pictureClass | displayClass,
	"math":                            mathClass,
	"math-inline":                     mathClass | inlineClass, // remark-math
	"language-math":                   mathClass | inlineClass, // remark-math, GitLab
	"math-display":                    mathClass | displayClass,
	"math-block":                      mathClass | displayClass, // Gemini
	"inline":                          inlineClass,
	"display":                         displayClass,
	"katex-display":                   displayClass,
	"texrender":                       pictureClass, // Moodle: filter/tex/text_filter.php
	"quicklatex-auto-format":          pictureClass, // QuickLaTeX for WordPress
	"ql-img-displayed-equation":       pictureClass | displayClass,
	"ztext-math":                      mathClass,   // Zhihu
	"arithmatex":                      markedClass, // PyMdown
	"math-tex":                        markedClass, // CKEditor
	"tex2jax_process":                 markedClass,
	"mathjax_process":                 markedClass,
	"math-container":                  dollarClass, // Stack Exchange
	"tex2jax_ignore":                  ignoredClass,
	"mathjax_ignore":                  ignoredClass,
}

// classesOf returns what the classes of an element say.
func (f *Finder) classesOf(id dom.ID) class.Set { return f.classes.Of(id) & allClasses }

// ofClass is for what is known by its class.
func (f *Finder) ofClass(id dom.ID) Formula {
	is := f.classesOf(id)
	switch {
	case is == 0:
	case is&mathJaxClass != 0 && f.scriptFollows(id):
		return Formula{Source: Copy}
	case is&(katexClass|mathJaxClass|wikiClass) != 0:
		found := f.heldBy(id)
		if found.Source == None {
			found = f.labelled(id)
		}
		around := f.classesOf(f.doc.Node(id).Parent)
		found.Display = found.Display || around&displayClass != 0
		found.wiki = is&wikiClass != 0
		return found
	case is&mathClass != 0 && f.doc.Has(id, dom.AttrDataMath):
		return Formula{Source: Value, Value: f.doc.Value(id, dom.AttrDataMath), Display: is&displayClass != 0}
	case is&mathClass != 0 && f.holdsTeX(id):
		tex, _ := f.doc.Named(id, "data-tex")
		return Formula{Source: Value, Value: tex}
	case is&mathClass != 0 && is&(inlineClass|displayClass) != 0 && f.isBareTeX(id):
		return Formula{Source: Text, Element: id, Display: is&displayClass != 0}
	case is&ignoredClass != 0:
		return Formula{Source: Between, Delimiters: NoDelimiters}
	case is&dollarClass != 0:
		return Formula{Source: Between, Delimiters: DollarDelimiters}
	case is&(mathClass|markedClass) != 0:
		return Formula{Source: Between, Delimiters: max(f.Delimiters, TeXDelimiters)}
	}
	return Formula{}
}

// labelled finds the TeX, or the words, that are the label of what mathjax-node drew in elements, as in ForumMagnum.
func (f *Finder) labelled(id dom.ID) Formula {
	math := f.firstElement(id)
	if math == 0 {
		return Formula{}
	}
	if label := f.doc.Value(math, dom.AttrAriaLabel); label != "" && strings.HasPrefix(f.doc.Value(math, dom.AttrClass), "mjx-math") {
		if !looksLikeTeX(label) && strings.Contains(label, " ") {
			return Formula{Source: Spoken, Value: label}
		}
		return Formula{Source: Value, Value: label}
	}
	return Formula{}
}

// holdsTeX reports whether an element has its TeX in an attribute, as Zhihu writes it beside what it draws.
func (f *Finder) holdsTeX(id dom.ID) bool {
	if f.doc.Node(id).Traits&dom.HasOther == 0 {
		return false
	}
	tex, _ := f.doc.Named(id, "data-tex")
	return tex != ""
}

// isBareTeX reports whether an element of pandoc holds TeX for KaTeX, without delimiters.
func (f *Finder) isBareTeX(id dom.ID) bool {
	for c := f.doc.Node(id).First; c != 0; c = f.doc.Node(c).Next {
		if !f.isText(c) {
			return false
		}
		if text := f.doc.Text(c); strings.Contains(text, `\(`) || strings.Contains(text, `\[`) || strings.Contains(text, "$") {
			return false
		}
	}
	return true
}

// ofCode finds the formulas that are code: of remark-math, GitLab and docutils.
func (f *Finder) ofCode(code dom.ID) Formula {
	is := f.classesOf(code)
	if is&mathClass == 0 || !f.holdsText(code) {
		return Formula{}
	}
	return Formula{Source: Text, Element: code, Display: is&displayClass != 0}
}

// ofPre finds the displayed formulas of remark-math.
func (f *Finder) ofPre(pre dom.ID) Formula {
	if f.classesOf(pre)&mathClass != 0 {
		if style, _ := f.doc.Named(pre, "data-math-style"); style == "display" { // GitLab: lib/banzai/filter/math_filter.rb
			return Formula{Source: Text, Element: pre, Display: true}
		}
	}
	if code := f.doc.Node(pre).First; f.doc.Is(code, dom.TagCode) && f.doc.Node(code).Next == 0 {
		if found := f.ofCode(code); found.Display {
			return found
		}
	}
	return Formula{}
}

// holdsText reports whether there is nothing but text in an element.
func (f *Finder) holdsText(id dom.ID) bool {
	for c := f.doc.Node(id).First; c != 0; c = f.doc.Node(c).Next {
		if !f.isText(c) {
			return false
		}
	}
	return true
}

// HasClass reports whether an element has a class that says something of formulas.
func (f *Finder) HasClass(id dom.ID) bool {
	return f.classesOf(id) != 0
}

// IsOfMathJax reports whether MathJax 2 made an element, which is what it is by what follows it.
func (f *Finder) IsOfMathJax(id dom.ID) bool {
	return f.classesOf(id)&mathJaxClass != 0
}
