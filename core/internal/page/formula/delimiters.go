package formula

import (
	"strings"

	"tidemark/core/internal/dom"
)

// Delimiters are what stands around formulas in the text of a page.
type Delimiters uint8

const (
	NoDelimiters     Delimiters = iota
	TeXDelimiters               // \( \), \[ \], $$ $$ and environments, as MathJax and KaTeX have it unless they are told
	DollarDelimiters            // and $ $
)

// ReadScript finds out whether a script finds formulas in the text of its page, and between what.
func (f *Finder) ReadScript(id dom.ID) {
	if f.Delimiters = max(f.Delimiters, f.scriptDelimiters(id)); f.Delimiters != NoDelimiters {
		f.Marks = dom.HasKnownClass
	}
}

func (f *Finder) scriptDelimiters(id dom.ID) Delimiters {
	if src := f.scriptSource(id); strings.Contains(src, "at") { // Most have none of the names.
		if strings.Contains(src, "athJax.js") || strings.Contains(src, "mathjax") || strings.Contains(src, "katex") && strings.Contains(src, "auto-render") {
			return TeXDelimiters
		}
	}
	script := f.scriptText(id)
	switch {
	case !findsFormulas(script):
		return NoDelimiters
	case strings.Contains(script, `'$'`), strings.Contains(script, `"$"`):
		return DollarDelimiters
	}
	return TeXDelimiters
}

// scriptSource is the address of a script, as it stands in the source of the page if that is known: no name of a file needs to be decoded.
func (f *Finder) scriptSource(id dom.ID) string {
	if src, isKnown := f.doc.Raw(id, dom.AttrSrc); isKnown {
		return src
	}
	return f.doc.Value(id, dom.AttrSrc)
}

// findsFormulas reports whether an element is a script sets MathJax up or calls KaTeX.
func findsFormulas(script string) bool {
	for {
		_, after, found := strings.Cut(script, "Math")
		if !found {
			return false
		}
		if strings.HasPrefix(after, "Jax") || strings.HasPrefix(after, "InElement") {
			return true
		}
		script = after
	}
}

// scriptText is the text of a script that is one, and not data.
func (f *Finder) scriptText(id dom.ID) string {
	first := f.doc.Node(id).First
	if first == 0 || strings.Contains(f.doc.Value(id, dom.AttrType), "json") {
		return ""
	}
	return f.doc.Text(first)
}

// Marked is a formula in text.
type Marked struct {
	Start, End int
	TeX        string
	Display    bool
}

// NoEnds are the delimiters that have no more ends in a text, so that these are looked for once.
type NoEnds [delimiterKinds]bool

const (
	parentheses = iota
	brackets
	twoDollars
	oneDollar
	environments

	delimiterKinds
)

// Next finds the first formula from a place on.
func Next(s string, from int, delimiters Delimiters, ends *NoEnds) (Marked, bool) {
	for at := from; ; {
		i := strings.IndexAny(s[at:], `\$`)
		if i < 0 {
			return Marked{}, false
		}
		at += i
		kind, open, end := delimiterAt(s[at:], delimiters)
		if kind < 0 || ends[kind] {
			at += skipped(s[at:])
			continue
		}
		length := endOfFormula(s[at+open:], end)
		if length < 0 {
			ends[kind] = true
			continue
		}
		m := Marked{Start: at, End: at + open + length + len(end), Display: kind != parentheses && kind != oneDollar}
		m.TeX = s[at+open : at+open+length]
		if kind == environments {
			m.End += len(`\end`)
			m.TeX = s[m.Start:m.End] // All of it is TeX.
		}
		if strings.TrimSpace(m.TeX) == "" {
			at += open
			continue
		}
		return m, true
	}
}

// skipped is the length of what is no delimiter.
func skipped(s string) int {
	if s[0] == '\\' && len(s) > 1 && s[1] < 0x80 {
		return 2
	}
	return 1
}

// delimiterAt tells which formula begins with s, or -1, how long its first delimiter is, and what ends it.
func delimiterAt(s string, delimiters Delimiters) (kind, length int, end string) {
	switch {
	case strings.HasPrefix(s, `\(`):
		return parentheses, 2, `\)`
	case strings.HasPrefix(s, `\[`):
		return brackets, 2, `\]`
	case strings.HasPrefix(s, "$$"):
		return twoDollars, 2, "$$"
	case strings.HasPrefix(s, "$") && delimiters == DollarDelimiters:
		return oneDollar, 1, "$"
	case strings.HasPrefix(s, `\begin{`):
		if i := strings.IndexByte(s[:min(len(s), longestEnvironment)], '}'); i > 0 {
			return environments, i + 1, s[len(`\begin`) : i+1]
		}
	}
	return -1, 0, ""
}

// longestEnvironment is more than the longest \begin{…} that there is.
const longestEnvironment = 40

// endOfFormula is where a formula ends, or -1.
func endOfFormula(s, end string) int {
	for at := 0; ; {
		i := strings.IndexAny(s[at:], `\$`)
		if i < 0 {
			return -1
		}
		at += i
		if end[0] == '{' {
			if rest, ok := strings.CutPrefix(s[at:], `\end`); ok && strings.HasPrefix(rest, end) {
				return at
			}
		} else if strings.HasPrefix(s[at:], end) {
			return at
		}
		at += skipped(s[at:])
	}
}
