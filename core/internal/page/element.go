package page

import "tidemark/core/internal/dom"

// Role is what an element is to a reader. Those that say nothing of their own have none.
type Role uint8

const (
	NoRole    Role = iota
	Box            // a block that says nothing of its own
	AlertBox       // a block that may be an alert, or stand around code
	Paragraph      // one that may be an item of a list, or hold lines of code
	Term           // a block that heads what follows it
	Heading
	Quote // <blockquote>
	List
	Preformatted
	ThematicBreak
	Table
	Row
	Cell

	Code
	Link
	Image
	LineBreak
	Quotation // <q>
	Custom    // an element that HTML does not know
	Annotation
	AnnotationContainer
	AnnotationParenthesis
	Control // of a form, with its content
	Label   // <label>
	Input
	Select
	Media
	ShadowRoot
	Emphasis
	Strong
	Deleted
	Subscript
	Superscript
	Keyboard
	Marked
	Inserted

	Roles
)

// Display is how an element stands among others.
type Display uint8

const (
	Inline Display = iota // in a line with what is around it
	Block                 // on lines of its own
	None                  // it is not seen, nor is what is in it
)

// Properties are what else is to be known of elements.
type Properties uint16

const (
	// Transparent: what is in it means the same whatever follows in it. No formatting element is, in which all can still be moved.
	Transparent Properties = 1 << iota
	// Raw: what is in it is text that is never shown.
	Raw
	// Field: what is in it is no part of the text around it.
	Field
	// Void: it has no end tag.
	Void
	// Formula: it may be a formula, whatever the rest of the page says.
	Formula
	// Ornament: ornaments are made of it, such as icons, permalinks and the visual copy of a formula.
	Ornament
	// AroundCheckbox: it may stand around the checkbox of a task.
	AroundCheckbox
	// InLayout: a table that holds it lays out a page.
	InLayout
	// Unwrapped: as HTML only what is in it is of use: it would load something, or is no element of the HTML Standard.
	Unwrapped
)

// isBox reports whether what is in a block is all that it says, unless its attributes or its content say more.
func (r Role) isBox() bool { return r == Box || r == AlertBox || r == Paragraph }

// Element is what is known of an element by its name.
type Element struct {
	Role       Role
	Display    Display
	asked      dom.Traits // without any of these it is sure to be seen, and to be no formula
	properties Properties
}

// Is reports whether an element has a property.
func (e *Element) Is(p Properties) bool { return e.properties&p != 0 }

// Of returns what is known of the elements of a tag.
func Of(tag dom.Tag) *Element { return &elements[tag] }

// NeedsCheck reports whether an element with these traits may be unseen or a formula, where some traits may always make it one: most need
// not be asked.
func (e *Element) NeedsCheck(traits, marked dom.Traits) bool {
	return (traits|always)&(e.asked|marked) != 0
}

// MayBeUnseen reports whether an element with these traits may be unseen: a class alone can only make it a formula.
func (e *Element) MayBeUnseen(traits dom.Traits) bool {
	return (traits&odd|always)&e.asked != 0
}

// odd are the traits that make any element one to be asked about.
const odd = dom.HasConcealing | dom.Excluded | dom.Kept | dom.Ruled

// always stands for a trait that all elements have.
const always dom.Traits = 1 << 15

