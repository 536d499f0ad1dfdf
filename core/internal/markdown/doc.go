// Package markdown writes a dom.Document as CommonMark with the extensions of GFM. Rendered back, the Markdown is the same
// document; what Markdown has no form for falls back to something that keeps the text.
//
// The tree is walked once, without recursion but for blocks in blocks (traverse.go). What its elements mean is asked of package page.
// Inline content is collected and written by package inline, when a block begins or ends. Blocks are written straight to the output, line
// by line, after the prefixes of the containers they are in (writer.go).
//
// Specifications: https://spec.commonmark.org/0.31.2/ and https://github.github.com/gfm/
package markdown
