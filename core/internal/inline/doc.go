// Package inline writes the inline content of Markdown: text, code spans, emphasis, links, images, formulas and line breaks. It knows
// neither the tree of a document nor its blocks.
//
// A [Writer] collects what is in one block as a run of tokens (run.go), decides how emphasis is written by CommonMark's own rules
// (delimiter.go, collect.go, match.go, reject.go), and writes the run with what has to be escaped, and only that (write.go, escape.go,
// linestart.go). It returns the output that it is given with the run at its end.
package inline