// elements are all that is known of elements by their names. Others are inline and say nothing of their own.
var elements = func() (table [256]Element) {
	for tag := range table {
		table[tag].asked = odd
	}
	are := func(role Role, display Display, tags ...dom.Tag) {
		for _, tag := range tags {
			table[tag].Role, table[tag].Display = role, display
		}
	}
	have := func(p Properties, tags ...dom.Tag) {
		for _, tag := range tags {
			table[tag].properties |= p
		}
	}
	ask := func(traits dom.Traits, tags ...dom.Tag) {
		for _, tag := range tags {
			table[tag].asked |= traits
		}
	}

	are(NoRole, None, dom.TagHead, dom.TagScript, dom.TagStyle, dom.TagTitle, dom.TagMeta, dom.TagLink, dom.TagBase,
		dom.TagNoembed, dom.TagNoframes, dom.TagCanvas, dom.TagArea, dom.TagDatalist, dom.TagCol, dom.TagColgroup,
		dom.TagWbr, dom.TagParam, dom.TagTrack, dom.TagFrame, dom.TagFrameset)

	are(Box, Block, dom.TagHtml, dom.TagBody, dom.TagAddress, dom.TagArticle, dom.TagCenter, dom.TagDialog, dom.TagFieldset,
		dom.TagFigcaption, dom.TagFooter, dom.TagForm, dom.TagHeader, dom.TagHgroup, dom.TagLegend, dom.TagLi, dom.TagMain,
		dom.TagMarquee, dom.TagNav, dom.TagSearch, dom.TagDetails, dom.TagDl, dom.TagDd, dom.TagOptgroup, dom.TagOption,
		dom.TagCaption, dom.TagTbody, dom.TagThead, dom.TagTfoot)
	are(AlertBox, Block, dom.TagDiv, dom.TagAside, dom.TagFigure, dom.TagSection)
	are(Paragraph, Block, dom.TagP)
	are(Term, Block, dom.TagDt, dom.TagSummary)
	are(Heading, Block, dom.TagH1, dom.TagH2, dom.TagH3, dom.TagH4, dom.TagH5, dom.TagH6)
	are(Quote, Block, dom.TagBlockquote)
	are(List, Block, dom.TagUl, dom.TagOl, dom.TagMenu, dom.TagDir)
	are(Preformatted, Block, dom.TagPre, dom.TagListing, dom.TagPlaintext, dom.TagXmp)
	are(ThematicBreak, Block, dom.TagHr)
	are(Table, Block, dom.TagTable)
	are(Row, Block, dom.TagTr)
	are(Cell, Block, dom.TagTd, dom.TagTh)
	are(Media, Block, dom.TagIframe, dom.TagVideo, dom.TagAudio, dom.TagEmbed, dom.TagObject)

	are(Code, Inline, dom.TagCode, dom.TagTt, dom.TagSamp)
	are(Link, Inline, dom.TagA)
	are(Image, Inline, dom.TagImg)
	are(LineBreak, Inline, dom.TagBr)
	are(Custom, Inline, dom.Unknown)
	are(Quotation, Inline, dom.TagQ)
	are(Annotation, Inline, dom.TagRt)
	are(AnnotationContainer, Inline, dom.TagRtc)
	are(AnnotationParenthesis, Inline, dom.TagRp)
	are(Control, Inline, dom.TagButton, dom.TagTextarea)
	are(Label, Inline, dom.TagLabel)
	are(Input, Inline, dom.TagInput)
	are(Select, Inline, dom.TagSelect)
	are(ShadowRoot, Inline, dom.TagTemplate)
	are(Emphasis, Inline, dom.TagEm, dom.TagI)
	are(Strong, Inline, dom.TagStrong, dom.TagB)
	are(Deleted, Inline, dom.TagDel, dom.TagS, dom.TagStrike)
	are(Subscript, Inline, dom.TagSub)
	are(Superscript, Inline, dom.TagSup)
	are(Keyboard, Inline, dom.TagKbd)
	are(Marked, Inline, dom.TagMark)
	are(Inserted, Inline, dom.TagIns)

	have(Transparent, dom.TagHtml, dom.TagBody, dom.TagDiv, dom.TagAddress, dom.TagArticle, dom.TagAside, dom.TagCenter, dom.TagDetails,
		dom.TagDialog, dom.TagDl, dom.TagDd, dom.TagFieldset, dom.TagFigure, dom.TagFigcaption, dom.TagFooter, dom.TagForm, dom.TagHeader,
		dom.TagHgroup, dom.TagLegend, dom.TagMain, dom.TagNav, dom.TagSearch, dom.TagSection, dom.TagSpan, dom.Unknown)
	have(Raw, dom.TagIframe)
	have(Field, dom.TagSelect, dom.TagTextarea)
	have(Void, dom.TagArea, dom.TagBase, dom.TagBr, dom.TagCol, dom.TagEmbed, dom.TagHr, dom.TagImg, dom.TagInput, dom.TagLink, dom.TagMeta,
		dom.TagParam, dom.TagSource, dom.TagTrack, dom.TagWbr)
	have(Formula, dom.Unknown, dom.TagCode, dom.TagDiv, dom.TagHead, dom.TagImg, dom.TagP, dom.TagPre, dom.TagTt, dom.TagScript, dom.TagSpan)
	have(Ornament, dom.TagSpan, dom.TagA, dom.TagI, dom.TagB, dom.TagEm, dom.TagSup)
	have(AroundCheckbox, dom.TagP, dom.TagLabel, dom.TagSpan, dom.TagDiv)
	have(InLayout, dom.TagH1, dom.TagH2, dom.TagH3, dom.TagH4, dom.TagH5, dom.TagH6, dom.TagPre, dom.TagBlockquote, dom.TagHr, dom.TagForm)
	have(Unwrapped, dom.TagNoscript, dom.TagTemplate, dom.TagIframe, dom.Unknown, dom.TagObject, dom.TagEmbed, dom.TagApplet, dom.TagForm, dom.TagMath)

	for tag := range table {
		if table[tag].Display == None {
			ask(always, dom.Tag(tag))
		}
	}
	ask(dom.HasKnownClass, dom.TagSpan, dom.TagDiv, dom.TagP, dom.TagCode, dom.TagTt, dom.TagSummary)
	ask(dom.HasPurpose, dom.TagDiv) // It may be a table.
	ask(always, dom.TagNoscript, dom.TagTemplate, dom.Unknown, dom.TagImg, dom.TagPre, dom.TagInput, dom.TagDialog, dom.TagHtml, dom.TagBody)
	return table
}()
