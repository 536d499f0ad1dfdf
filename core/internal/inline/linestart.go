package inline

import (
	"bytes"
	"slices"
	"strings"

	"tidemark/core/internal/ascii"
)

// lineHazard finds what would begin a block in the text of token i, which stands at the start of a line: the range of it to
// be escaped, empty where there is no such thing. Markers may stand before it in the line.
func (e *escaper) lineHazard(r *run, i int, markers []byte) (from, to int) {
	t := r.tokens[i]
	text := r.text[t.start:t.end]
	if e.document && e.first && BeginsFrontMatter(text) {
		return 0, 1
	}
	// Whether the line holds nothing else.
	alone := i+1 == len(r.tokens) || r.tokens[i+1].kind == breakToken
	ends := func(n int) bool { return n < len(text) && text[n] == ' ' || n == len(text) && alone }

	n := 1 // the length of the run that the line begins with
	for n < len(text) && text[n] == text[0] {
		n++
	}
	switch c := text[0]; c {
	case '#':
		if n <= 6 && ends(n) {
			return 0, 1
		}
	case '>':
		return 0, 1
	case '+', '-', '*', '_':
		if c != '_' && n == 1 && ends(1) {
			return 0, 1
		}
		if alone && c == '-' && (isThematicBreak(markers, text) || !e.first && (n == len(text) || isDelimiterRow(text))) {
			return 0, 1
		}
		if alone && (c == '*' || c == '_') && isThematicBreak(markers, text) {
			if n == len(text) && len(r.tokens) == 1 {
				return 0, 1 // What is left of the run could only close emphasis, and none is open.
			}
			return 0, n // What is left of the run could be emphasis.
		}
	case '=':
		if alone && !e.first && n == len(text) {
			return 0, 1
		}
	case '|', ':':
		if alone && !e.first && isDelimiterRow(text) {
			return 0, 1
		}
	case '`', '~':
		if n >= 3 {
			return 0, n
		}
	case '[':
		if e.first && e.beginsBlock(r, text, alone) || e.footnotes && definesFootnote(text, alone) {
			return 0, 1
		}
	default:
		if ascii.IsDigit(c) {
			if n = digits(text); n <= 9 && n < len(text) && (text[n] == '.' || text[n] == ')') && ends(n+1) {
				return n, n + 1
			}
		}
	}
	return 0, 0
}

func digits(text []byte) int {
	n := 0
	for n < len(text) && ascii.IsDigit(text[n]) {
		n++
	}
	return n
}

// isThematicBreak reports whether text is three or more of the same character, with or without spaces between them. Those of the markers that
// are right before count, too.
func isThematicBreak(markers, text []byte) bool {
	mark := text[0]
	for _, c := range text {
		if c != mark && c != ' ' {
			return false
		}
	}
	count := bytes.Count(text, text[:1])
	for n := len(markers) - 1; n >= 0 && (markers[n] == mark || markers[n] == ' '); n-- {
		if markers[n] == mark {
			count++
		}
	}
	return count >= 3
}

// isDelimiterRow reports whether a line would make a table of the line before.
// https://github.github.com/gfm/#delimiter-row
func isDelimiterRow(line []byte) bool {
	for _, c := range line {
		if c != '-' && c != ':' && c != '|' && c != ' ' {
			return false
		}
	}
	return bytes.IndexByte(line, '-') >= 0
}

// beginsBlock reports whether text that begins with [ would be a link reference definition, the box of a task or the mark of an
// alert.
func (e *escaper) beginsBlock(r *run, text []byte, alone bool) bool {
	return bytes.Contains(r.text, []byte("]:")) || e.item && isTaskBox(text) || e.quote && alone && isAlertMark(text)
}

// definesFootnote reports whether text would be the definition of a footnote, which can interrupt a paragraph. Its label may go on
// after the text, unless that is alone in its line.
func definesFootnote(text []byte, alone bool) bool {
	if len(text) < 2 || text[1] != '^' {
		return false
	}
	end := bytes.IndexByte(text, ']')
	if end < 0 {
		return !alone
	}
	return byteAfter(text, end, 0) == ':'
}

// isTaskBox reports whether text would become the checkbox of a list item. Some renderers ask for no space after it.
func isTaskBox(text []byte) bool {
	return len(text) >= 3 && text[0] == '[' && (text[1] == ' ' || text[1]|0x20 == 'x') && text[2] == ']'
}

// alertKinds are the alerts of GitHub.
// https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts
var alertKinds = [...]string{"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"}

// isAlertMark reports whether a line would make an alert of the quotation that it begins.
func isAlertMark(line []byte) bool {
	end := len(line) - 1
	if end > len("[!IMPORTANT") || line[0] != '[' || line[end] != ']' || line[1] != '!' {
		return false
	}
	return slices.ContainsFunc(alertKinds[:], func(kind string) bool { return strings.EqualFold(string(line[2:end]), kind) })
}

// BeginsFrontMatter reports whether readers take a first line for that of front matter, and not for Markdown: one of three dashes,
// plus signs or semicolons with the name of a language after them or not, JSON, the keywords of Org and Pandoc's title.
func BeginsFrontMatter[T string | []byte](line T) bool {
	switch c := line[0]; c {
	case '{', '%':
		return true
	case '#':
		return len(line) > 1 && line[1] == '+'
	case '-', '+', ';':
		return len(line) > 2 && line[1] == c && line[2] == c
	}
	return false
}
