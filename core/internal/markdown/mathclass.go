package markdown

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// mathClassSet is what classes say about an element.
type mathClassSet uint16

const (
	katexClass   mathClassSet = 1 << iota // what KaTeX made
	mathJaxClass                          // what MathJax 2 made
	wikiClass                             // what MediaWiki made
	holderClass                           // what these put around the MathML of a formula
	shownClass                            // and around what is to be seen
	pictureClass                          // an image with TeX for its alternative text
	mathClass                             // what pandoc and its like made
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

// mathClasses gives what the class attribute says.
func mathClasses(attribute string) (set mathClassSet) {
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
		case "inline":
			set |= inlineClass
		case "display", "katex-display":
			set |= displayClass
		case "arithmatex", "tex2jax_process", "mathjax_process":
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

// mathClassesOf gives what the classes of an element say. Those of most elements have nothing of interest.
func (r *Renderer) mathClassesOf(id dom.ID) mathClassSet {
	if _, isPlain := r.doc.Plain(id, dom.AttrClass, &inMathClass); isPlain {
		return 0
	}
	if attribute := r.doc.Value(id, dom.AttrClass); mayHoldMath(attribute) {
		return mathClasses(attribute)
	}
	return 0
}

// mayHoldMath tells whether a class attribute has ath, MJX, mjx or a word that ends in tex, as each class of interest has.
func mayHoldMath(attribute string) bool {
	const three = 10 // so many bytes have eight threes
	last := len(attribute) - three
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
		if threeMayBeMath(attribute[i : i+three]) {
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
	return nones(ath)|nones(jx)|nones(ex)&^letters != 0
}

// nones sets the high bit of each byte of a word that is zero.
func nones(word uint64) uint64 { return ^(word&ascii.Lows + ascii.Lows | word) & ascii.Highs }

// formulaPicture is for images of formulas.
func (r *Renderer) formulaPicture(id dom.ID) formula {
	is := r.mathClassesOf(id)
	if alt := r.doc.Value(id, dom.AttrAlt); is&pictureClass != 0 && alt != "" {
		return formula{source: texValue, value: alt, display: is&displayClass != 0, wiki: true}
	}
	return formula{}
}

// formulaOfClass is for what is known by its class.
func (r *Renderer) formulaOfClass(id dom.ID) formula {
	is := r.mathClassesOf(id)
	switch {
	case is == 0:
	case is&mathJaxClass != 0 && r.scriptFollows(id):
		return formula{source: otherCopy}
	case is&(katexClass|mathJaxClass|wikiClass) != 0:
		f := r.formulaHeldBy(id)
		around := r.mathClassesOf(r.doc.Node(id).Parent)
		f.display = f.display || around&displayClass != 0
		f.wiki = is&wikiClass != 0
		return f
	case is&mathClass != 0 && is&(inlineClass|displayClass) != 0 && r.isBareTeX(id):
		return formula{source: texText, element: id, display: is&displayClass != 0}
	case is&ignoredClass != 0:
		return formula{source: textBetween, delimiters: noDelimiters}
	case is&dollarClass != 0:
		return formula{source: textBetween, delimiters: dollarDelimiters}
	case is&(mathClass|markedClass) != 0:
		return formula{source: textBetween, delimiters: max(r.delimiters, texDelimiters)}
	}
	return formula{}
}

// isBareTeX tells of an element of pandoc that holds TeX for KaTeX, without delimiters.
func (r *Renderer) isBareTeX(id dom.ID) bool {
	for c := r.doc.Node(id).First; c != 0; c = r.doc.Node(c).Next {
		if !r.isText(c) {
			return false
		}
		if text := r.doc.Text(c); strings.Contains(text, `\(`) || strings.Contains(text, `\[`) || strings.Contains(text, "$") {
			return false
		}
	}
	return true
}
