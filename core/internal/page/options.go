package page

import "net/url"

// ImageMode tells what becomes of an image.
type ImageMode uint8

const (
	Keep ImageMode = iota
	Alt            // only its alternative text
	Drop
)

// HiddenMode tells what becomes of what a page does not show.
type HiddenMode uint8

const (
	HiddenAuto HiddenMode = iota // it is left out, unless a reader needs it
	HiddenKeep
	HiddenDrop
)

// Clean says what is cleaned up for readers that pay for each word.
type Clean struct {
	Tracking   bool // parameters of addresses that tell who sent the reader
	Titles     bool // titles that say what is said anyway
	SelfLinks  bool // links to a place in the document
	Decoration bool // images that say nothing
}

// Options are those of what a page means.
type Options struct {
	Footnotes       bool // there are footnotes
	Alerts          bool // and alerts
	BaseURL         *url.URL
	Images          ImageMode
	DataImages      ImageMode
	KeepUnsafeLinks bool
	KeepEmptyLinks  bool // links that show nothing and have no name, or lead nowhere
	DropMath        bool
	Clean           Clean
	Hidden          HiddenMode
	Noscript        HiddenMode

	// LookaheadLimit is how far into a document, in bytes of its source, may be what it says about all of itself, such as scripts and
	// footnotes: a stream cannot wait for longer. 0 is to its end.
	LookaheadLimit uint32
}
