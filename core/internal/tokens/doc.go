// Package tokens estimates how many tokens a language model takes text for, without the vocabulary of its tokenizer, which has megabytes.
//
// Text is cut into the same pieces that the tokenizer cuts it into first (piece.go). How many tokens a piece is depends on how common it is.
// That is told by which letters stand beside each other (feature.go), with weights that are fitted to the tokenizer's own counts by
// core/internal/tool/fittokens: table.generated.go.
package tokens
