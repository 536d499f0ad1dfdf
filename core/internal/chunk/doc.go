// Package chunk cuts Markdown into chunks of a size, for search and for language models: between sections first, then between blocks, and
// within what would fit into a chunk by itself never. One after another, the chunks are the Markdown.
//
// What is never cut is a unit (unit.go, text.go). Units come one after the other, and as soon as there are more than fit into two chunks the
// best place to cut is chosen among those between them (splitter.go): so a chunk is final long before the Markdown is.
package chunk
