package inline

import (
	"bytes"

	"tidemark/core/internal/ascii"
)

// Lines returns Markdown without blank lines before and after it, with line feeds for all line ends.
func Lines(markdown []byte) []byte {
	if bytes.IndexByte(markdown, '\r') >= 0 {
		markdown = bytes.ReplaceAll(bytes.ReplaceAll(markdown, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	}
	text := bytes.TrimLeft(markdown, " \t\n")
	start := bytes.LastIndexByte(markdown[:len(markdown)-len(text)], '\n') + 1
	markdown = markdown[start:]
	text = bytes.TrimRight(markdown, " \t\n")
	if end := bytes.IndexByte(markdown[len(text):], '\n'); end >= 0 {
		return markdown[:len(text)+end]
	}
	return markdown
}

// HoldsBlocks reports whether Markdown is, or may be, more than the text of one paragraph: a blank line is in it, or a line that would
// begin or change a block.
// https://spec.commonmark.org/0.31.2/#blocks-and-inlines
func HoldsBlocks(markdown []byte) bool {
	isFirst := true
	for line := range bytes.SplitSeq(markdown, []byte("\n")) {
		if beginsBlock(line, isFirst) {
			return true
		}
		isFirst = false
	}
	return false
}

// beginsBlock reports whether a line, the first of some or one after others, would be more than text.
func beginsBlock(line []byte, isFirst bool) bool {
	text := bytes.TrimLeft(line, " \t")
	indent := len(line) - len(text)
	text = bytes.TrimRight(text, " \t\r")
	if len(text) == 0 {
		return !isFirst
	}
	if indent >= 4 && isFirst || bytes.IndexByte(line[:indent], '\t') >= 0 {
		return true
	}
	n := 1
	for n < len(text) && text[n] == text[0] {
		n++
	}
	ends := func(n int) bool { return n == len(text) || ascii.IsSpace(text[n]) }
	switch c := text[0]; c {
	case '#':
		return n <= 6 && ends(n)
	case '>':
		return true
	case '-', '+', '*', '_':
		return ListMarker(text) != 0 || c != '+' && isThematicBreak(nil, text) || c == '-' && !isFirst && (n == len(text) || isDelimiterRow(text))
	case '=':
		return !isFirst && n == len(text)
	case '|', ':':
		return !isFirst && isDelimiterRow(text)
	case '`', '~':
		return n >= 3 && (c == '~' || bytes.IndexByte(text[n:], '`') < 0)
	case '<':
		return beginsHTMLBlock(text)
	case '[':
		return bytes.Contains(text, []byte("]:"))
	}
	return ListMarker(text) != 0
}

// Continuation returns what further lines begin with of the containers whose markers a line begins with, and whether there is nothing else in the
// line.
func Continuation(line []byte) (prefix []byte, isStart bool) {
	for len(line) > 0 {
		text := bytes.TrimLeft(line, " ")
		spaces := len(line) - len(text)
		n := 0 // the length of a marker
		if len(text) > 0 && text[0] == '>' {
			n = 1
		} else if len(text) > 0 && ListMarker(text) != 0 && !isThematicBreak(nil, text) {
			n = digits(text) + 1
		}
		if n == 0 {
			return append(prefix, bytes.Repeat([]byte(" "), spaces)...), len(text) == 0
		}
		prefix = append(prefix, bytes.Repeat([]byte(" "), spaces+n)...)
		if text[0] == '>' {
			prefix[len(prefix)-1] = '>'
		}
		line = text[n:]
	}
	return prefix, true
}

// ListMarker returns the character of the marker that a line begins with as an item of a list does, 0 where it does not.
// https://spec.commonmark.org/0.31.2/#list-marker
func ListMarker(line []byte) byte {
	n := digits(line)
	if n > 9 || n == len(line) || n+1 < len(line) && !ascii.IsSpace(line[n+1]) {
		return 0
	}
	switch c := line[n]; c {
	case '-', '+', '*':
		if n == 0 {
			return c
		}
	case '.', ')':
		if n > 0 {
			return c
		}
	}
	return 0
}

// blockTags are the names with which a block of HTML begins whatever follows them.
// https://spec.commonmark.org/0.31.2/#html-blocks
var blockTags = func() map[string]bool {
	names := map[string]bool{}
	for name := range bytes.FieldsSeq([]byte("address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset " +
		"figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option p param " +
		"search section summary table tbody td tfoot th thead title tr track ul pre script style textarea")) {
		names[string(name)] = true
	}
	return names
}()

// beginsHTMLBlock reports whether a line that begins with < begins a block of HTML, whatever follows it.
func beginsHTMLBlock(line []byte) bool {
	name := bytes.TrimPrefix(line[1:], []byte("/"))
	if len(name) > 0 && (name[0] == '!' || name[0] == '?') {
		return true
	}
	n := 0
	for n < len(name) && (ascii.IsAlnum(name[n]) || name[n] == '-') {
		n++
	}
	return blockTags[string(bytes.ToLower(name[:n]))]
}

// Enclosed returns the Markdown of a part of a line so that nothing in it pairs up with what stands after it: backticks that are the
// delimiters of no code span, and a backslash at the end, are escaped.
func Enclosed(markdown []byte) []byte {
	var out []byte
	var last map[int]int // where the last run of backticks of each length is
	done := 0
	for at := 0; at < len(markdown); {
		switch markdown[at] {
		case '\\':
			if at+1 == len(markdown) {
				out = append(append(out, markdown[done:]...), '\\')
				done = len(markdown)
			}
			at += 2
		case '`':
			if last == nil {
				last = lastRuns(markdown[at:], at)
			}
			length := runOf(markdown[at:])
			if last[length] > at {
				at = endOfCode(markdown, at+length, length)
				continue
			}
			out = append(out, markdown[done:at]...)
			for range length {
				out = append(out, '\\', '`')
			}
			at += length
			done = at
		default:
			at++
		}
	}
	if out == nil {
		return markdown
	}
	return append(out, markdown[min(done, len(markdown)):]...)
}

// lastRuns returns where the last run of backticks of each length begins in text that begins at a place.
func lastRuns(text []byte, place int) map[int]int {
	last := map[int]int{}
	for at := 0; at < len(text); {
		if text[at] != '`' {
			at++
			continue
		}
		n := runOf(text[at:])
		last[n] = place + at
		at += n
	}
	return last
}

func runOf(text []byte) int {
	n := 1
	for n < len(text) && text[n] == text[0] {
		n++
	}
	return n
}

// endOfCode returns where the code span ends whose text begins at a place of Markdown, after so many backticks. It has an end.
func endOfCode(markdown []byte, at, length int) int {
	for {
		at += bytes.IndexByte(markdown[at:], '`')
		n := runOf(markdown[at:])
		if at += n; n == length {
			return at
		}
	}
}
