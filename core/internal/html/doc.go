// Package html parses HTML by the algorithm of the HTML Standard (https://html.spec.whatwg.org/multipage/parsing.html)
// into a dom.Document.
package html
