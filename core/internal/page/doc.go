// Package page tells what a document of HTML means to a reader: what is seen of it, what its elements are, what is a list, a table of
// data, a footnote, an alert, a formula, and where images and links lead. It knows nothing of what the document is written as.
package page
