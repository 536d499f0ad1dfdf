package outline

import "tidemark/core/internal/dom"

// Kind is what a part of Markdown is.
type Kind uint8

const (
	// Blocks that hold no others.
	Paragraph  Kind = iota // text, displayed formulas among it
	Heading                // with the line under it, if it has one
	Code                   // a code block, with its fences
	Rule                   // a thematic break
	Table                  // its rows and cells are spans of their own
	HTML                   // a block of HTML
	Raw                    // what a rule wrote as blocks, whatever they are
	Definition             // says where links lead that refer to it

	// Blocks that others are in. They begin with their marker.
	Quote
	Item
	Footnote // the definition of one

	// Parts of a table.
	HeaderRow // the line under it is part of the table alone
	Row
	Cell // without the spaces and bars around it, nowhere if it is empty

	// Parts of a line.
	Link
	Image
	CodeSpan
	FootnoteReference

	Kinds
)

// IsLeaf reports whether a kind is of blocks that hold no others.
func (k Kind) IsLeaf() bool { return k <= Definition }

// IsContainer reports whether a kind is of blocks that others are in.
func (k Kind) IsContainer() bool { return k >= Quote && k <= Footnote }

// Span is a part of Markdown.
type Span struct {
	Kind  Kind
	Level uint8 // of a heading, 1 to 6

	// Node is what it was made of; of text that is not all of a block it is the first node, and Last the last. Both are zero where no node
	// says it.
	Node, Last dom.ID

	// Start and End are where it stands in the Markdown, in bytes.
	Start, End int

	// Title is the text of a heading, without markup: see Outline.TitleOf.
	titleStart, titleEnd int32
}

// Outline is what stands where in some Markdown, in the order of where it begins; what others are in comes before them. Spans are in each other
// or apart.
type Outline struct {
	Spans  []Span
	titles []byte
}

// TitleOf returns the text of a heading, without markup.
func (o *Outline) TitleOf(s *Span) string { return string(o.titles[s.titleStart:s.titleEnd]) }
