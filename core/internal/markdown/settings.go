package markdown

import (
	"tidemark/core/internal/article"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/page"
	"tidemark/core/internal/rule"
	"tidemark/core/internal/selector"
)

// TableMode tells how a table is written.
type TableMode uint8

const (
	Auto TableMode = iota // as a GFM table; one that only lays out a page, as the blocks in it
	GFM                   // as a GFM table, whatever it is for
	HTML                  // as HTML
)

// HeaderRow tells what heads the columns of a table.
type HeaderRow uint8

const (
	MarkedRow HeaderRow = iota // the first row if it is marked, otherwise an empty one
	FirstRow                   // the first row
	EmptyRow                   // an empty one
)

// Settings are the options of rendering, checked and complete. Compile makes them ready for a Renderer, which only reads them.
type Settings struct {
	KeepEmpty     bool // headings and items that hold nothing stay
	HeadingSetext bool
	PlainHeadings bool   // headings hold no HTML: what Markdown has no form for is its text there, and a line break a space
	HR            string // a thematic break
	Bullet        byte   // - * +
	CodeIndented  bool
	Fence         string // ``` or ~~~
	Tables        bool   // those of GFM

	inline.Options
	Page page.Options

	CleansLinks    bool // links are cleaned up, in one of the ways that follow or as page has it
	DropRepeated   bool // links to where one has led before are their text
	ReferRepeated  bool // links refer to where they lead, where that is shorter
	WritesHTML     bool // clean HTML is written, and no Markdown
	TableMode      TableMode
	HeaderRow      HeaderRow
	MaxOutputBytes int // 0 is no limit
	MaxDepth       int // of blocks in each other, 0 is no limit

	// SettleAfter is so much Markdown that a page is not one that hides most, whatever follows. 0 is any.
	SettleAfter int

	// Selectors are what is chosen of a document, by lists whose bits choose.go names. Nil chooses nothing.
	Selectors *selector.Set
	Rules     *rule.Set // nil where there are none
	Include   bool      // there are selectors of what is to be converted: nothing else is

	Main   bool // only the main content is converted
	Prefer article.Prefer

	inHeadings     *Settings     // the settings that hold in headings, nil if these do
	handlers       *[256]handler // by tag; see Compile
	styledHandlers *[256]handler // for a page whose style sheets say something
}
