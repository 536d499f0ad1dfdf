// Package mathml translates formulas of presentation MathML to TeX, as KaTeX and MathJax read it.
//
// https://www.w3.org/TR/MathML3/chapter3.html
package mathml
