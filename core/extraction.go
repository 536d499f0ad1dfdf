package core

import (
	"tidemark/core/internal/article"
	"tidemark/core/internal/inventory"
	"tidemark/core/internal/metadata"
)

// Extraction is what is made of a document for programs. What is not asked for is not there.
type Extraction struct {
	// The format that was asked for, which is that of the one of the next three that is there.
	Format Format `json:"format"`

	// The content of the document as Markdown.
	Markdown string `json:"-" js:"markdown"`

	// The content of the document as plain text.
	Text string `json:"-" js:"text"`

	// The content of the document as clean HTML.
	HTML string `json:"-" js:"html"`

	// What the document is called, as the metadata has it. Empty where that is not asked for.
	Title string `json:"title"`

	// What the document says of itself.
	Metadata *Metadata `json:"metadata,omitzero"`

	// What of the page is the content.
	Content *MainContent `json:"content,omitzero"`

	// The headings of the content.
	Headings []Heading `json:"headings,omitzero"`

	// The links of the page, those beside the content too.
	Links []Link `json:"links,omitzero"`

	// The images of the page, those beside the content too.
	Images []Image `json:"images,omitzero"`

	// The tables of data of the content.
	Tables []Table `json:"tables,omitzero"`

	// The code blocks of the content.
	Code []CodeBlock `json:"code,omitzero"`

	// The footnotes of the content.
	Footnotes []Footnote `json:"footnotes,omitzero"`

	// The Markdown, cut into chunks. Absent unless they are asked for.
	Chunks []Chunk `json:"chunks,omitzero"`

	// What who uses the extraction should know.
	Warnings []Warning `json:"warnings"`
}

// What an extraction is made of. Ranges are in bytes: HTML in the document as it was given, Markdown in [Extraction.Markdown].
type (
	Metadata  = metadata.Metadata
	Heading   = inventory.Heading
	Link      = inventory.Link
	Image     = inventory.Image
	Table     = inventory.Table
	CodeBlock = inventory.CodeBlock
	Footnote  = inventory.Footnote
	Range     = inventory.Range
	Region    = inventory.Region
	Fallback  = article.Fallback
)

// MainContent is what has been found to be the content of a page.
type MainContent struct {
	// What kind of page it is. Absent if all of the page was asked for.
	Kind PageKind `json:"kind,omitempty"`

	// From 0 to 1: how much of it belongs to the content, and of the content to it, in all likelihood. 1 if all of the page was asked for.
	Confidence float64 `json:"confidence"`

	// A CSS selector that matches the elements that hold it.
	Selector string `json:"selector"`

	// What was kept where nothing was likely to be the content. Absent where something was.
	Fallback Fallback `json:"fallback,omitempty"`
}

// PageKind is what kind of page one is, in all likelihood.
type PageKind string

// The kinds of pages.
const (
	ArticlePage       PageKind = "article"
	DocumentationPage PageKind = "documentation"
	ServicePage       PageKind = "service"
	ForumPage         PageKind = "forum"
	ListingPage       PageKind = "listing"
	CollectionPage    PageKind = "collection"
	ProductPage       PageKind = "product"
)

// Format is what the content of a document is written as.
type Format string

// The formats.
const (
	MarkdownFormat Format = "markdown"
	TextFormat     Format = "text"
	HTMLFormat     Format = "html"
)

// Warning is something that who uses an extraction should know.
type Warning struct {
	// What kind of warning it is.
	Code WarningCode `json:"code"`

	// A sentence for people.
	Message string `json:"message"`
}

// WarningCode says what kind of warning one is. The list is closed.
type WarningCode string

// Of a page that shows no text: it may be one that a script writes.
const WarningEmpty WarningCode = "EMPTY"
