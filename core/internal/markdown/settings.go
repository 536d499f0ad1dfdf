package markdown

import (
	"net/url"

	"tidemark/core/internal/inline"
)

// TableMode tells how a table is written.
type TableMode uint8

const (
	Auto TableMode = iota // as a GFM table; one that only lays out a page, as the blocks in it
	GFM                   // as a GFM table, whatever it is for
	HTML                  // as HTML
)

// ImageMode tells what becomes of an image.
type ImageMode uint8

const (
	Keep ImageMode = iota
	Alt            // only its alternative text
	Drop
)

// Settings are the options of rendering, checked and complete. The renderer only reads them.
type Settings struct {
	HeadingSetext bool
	HR            string // a thematic break
	Bullet        byte   // - * +
	CodeIndented  bool
	Fence         string // ``` or ~~~
	Tables        bool   // those of GFM

	inline.Options

	BaseURL         *url.URL
	TableMode       TableMode
	Images          ImageMode
	DataImages      ImageMode
	KeepUnsafeLinks bool
	DropMath        bool
	MaxOutputBytes  int // 0 is no limit
	MaxDepth        int // of blocks in each other, 0 is no limit

	// Horizon is how far into a document, in bytes of its source, is looked for what it says about all of itself, before and
	// behind: a stream cannot wait for longer. 0 is to its end.
	Horizon uint32
	// EnoughShown is so much Markdown that a page is not one that hides most, whatever follows. 0 is any.
	EnoughShown int
}
