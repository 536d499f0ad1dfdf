package core

import (
	"net/url"

	"tidemark/core/internal/article"
	"tidemark/core/internal/encoding"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/markdown"
	"tidemark/core/internal/page"
	"tidemark/core/internal/selector"
	"tidemark/core/internal/turndown"
)

// Converter turns HTML into Markdown with the options it was made with. It never changes, and any number of goroutines
// may use it at once.
//
//tidemark:crossing immutable
type Converter struct {
	options  Options            //tidemark:trusted a copy with every default written out, which shares nothing with the caller's
	settings *markdown.Settings //tidemark:trusted made by New alone, and only read by the renderer
	turndown *turndown.Settings //tidemark:trusted as settings; nil but for the forms of Turndown
	declared encoding.Encoding
	parts    parts // of an extraction

	writesChunks bool // what is written are chunks, each as a line of JSON
	extracts     bool // what is written is an extraction, or chunks that take all of a document

	extractsMain bool // nothing is said of how much of a document is wanted: of an extraction it is the main content

	leastCompacted int // how much a stream's document grows at least before it is compacted
	wholeUpTo      int // the length of the longest document that is parsed whole
}

// New checks the options and compiles them. The error is an [Error] with [CodeInvalidOption].
func New(options Options) (*Converter, error) {
	o, err := options.complete()
	if err != nil {
		return nil, err
	}
	c := &Converter{extractsMain: options.Content == nil, options: o, settings: settings(o), parts: partsOf(&o), leastCompacted: 256 << 10, wholeUpTo: wholeUpTo}
	if o.Turndown != nil {
		c.turndown = o.Turndown.settings(&o)
	}
	if o.Encoding != "" {
		c.declared, _ = encoding.Lookup(o.Encoding) // Validate has looked it up.
	}
	if c.writesChunks = o.StreamsChunks && o.Chunks != nil; c.writesChunks {
		c.parts = parts{chunks: true}
	}
	c.extracts = o.Extracts || c.writesChunks && (o.Chunks.takesWhole() || c.needsWhole())
	return c, nil
}

// settings compiles options, checked and complete, for the renderer.
func settings(o Options) *markdown.Settings {
	s := markdown.Settings{
		Include: len(o.Include) > 0,
		Main:    o.Content.Of == "main",
		Options: inline.Options{
			Em:             o.EmDelimiter[0],
			Strong:         o.StrongDelimiter,
			LinkReferenced: o.LinkStyle == "referenced",
			Break:          o.BR,
			Wrap:           o.Wrap,
			Strikethrough:  o.GFM.Strikethrough,
			TaskLists:      o.GFM.TaskLists,
			Autolinks:      o.GFM.Autolinks,
			Footnotes:      o.GFM.Footnotes,
			Alerts:         o.GFM.Alerts,
			EscapeNone:     o.Escape == "none",
			KeepAddresses:  o.Escape == "smart",
			KeepPadding:    o.Escape == "strict",
			DropHTML:       o.HTML == "drop",
			Plain:          o.Format == "text",
		},
		Page: page.Options{
			Images:          imageMode(o.Images),
			DataImages:      imageMode(o.DataImages),
			KeepUnsafeLinks: o.UnsafeLinks == "keep",
			KeepEmptyLinks:  o.EmptyLinks == "keep" || o.Escape == "strict",
			DropMath:        o.Math == "drop",
			Hidden:          hiddenMode(o.Hidden),
			Noscript:        hiddenMode(o.Noscript),
			LookaheadLimit:  lookaheadLimit,
		},
		KeepEmpty:      o.Escape == "strict",
		HeadingSetext:  o.HeadingStyle == "setext",
		HR:             o.HR,
		Bullet:         o.BulletListMarker[0],
		CodeIndented:   o.CodeBlockStyle == "indented",
		Fence:          o.Fence,
		Tables:         o.GFM.Tables,
		MaxOutputBytes: o.MaxOutputBytes,
		MaxDepth:       o.MaxDepth,
		SettleAfter:    settleAfter,
	}
	// The texts of headings are said again with chunks: who reads the Markdown is to find the same there.
	s.PlainHeadings = o.Chunks != nil
	if o.Format == "html" {
		s.WritesHTML = true
	}
	if s.Plain {
		s.EscapeNone, s.DropHTML, s.LinkReferenced, s.Wrap = true, true, false, 0
		if s.Page.Images == page.Keep {
			s.Page.Images = page.Alt
		}
	}
	clean := o.Clean
	s.Page.Clean = page.Clean{Tracking: clean.TrackingParameters, Titles: clean.LinkTitles, SelfLinks: clean.SelfLinks, Decoration: clean.DecorativeImages}
	s.DropRepeated, s.ReferRepeated = clean.RepeatedLinks, clean.References && !s.LinkReferenced
	s.LinksReferred = s.ReferRepeated
	s.CleansLinks = s.DropRepeated || s.ReferRepeated || s.Page.Clean.Titles
	switch o.Content.Prefer {
	case "precision":
		s.Prefer = article.Precision
	case "recall":
		s.Prefer = article.Recall
	}
	switch o.LinkReferenceStyle {
	case "full":
		s.ReferenceStyle = inline.Full
	case "collapsed":
		s.ReferenceStyle = inline.Collapsed
	case "shortcut":
		s.ReferenceStyle = inline.Shortcut
	}
	switch o.GFM.HeaderRow {
	case "first":
		s.HeaderRow = markdown.FirstRow
	case "empty":
		s.HeaderRow = markdown.EmptyRow
	}
	switch o.Tables {
	case "auto":
		s.TableMode = markdown.Auto
	case "gfm":
		s.TableMode = markdown.GFM
	case "html":
		s.TableMode = markdown.HTML
	}
	if o.BaseURL != "" {
		s.Page.BaseURL, _ = url.Parse(o.BaseURL) // Validate has parsed it.
	}
	if !s.WritesHTML { // Rules write Markdown.
		s.Rules, _ = o.rules() // Validate has compiled them, and the selectors.
	}
	if lists := o.selectors(); lists != nil {
		s.Selectors, _ = selector.Compile(lists...)
	}
	return s.Compile()
}

func imageMode(value string) page.ImageMode {
	switch value {
	case "alt":
		return page.Alt
	case "drop":
		return page.Drop
	default:
		return page.Keep
	}
}

func hiddenMode(value string) page.HiddenMode {
	switch value {
	case "keep":
		return page.HiddenKeep
	case "drop":
		return page.HiddenDrop
	default:
		return page.HiddenAuto
	}
}
