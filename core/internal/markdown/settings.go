package markdown

import "tidemark/core/internal/page"

// ReferenceStyle is the form of a link that refers to a definition.
type ReferenceStyle uint8

const (
	Full      ReferenceStyle = iota // [text][1]
	Collapsed                       // [text][]
	Shortcut                        // [text]
)

// TableMode tells how a table is written.
type TableMode uint8

const (
	Auto TableMode = iota // as a GFM table; one that only lays out a page, as the blocks in it
	GFM                   // as a GFM table, whatever it is for
	HTML                  // as HTML
)

// Settings are the options of rendering, checked and complete. Compile makes them ready for a Renderer, which only reads them.
type Settings struct {
	page.Options

	HeadingSetext  bool
	HR             string // a thematic break
	Bullet         byte   // - * +
	CodeIndented   bool
	Fence          string // ``` or ~~~
	Em             byte   // * or _
	Strong         string // ** or __
	LinkReferenced bool
	ReferenceStyle ReferenceStyle
	Break          string // a backslash or two spaces
	Wrap           int    // the most columns of a line of a paragraph, 0 is any

	Tables, Strikethrough, TaskLists, Autolinks bool // GFM

	EscapeNone     bool
	DropHTML       bool
	TableMode      TableMode
	MaxOutputBytes int // 0 is no limit
	MaxDepth       int // of blocks in each other, 0 is no limit

	// SettleAfter is so much Markdown that a page is not one that hides most, whatever follows. 0 is any.
	SettleAfter int

	handlers *[256]handler // by tag; see Compile
}
