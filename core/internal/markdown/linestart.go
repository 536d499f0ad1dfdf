package markdown

import "bytes"

// lineHazard finds what would begin a block in the text of token i, which stands at the start of a line: the range of it to
// be escaped, empty where there is no such thing.
func (e *escaper) lineHazard(r *run, i int) (from, to int) {
	t := r.tokens[i]
	text := r.text[t.start:t.end]
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
		if alone && c == '-' && (isThematicBreak(text) || !e.first && (n == len(text) || isDelimiterRow(text))) {
			return 0, 1
		}
		if alone && (c == '*' || c == '_') && isThematicBreak(text) {
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
		if e.first && (bytes.Contains(r.text, []byte("]:")) || e.item && isTaskBox(text)) {
			return 0, 1
		}
	default:
		if isDigit(c) {
			if n = digits(text); n <= 9 && n < len(text) && (text[n] == '.' || text[n] == ')') && ends(n+1) {
				return n, n + 1
			}
		}
	}
	return 0, 0
}

func digits(text []byte) int {
	n := 0
	for n < len(text) && isDigit(text[n]) {
		n++
	}
	return n
}

// isThematicBreak tells of three or more of the same character, with or without spaces between them.
func isThematicBreak(line []byte) bool {
	count := 0
	for _, c := range line {
		switch c {
		case ' ':
		case line[0]:
			count++
		default:
			return false
		}
	}
	return count >= 3
}

// isDelimiterRow tells of a line that would make a table of the line before.
// https://github.github.com/gfm/#delimiter-row
func isDelimiterRow(line []byte) bool {
	for _, c := range line {
		if c != '-' && c != ':' && c != '|' && c != ' ' {
			return false
		}
	}
	return bytes.IndexByte(line, '-') >= 0
}

// isTaskBox tells of text that would become the checkbox of a list item.
func isTaskBox(text []byte) bool {
	return len(text) >= 3 && (text[1] == ' ' || text[1]|0x20 == 'x') && text[2] == ']' && (len(text) == 3 || text[3] == ' ')
}
