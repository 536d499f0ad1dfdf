package markdown

import (
	"bytes"

	"tidemark/core/internal/inline"
)

// maxIndent is how many spaces the line of a block may begin with that is no code. In an item they would count as the indentation of all
// lines.
// https://spec.commonmark.org/0.31.2/#list-items
const maxIndent = 3

// writeRaw writes Markdown as a block, as it is but for the prefix of the containers before each line. A block in it that would go on with what
// follows is closed.
func (r *Renderer) writeRaw(markdown []byte) {
	r.boundary()
	switch {
	case len(markdown) == 0:
		return
	case r.phrasing != blocks:
		r.inline.AddRaw(markdown)
		r.boundary()
		return
	}
	r.w.open(rawBlock)
	first := bytes.TrimLeft(markdown, " \t")
	if indent := markdown[:len(markdown)-len(first)]; bytes.IndexByte(indent, '\t') >= 0 || len(indent) > maxIndent {
		r.w.text("    ") // of code
	}
	r.writeRawLines(first)
	if end := inline.Unclosed(markdown); end != "" {
		r.w.newLine()
		r.w.text(end)
	}
	r.w.lastMark = lastMark(markdown)
}

func (r *Renderer) writeRawLines(markdown []byte) {
	for !r.stopped() {
		line, rest, more := bytes.Cut(markdown, []byte("\n"))
		if len(r.w.prefix) > 0 {
			line = r.expandTabs(line)
		}
		r.w.bytes(line)
		if !more {
			return
		}
		if markdown = rest; len(rest) == 0 || rest[0] == '\n' {
			r.w.blankLine()
			r.w.check()
		} else {
			r.w.newLine()
		}
	}
}

// expandTabs writes the indentation of a line with tabs in it as spaces, and returns the rest: in a container tabs would be of another width.
func (r *Renderer) expandTabs(line []byte) []byte {
	text := bytes.TrimLeft(line, " \t")
	indent := line[:len(line)-len(text)]
	if bytes.IndexByte(indent, '\t') < 0 {
		return line
	}
	const width = 4
	column := 0
	for _, c := range indent {
		to := column + 1
		if c == '\t' {
			to = column/width*width + width
		}
		for ; column < to; column++ {
			r.w.byte(' ')
		}
	}
	return text
}

// lastMark returns the marker of the list that Markdown ends with, 0 where it ends with none: a list after it is to have another.
func lastMark(markdown []byte) byte {
	for end := len(markdown); end > 0; {
		start := bytes.LastIndexByte(markdown[:end], '\n') + 1
		line := markdown[start:end]
		if end = start - 1; len(line) > 0 && line[0] != ' ' && line[0] != '\t' {
			return inline.ListMarker(line)
		}
	}
	return 0
}
