package markdown

import (
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
)

// mathDelimiters are what stands around formulas in the text of a page.
type mathDelimiters uint8

const (
	noDelimiters     mathDelimiters = iota
	texDelimiters                   // \( \), \[ \], $$ $$ and environments, as MathJax and KaTeX have it unless they are told
	dollarDelimiters                // and $ $
)

// scriptDelimiters tells whether a script finds formulas in the text of its page, and between what.
func (r *Renderer) scriptDelimiters(id dom.ID) mathDelimiters {
	src, script := r.doc.Value(id, dom.AttrSrc), r.scriptText(id)
	switch {
	case strings.Contains(src, "athJax.js"), strings.Contains(src, "mathjax"), strings.Contains(src, "katex") && strings.Contains(src, "auto-render"):
		return texDelimiters
	case !findsFormulas(script):
		return noDelimiters
	case strings.Contains(script, `'$'`), strings.Contains(script, `"$"`):
		return dollarDelimiters
	}
	return texDelimiters
}

// findsFormulas tells of a script that sets MathJax up or calls KaTeX.
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
func (r *Renderer) scriptText(id dom.ID) string {
	first := r.doc.Node(id).First
	if first == 0 || strings.Contains(r.doc.Value(id, dom.AttrType), "json") {
		return ""
	}
	return r.doc.Text(first)
}

// textWithFormulas collects text in which formulas are between delimiters. Pieces of one text are looked at together, when it
// is the turn of the first.
func (r *Renderer) textWithFormulas(id dom.ID) {
	if r.isText(r.doc.Node(id).Prev) {
		return
	}
	s := r.doc.Text(id)
	if next := r.doc.Node(id).Next; r.isText(next) {
		r.scratch = append(r.scratch[:0], s...)
		for ; r.isText(next); next = r.doc.Node(next).Next {
			r.scratch = append(r.scratch, r.doc.Text(next)...)
		}
		s = string(r.scratch)
	}
	var ends noEnds
	done := 0
	for {
		m, ok := nextFormula(s, done, r.delimiters, &ends)
		if !ok {
			break
		}
		r.inline.AddText(s[done:m.start])
		r.tex = append(r.tex[:0], m.tex...)
		r.addFormula(r.cleanTeX(r.tex, m.display && r.phrasing == blocks), m.display)
		done = m.end
	}
	r.inline.AddText(s[done:])
}

func (r *Renderer) isText(id dom.ID) bool { return id != 0 && r.doc.Node(id).Kind == dom.KindText }

// markedFormula is a formula in text.
type markedFormula struct {
	start, end int
	tex        string
	display    bool
}

// noEnds are the delimiters that have no more ends in a text, so that these are looked for once.
type noEnds [delimiterKinds]bool

const (
	parentheses = iota
	brackets
	twoDollars
	oneDollar
	environments

	delimiterKinds
)

// nextFormula finds the first formula from a place on.
func nextFormula(s string, from int, delimiters mathDelimiters, ends *noEnds) (markedFormula, bool) {
	for at := from; ; {
		i := strings.IndexAny(s[at:], `\$`)
		if i < 0 {
			return markedFormula{}, false
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
		m := markedFormula{start: at, end: at + open + length + len(end), display: kind != parentheses && kind != oneDollar}
		m.tex = s[at+open : at+open+length]
		if kind == environments {
			m.end += len(`\end`)
			m.tex = s[m.start:m.end] // All of it is TeX.
		}
		if strings.TrimSpace(m.tex) == "" {
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
func delimiterAt(s string, delimiters mathDelimiters) (kind, length int, end string) {
	switch {
	case strings.HasPrefix(s, `\(`):
		return parentheses, 2, `\)`
	case strings.HasPrefix(s, `\[`):
		return brackets, 2, `\]`
	case strings.HasPrefix(s, "$$"):
		return twoDollars, 2, "$$"
	case strings.HasPrefix(s, "$") && delimiters == dollarDelimiters:
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

// showsText tells of text of which something is sure to be written.
func (r *Renderer) showsText(s string) bool {
	if r.settings.DropMath && strings.ContainsAny(s, `\$`) {
		r.doubt()
		if r.delimiters != noDelimiters {
			return false // All of it may be formulas.
		}
	}
	return strings.ContainsFunc(s, inline.IsSeen)
}
