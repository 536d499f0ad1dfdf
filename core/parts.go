package core

import (
	"slices"

	"tidemark/core/internal/inventory"
)

// parts is what is asked for.
type parts struct {
	markdown, metadata, content, chunks bool
	inventory.Wanted
}

func partsOf(o *Options) parts {
	has := func(name string) bool { return slices.Contains(o.Parts, name) }
	return parts{
		markdown: has("markdown"), metadata: has("metadata"), content: has("content"),
		chunks: o.Chunks != nil,
		Wanted: inventory.Wanted{
			Headings: has("headings"), Links: has("links"), Images: has("images"), Tables: has("tables"), Code: has("code"), Footnotes: has("footnotes"),
		},
	}
}

// writes reports whether something is asked for that takes the document to be written.
func (p *parts) writes() bool { return p.markdown || p.chunks || p.reads() }

// records reports whether it is asked where things stand.
func (p *parts) records() bool { return p.chunks || p.Any() }

// reads reports whether something is asked for that the document is read for when it has been written.
func (p *parts) reads() bool { return p.content || p.Any() }
