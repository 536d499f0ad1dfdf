package turndown

import "tidemark/core/internal/dom"

// form is what an element is written as.
type form uint8

const (
	noForm    form = iota // what it holds
	blockForm             // what it holds, on lines of its own
	headingForm
	quoteForm
	listForm
	itemForm
	preForm
	ruleForm
	breakForm
	linkForm
	emForm
	strongForm
	codeForm
	imageForm
	silentForm // nothing: what it holds is no text
	keptForm   // as HTML
	removedForm
)

// element is what is known of an element by its name.
type element struct {
	form       form
	block      bool // it stands on lines of its own
	void       bool // it holds nothing
	meaningful bool // it says something even if it shows nothing
}

var elements = func() (table [256]element) {
	for _, tag := range [...]dom.Tag{dom.TagAddress, dom.TagArticle, dom.TagAside, dom.TagAudio, dom.TagBlockquote, dom.TagBody, dom.TagCanvas,
		dom.TagCenter, dom.TagDd, dom.TagDir, dom.TagDiv, dom.TagDl, dom.TagDt, dom.TagFieldset, dom.TagFigcaption, dom.TagFigure, dom.TagFooter,
		dom.TagForm, dom.TagFrameset, dom.TagH1, dom.TagH2, dom.TagH3, dom.TagH4, dom.TagH5, dom.TagH6, dom.TagHeader, dom.TagHgroup, dom.TagHr,
		dom.TagHtml, dom.TagLi, dom.TagMain, dom.TagMenu, dom.TagNav, dom.TagNoframes, dom.TagNoscript, dom.TagOl, dom.TagOutput, dom.TagP,
		dom.TagPre, dom.TagSection, dom.TagTable, dom.TagTbody, dom.TagTd, dom.TagTfoot, dom.TagTh, dom.TagThead, dom.TagTr, dom.TagUl} {
		table[tag].block, table[tag].form = true, blockForm
	}
	for _, tag := range [...]dom.Tag{dom.TagArea, dom.TagBase, dom.TagBr, dom.TagCol, dom.TagEmbed, dom.TagHr, dom.TagImg, dom.TagInput,
		dom.TagKeygen, dom.TagLink, dom.TagMeta, dom.TagParam, dom.TagSource, dom.TagTrack, dom.TagWbr} {
		table[tag].void = true
	}
	for _, tag := range [...]dom.Tag{dom.TagA, dom.TagTable, dom.TagThead, dom.TagTbody, dom.TagTfoot, dom.TagTh, dom.TagTd, dom.TagIframe,
		dom.TagScript, dom.TagAudio, dom.TagVideo} {
		table[tag].meaningful = true
	}
	for tag, f := range map[dom.Tag]form{dom.TagH1: headingForm, dom.TagH2: headingForm, dom.TagH3: headingForm, dom.TagH4: headingForm,
		dom.TagH5: headingForm, dom.TagH6: headingForm, dom.TagBlockquote: quoteForm, dom.TagUl: listForm, dom.TagOl: listForm,
		dom.TagLi: itemForm, dom.TagPre: preForm, dom.TagHr: ruleForm, dom.TagBr: breakForm, dom.TagA: linkForm, dom.TagEm: emForm,
		dom.TagI: emForm, dom.TagStrong: strongForm, dom.TagB: strongForm, dom.TagCode: codeForm, dom.TagImg: imageForm,
		dom.TagScript: silentForm, dom.TagStyle: silentForm} {
		table[tag].form = f
	}
	return table
}()

// isSilent reports whether what is in a node is no text of the page: that of scripts and style sheets, unless there is something to be
// done with them.
func (s *Settings) isSilent(n *dom.Node) bool {
	return n.Kind == dom.KindElement && elements[n.Tag].form == silentForm && s.others[dom.TagName(n.Tag)] == shown
}
