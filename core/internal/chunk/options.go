package chunk

import "tidemark/core/internal/units"

// Options say how Markdown is cut.
type Options struct {
	// Max is the largest size of a chunk. What cannot be cut, a character that is larger, is a chunk all the same.
	Max float64

	// Overlap is how much of what a chunk ends with the next one begins with again, at most: whole blocks, or sentences of a block that is
	// cut. It counts as part of both.
	Overlap float64

	// Measure returns the size of text. The size of several pieces together is taken for the sum of theirs.
	Measure func(text []byte) float64

	// Reserve is how much smaller than Max a chunk of several pieces is to be, as a part of Max: sizes may be estimates.
	Reserve float64

	// RepeatHeader says that a chunk that begins in the middle of a table has the header of the table before it.
	RepeatHeader bool

	// Before is the size of what is written in front of each chunk.
	Before float64
}

// EstimateReserve is the reserve for sizes that are estimated in tokens.
const EstimateReserve = 0.055

// Characters measures text in characters as JavaScript counts them: units of UTF-16.
func Characters(text []byte) float64 { return float64(units.Count(text)) }
