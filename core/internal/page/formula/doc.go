// Package formula finds the formulas of a document, as KaTeX, MathJax, MediaWiki, pandoc, LaTeXML and GitHub leave them in HTML, and their
// TeX.
package formula
