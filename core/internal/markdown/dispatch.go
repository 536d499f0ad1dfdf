package markdown

import "tidemark/core/internal/dom"

// handler renders one element.
type handler func(r *Renderer, id dom.ID)

// handlers are indexed by tag. An element without one is inline and says nothing of its own: its children are rendered.
var handlers [256]handler

func init() {
	set := func(h handler, tags ...dom.Tag) {
		for _, t := range tags {
			handlers[t] = h
		}
	}
	format := func(kind formatKind) handler {
		return func(r *Renderer, id dom.ID) { r.withFormat(id, kind) }
	}

	set((*Renderer).box, dom.TagHtml, dom.TagBody, dom.TagP, dom.TagAddress, dom.TagArticle, dom.TagCenter,
		dom.TagDialog, dom.TagFieldset, dom.TagFigure, dom.TagFigcaption, dom.TagFooter, dom.TagForm, dom.TagHeader,
		dom.TagHgroup, dom.TagLegend, dom.TagLi, dom.TagMain, dom.TagMarquee, dom.TagNav, dom.TagSearch, dom.TagSection,
		dom.TagDetails, dom.TagDl, dom.TagDd, dom.TagOptgroup, dom.TagOption, dom.TagCaption, dom.TagTbody, dom.TagThead,
		dom.TagTfoot)
	set((*Renderer).row, dom.TagTr)
	set((*Renderer).alertOrBox, dom.TagDiv, dom.TagAside)
	set((*Renderer).flatCell, dom.TagTd, dom.TagTh)
	set((*Renderer).boldBox, dom.TagDt, dom.TagSummary)
	set((*Renderer).heading, dom.TagH1, dom.TagH2, dom.TagH3, dom.TagH4, dom.TagH5, dom.TagH6)
	set((*Renderer).blockquote, dom.TagBlockquote)
	set((*Renderer).list, dom.TagUl, dom.TagOl, dom.TagMenu, dom.TagDir)
	set((*Renderer).pre, dom.TagPre, dom.TagListing, dom.TagPlaintext, dom.TagXmp)
	set((*Renderer).thematicBreak, dom.TagHr)
	set((*Renderer).table, dom.TagTable)

	set((*Renderer).code, dom.TagCode, dom.TagTt, dom.TagSamp)
	set((*Renderer).link, dom.TagA)
	set((*Renderer).image, dom.TagImg)
	set((*Renderer).lineBreak, dom.TagBr)
	set((*Renderer).quotation, dom.TagQ)
	set((*Renderer).annotation, dom.TagRt)
	set((*Renderer).annotations, dom.TagRtc)
	set((*Renderer).annotationParenthesis, dom.TagRp)
	set((*Renderer).control, dom.TagButton, dom.TagTextarea)
	set((*Renderer).input, dom.TagInput)
	set((*Renderer).selection, dom.TagSelect)
	set((*Renderer).media, dom.TagIframe, dom.TagVideo, dom.TagAudio, dom.TagEmbed, dom.TagObject)
	set(format(emFormat), dom.TagEm, dom.TagI)
	set(format(strongFormat), dom.TagStrong, dom.TagB)
	set(format(delFormat), dom.TagDel, dom.TagS, dom.TagStrike)
	set(format(subFormat), dom.TagSub)
	set((*Renderer).superscript, dom.TagSup)
	set(format(kbdFormat), dom.TagKbd)
	set(format(markFormat), dom.TagMark)
	set(format(insFormat), dom.TagIns)
}

// node renders one node.
func (r *Renderer) node(id dom.ID) {
	n := r.doc.Node(id)
	if n.Kind == dom.KindText {
		if r.delimiters == noDelimiters {
			r.text(r.doc.Text(id))
		} else {
			r.textWithFormulas(id)
		}
		return
	}
	switch {
	case !r.mayBeOdd(n):
		r.element(id)
	case r.formula(id):
	case isOddByClass(n):
		r.element(id)
	case r.unseen(id):
		r.leaveOut(id)
	default:
		r.element(id)
	}
}

// element renders an element that is to be seen.
func (r *Renderer) element(id dom.ID) {
	if render := handlers[r.doc.Node(id).Tag]; render != nil {
		render(r, id)
		return
	}
	r.children(id)
}

// boldBox renders <dt> and <summary>, which head what follows them: Markdown has no form for either.
func (r *Renderer) boldBox(id dom.ID) {
	r.boundary()
	r.withFormat(id, strongFormat)
	r.boundary()
}
