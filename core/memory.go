package core

import "tidemark/core/internal/watch"

// Memory bounds the memory of conversions. A context that is a Memory is asked for what its conversion is about to hold: the tree,
// what is being written, and the Markdown, as they grow. What a small document needs is not asked for. All is given back when the
// conversion ends.
type Memory interface {
	// Take asks for so many bytes more, and may wait for them. With an error the conversion ends, and returns it.
	Take(bytes int) error
	// Give gives bytes back.
	Give(bytes int)
	// Keeps is how many bytes may lie idle between two conversions, for the next.
	Keeps() int
}

var _ watch.Memory = Memory(nil)
