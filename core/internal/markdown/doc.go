// Package markdown writes a dom.Document as CommonMark with the extensions of GFM. Rendered back, the Markdown is the same
// document; what Markdown has no form for falls back to something that keeps the text.
//
// The tree is walked once, without recursion but for blocks in blocks (traverse.go). What its elements mean is asked of page.Page. Inline
// content is collected by an inline.Writer and written when a block begins or ends. Blocks are written straight to the output, line by
// line, after the prefixes of the containers they are in; writer.go alone does so.
//
// Specifications: https://spec.commonmark.org/0.31.2/ and https://github.github.com/gfm/
package markdown
