package markdown

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
)

// handler begins to render one element, and tells what is left to do.
type handler func(r *Renderer, id dom.ID) leaving

// handlers are indexed by tag. An element without one is inline and says nothing of its own: its children are rendered.
var handlers [256]handler

func init() {
	set := func(h handler, tags ...dom.Tag) {
		for _, t := range tags {
			handlers[t] = h
		}
	}
	format := func(kind inline.FormatKind) handler {
		return func(r *Renderer, id dom.ID) leaving { return r.withFormat(id, kind) }
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
	set(format(inline.EmFormat), dom.TagEm, dom.TagI)
	set(format(inline.StrongFormat), dom.TagStrong, dom.TagB)
	set(format(inline.DelFormat), dom.TagDel, dom.TagS, dom.TagStrike)
	set(format(inline.SubFormat), dom.TagSub)
	set((*Renderer).superscript, dom.TagSup)
	set(format(inline.KbdFormat), dom.TagKbd)
	set(format(inline.MarkFormat), dom.TagMark)
	set(format(inline.InsFormat), dom.TagIns)
}

// begin begins to render a node.
func (r *Renderer) begin(id dom.ID) leaving {
	n := r.doc.Node(id)
	if r.undecided {
		r.doubtNode(id)
	}
	switch {
	case n.Kind != dom.KindText:
		if n.Start >= r.settlesAt && r.depth == 0 {
			r.settle()
		}
		if r.mayBeOdd(n) {
			return r.beginOdd(id)
		}
		return r.beginElement(id)
	case r.delimiters == noDelimiters:
		r.inline.AddText(r.doc.Text(id))
	default:
		r.textWithFormulas(id)
	}
	return rendered
}

// beginOdd begins an element that may be unseen or a formula.
func (r *Renderer) beginOdd(id dom.ID) leaving {
	if how, ok := r.formula(id); ok {
		return how
	}
	if !isOddByClass(r.doc.Node(id)) && r.unseen(id) {
		r.leaveOut(id)
		return rendered
	}
	return r.beginElement(id)
}

// beginElement begins an element that is to be seen.
func (r *Renderer) beginElement(id dom.ID) leaving {
	if begin := handlers[r.doc.Node(id).Tag]; begin != nil {
		return begin(r, id)
	}
	return inside
}

// boldBox renders <dt> and <summary>, which head what follows them: Markdown has no form for either.
func (r *Renderer) boldBox(id dom.ID) leaving {
	r.boundary()
	return r.withFormat(id, inline.StrongFormat) | endsBox
}
