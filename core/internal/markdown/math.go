package markdown

import (
	"bytes"
	"math"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// formulaSource is where the TeX of a formula is to be had.
type formulaSource uint8

const (
	noFormula   formulaSource = iota
	texText                   // it is the text of an element
	texValue                  // it is the value of an attribute
	mathMLTree                // an element of MathML says the same
	otherCopy                 // it follows what shows the formula
	shownText                 // there is none: an element has what is to be seen
	spokenText                // there is none: an attribute has what is to be heard
	textBetween               // it is between delimiters in the text of an element
)

// formula is what an element says about a formula.
type formula struct {
	source     formulaSource
	element    dom.ID
	value      string
	delimiters mathDelimiters
	display    bool // it stands in a line of its own
	wiki       bool // MediaWiki has put it in {\displaystyle …}
}

// hasTeX tells of a formula whose TeX is known.
func (f *formula) hasTeX() bool {
	return f.source == texText || f.source == texValue || f.source == mathMLTree
}

// formula renders an element that shows a formula, and tells whether it is one. This comes before the question what is
// unseen: the source of a formula mostly is.
func (r *Renderer) formula(id dom.ID) (how leaving, isFormula bool) {
	tag := r.doc.Node(id).Tag
	switch {
	case !page.Of(tag).Is(page.Formula) && !r.marksMath:
		return rendered, false
	case tag == dom.TagHead:
		r.formulasOfHead(id)
		return rendered, false
	}
	f := r.formulaOf(id)
	switch f.source {
	case noFormula:
		return rendered, false
	case textBetween:
		r.delimiters = f.delimiters // until the element is left
		return r.beginElement(id), true
	}
	isBlock := tag == dom.TagDiv || tag == dom.TagP
	if isBlock {
		r.boundary()
	}
	if f.source == shownText && !r.settings.DropMath {
		how = r.beginWay(inShownFormula, f.element)
		if isBlock {
			how |= endsBox
		}
		return how, true
	}
	shown := r.showFormula(f)
	if isBlock {
		r.boundary()
	}
	return rendered, shown
}

// stepShownFormula renders what is to be seen of a formula, which is in the element that it is at.
func (r *Renderer) stepShownFormula(e entered, at *dom.ID) (next dom.ID, goesOn bool) {
	if shown := *at; shown != 0 {
		*at = 0
		r.enter(shown, inside)
		return 0, true
	}
	r.end(e.id, e.leaving&(inList-1))
	return 0, false
}

// showFormula renders a formula of which not only what is to be seen is known, and tells whether there was anything to render.
func (r *Renderer) showFormula(f formula) bool {
	switch {
	case r.settings.DropMath, f.source == otherCopy:
		r.run.addGap()
	case f.source == spokenText:
		r.run.addText(f.value)
	default:
		tex := r.texOf(f)
		if len(tex) == 0 {
			return false
		}
		r.addFormula(tex, f.display)
	}
	return true
}

// addFormula adds TeX, which is in r.tex, to the inline content.
func (r *Renderer) addFormula(tex []byte, display bool) {
	if r.settings.DropMath {
		r.run.addGap()
		return
	}
	if r.phrasing == cellLines {
		n := len(r.tex)
		r.tex = appendForCell(r.tex, tex)
		tex = r.tex[n:]
	}
	escape := escaper{
		references: r.settings.LinkReferenced, autolinks: r.settings.Autolinks, addresses: r.settings.Autolinks || bytes.IndexByte(tex, '<') >= 0,
		tags: yes, mailboxes: answerOf(bytes.IndexByte(tex, '@') >= 0),
	}
	apart := display && r.phrasing == blocks && r.formatted[linkFormat] == 0 && !r.settings.EscapeNone && !escape.isLiteral(tex, false)
	if apart {
		r.boundary() // In a paragraph it would be code, which is never displayed.
	}
	r.run.addMath(tex, display)
	if apart {
		r.boundary()
	}
}

// texOf gives the TeX of a formula, which holds until the next is asked for.
func (r *Renderer) texOf(f formula) []byte {
	tex := r.tex[:0]
	switch f.source {
	case texText:
		tex = r.doc.AppendTextContent(tex, f.element)
	case texValue:
		tex = append(tex, f.value...)
	case mathMLTree:
		// What is over the limit could not be written.
		limit := max(0, min(r.w.limit-len(r.w.out)-len(r.run.text), math.MaxInt32))
		switch tex = r.mathML.AppendTeX(&r.watch, tex, r.doc, f.element, limit); {
		case len(tex) > limit:
			r.w.full = true
		case len(tex) == 0:
			tex = r.doc.AppendTextContent(tex, f.element)
		}
	}
	r.tex = tex
	tex = cutDelimiters(r.cleanTeX(tex, f.display && r.phrasing == blocks))
	return cutDisplayStyle(tex, f.display, f.wiki)
}

// formulaOf finds out whether an element is a formula, and where its TeX is.
func (r *Renderer) formulaOf(id dom.ID) formula {
	n := r.doc.Node(id)
	var f formula
	switch {
	case n.Kind != dom.KindElement:
	case n.Namespace == dom.MathML:
		f = r.mathElement(id)
	case n.Tag == dom.TagScript:
		return r.mathScript(id) // hidden in any case
	case n.Tag == dom.Unknown && n.Namespace == dom.HTML:
		f = r.customFormula(id)
	case n.Tag == dom.TagImg:
		f = r.formulaPicture(id)
	case n.Traits&dom.HasClass != 0 && (n.Tag == dom.TagSpan || n.Tag == dom.TagDiv || n.Tag == dom.TagP || r.marksMath):
		f = r.formulaOfClass(id)
	}
	if f.source != noFormula && r.hidden(id) {
		return formula{}
	}
	return f
}

// customFormula is for the elements of MathJax 3 and later, and of GitHub.
func (r *Renderer) customFormula(id dom.ID) formula {
	switch r.doc.Name(id) {
	case "mjx-container":
		f := r.formulaHeldBy(id)
		if f.source == noFormula {
			f = r.drawnFormula(id)
		}
		f.display = f.display || r.isDisplayed(id)
		return f
	case "math-renderer":
		return formula{source: textBetween, delimiters: dollarDelimiters}
	}
	return formula{}
}
