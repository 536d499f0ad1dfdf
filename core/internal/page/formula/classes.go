package formula

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// classSet is what classes say about an element.
type classSet uint16

const (
	katexClass   classSet = 1 << iota // what KaTeX made
	mathJaxClass                      // what MathJax 2 made
	wikiClass                         // what MediaWiki made
	holderClass                       // what these put around the MathML of a formula
	shownClass                        // and around what is to be seen
	pictureClass                      // an image with TeX for its alternative text
	mathClass                         // what pandoc and its like made
	inlineClass
	displayClass
	markedClass  // formulas are to be found in the text
	dollarClass  // and between single dollars, too
	ignoredClass // none are
)

// longestClasses is how much of a class attribute is looked at: that of a parent is, for each of its children.
const longestClasses = 256

// beginsMathClass are the bytes that the classes of interest begin with.
var beginsMathClass = ascii.SetOf("kMmtlida")

// classes returns what the class attribute says.
func classes(attribute string) (set classSet) {
	attribute = attribute[:min(len(attribute), longestClasses)]
	for at := 0; at < len(attribute); {
		start := at
		for at < len(attribute) && !ascii.IsSpace(attribute[at]) {
			at++
		}
		class := attribute[start:at]
		at++
		if class == "" || !beginsMathClass.Has(class[0]) {
			continue
		}
		switch class {
		case "katex":
			set |= katexClass
		case "MathJax", "MathJax_Preview", "MathJax_SVG", "MathJax_CHTML", "MathJax_PHTML", "mjx-chtml":
			set |= mathJaxClass
		case "MathJax_Display", "MathJax_SVG_Display", "MathJax_PHTML_Display", "MJXc-display":
			set |= mathJaxClass | displayClass
		case "mwe-math-element":
			set |= wikiClass
		case "katex-mathml", "MJX_Assistive_MathML", "mwe-math-mathml-inline", "mwe-math-mathml-display", "mwe-math-mathml-a11y":
			set |= holderClass
		case "katex-html":
			set |= shownClass
		case "mwe-math-fallback-image-inline", "tex", "latex":
			set |= pictureClass
		case "mwe-math-fallback-image-display":
			set |= pictureClass | displayClass
		case "math":
			set |= mathClass
		case "math-inline", "language-math": // remark-math, Gemini
			set |= mathClass | inlineClass
		case "math-display", "math-block":
			set |= mathClass | displayClass
		case "inline":
			set |= inlineClass
		case "display", "katex-display":
			set |= displayClass
		case "arithmatex", "math-tex", "tex2jax_process", "mathjax_process": // math-tex is of CKEditor
			set |= markedClass
		case "math-container":
			set |= dollarClass
		case "tex2jax_ignore", "mathjax_ignore":
			set |= ignoredClass
		}
	}
	return set
}

// inMathClass are the bytes of which each class of interest has one, but those that say something beside another alone. In a
// value that is not plain there is something to decode.
var inMathClass = ascii.SetOf("xXh&\r\x00")

// classesOf returns what the classes of an element say. Those of most elements have nothing of interest.
func (f *Finder) classesOf(id dom.ID) classSet {
	if _, isPlain := f.doc.Plain(id, dom.AttrClass, &inMathClass); isPlain {
		return 0
	}
	if attribute := f.doc.Value(id, dom.AttrClass); mayHoldMath(attribute) {
		return classes(attribute)
	}
	return 0
}

// mayHoldMath reports whether a class attribute has ath, MJX, mjx or a word that ends in tex, as each class of interest has.
func mayHoldMath(attribute string) bool {
	const window = 10 // bytes contain eight windows of three
	last := len(attribute) - window
	if last < 0 {
		for i := 2; i < len(attribute); i++ {
			before, isLast := attribute[i-1]|0x20, i+1 == len(attribute) || !ascii.IsLetter(attribute[i+1])
			if attribute[i-2:i+1] == "ath" || attribute[i]|0x20 == 'x' && (before == 'j' || before == 'e' && isLast) {
				return true
			}
		}
		return false
	}
	for i := 0; i < last; i += 8 {
		if threeMayBeMath(attribute[i : i+window]) {
			return true
		}
	}
	return threeMayBeMath(attribute[last:]) || attribute[len(attribute)-1]|0x20 == 'x' && attribute[len(attribute)-2]|0x20 == 'e'
}

// threeMayBeMath is mayHoldMath for what ten bytes have within three of them.
func threeMayBeMath(s string) bool {
	one, two, three := ascii.WordOf(s), ascii.WordOf(s[1:]), ascii.WordOf(s[2:])
	ath := one ^ 'a'*ascii.Ones | two ^ 't'*ascii.Ones | three ^ 'h'*ascii.Ones
	x := (two | 0x20*ascii.Ones) ^ 'x'*ascii.Ones
	jx := (one | 0x20*ascii.Ones) ^ 'j'*ascii.Ones | x
	ex := (one | 0x20*ascii.Ones) ^ 'e'*ascii.Ones | x
	small := (three | 0x20*ascii.Ones) & ascii.Lows
	letters := (small + (0x80-'a')*ascii.Ones) &^ (small + (0x80-'z'-1)*ascii.Ones) &^ three
	return zeroBytes(ath)|zeroBytes(jx)|zeroBytes(ex)&^letters != 0
}

// zeroBytes sets the high bit of each byte of a word that is zero.
func zeroBytes(word uint64) uint64 { return ^(word&ascii.Lows + ascii.Lows | word) & ascii.Highs }

// ofClass is for what is known by its class.
func (f *Finder) ofClass(id dom.ID) Formula {
	is := f.classesOf(id)
	switch {
	case is == 0:
	case is&mathJaxClass != 0 && f.scriptFollows(id):
		return Formula{Source: Copy}
	case is&(katexClass|mathJaxClass|wikiClass) != 0:
		found := f.heldBy(id)
		around := f.classesOf(f.doc.Node(id).Parent)
		found.Display = found.Display || around&displayClass != 0
		found.wiki = is&wikiClass != 0
		return found
	case is&mathClass != 0 && f.doc.Has(id, dom.AttrDataMath):
		return Formula{Source: Value, Value: f.doc.Value(id, dom.AttrDataMath), Display: is&displayClass != 0}
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
	return f.doc.Node(id).Traits&dom.HasClass != 0 && classes(f.doc.Value(id, dom.AttrClass)) != 0
}

// IsOfMathJax reports whether MathJax 2 made an element, which is what it is by what follows it.
func (f *Finder) IsOfMathJax(id dom.ID) bool {
	return f.doc.Node(id).Traits&dom.HasClass != 0 && classes(f.doc.Value(id, dom.AttrClass))&mathJaxClass != 0
}
