// Package core turns HTML into Markdown.
//
// A conversion goes through
//
//	decode   bytes become UTF-8            (internal/encoding)
//	parse    UTF-8 becomes a tree          (internal/html, internal/dom)
//	render   the tree becomes Markdown     (internal/markdown, which asks internal/page what the page means
//	                                        and has inline content written by internal/inline; internal/turndown
//	                                        in its place for the forms of Turndown)
//	limits   every stage stops at a limit  (limits.go)
//	errors   what went wrong, by code      (errors.go)
//
// The HTML is parsed as the HTML Standard says and no input is refused for its form. The Markdown is CommonMark with
// the extensions of GitHub; rendered back it is the same document, and it ends without a newline.
//
// A [Stream] takes a document in pieces and goes through the same stages as far as each can.
//
// A [Converter] is made once from [Options] and may be used by any number of goroutines. The package starts no goroutine,
// does no input or output, and keeps nothing between conversions but memory to use again.
//
// The Markdown is not sanitised: links with a scheme that runs code are dropped unless [Options.UnsafeLinks] keeps them,
// but HTML that Markdown has no form for is kept unless [Options.HTML] drops it. Sanitise what a renderer makes of
// Markdown that comes from people you do not trust.
package core
