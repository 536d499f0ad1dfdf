package inline

import (
	"bytes"

	"tidemark/core/internal/ascii"
)

// Unclosed returns what ends the block that Markdown leaves open at its end, in which all that follows would be: the fence of code, or the
// end of HTML that goes on over blank lines. It is empty where there is no such block: one that stands in an item or a quotation ends with it.
func Unclosed(markdown []byte) string {
	var s blockScanner
	for line := range bytes.SplitSeq(markdown, []byte("\n")) {
		s.line(line)
	}
	if len(s.containers) > 0 {
		return ""
	}
	switch s.leaf {
	case fenceLeaf:
		return string(s.fence)
	case htmlLeaf:
		return s.end
	}
	return ""
}

// blockScanner follows the structure of blocks, line by line, as far as to know which is open.
// https://spec.commonmark.org/0.31.2/#phase-1-block-structure
type blockScanner struct {
	containers []int // that are open: the columns that the content of an item is indented by, 0 of a quotation
	leaf       leaf  // that is open in the last of them
	empty      int   // how many there are up to an item that has only its marker; 0 where there is none
	fence      []byte
	end        string // of HTML; empty where that is a blank line

	rest   []byte // of the line
	column int    // where it begins
}

// leaf is a block that holds no others.
type leaf uint8

const (
	noLeaf leaf = iota
	paragraphLeaf
	fenceLeaf
	htmlLeaf
)

func (s *blockScanner) line(line []byte) {
	s.rest, s.column = bytes.TrimRight(line, "\r"), 0
	matched := s.match()
	if s.empty > 0 && s.isBlank() {
		matched = min(matched, s.empty-1) // An item begins with one blank line at most.
	}
	s.empty = 0
	if matched < len(s.containers) {
		if s.leaf == paragraphLeaf && !s.isBlank() && !beginsBlock(s.rest, false) {
			return // It goes on with the paragraph all the same.
		}
		s.containers, s.leaf = s.containers[:matched], noLeaf
	}
	switch s.leaf {
	case fenceLeaf:
		s.inFence()
		return
	case htmlLeaf:
		s.inHTML()
		return
	}
	for s.enter() {
	}
	s.begin()
}

// match goes past what the open containers have at the beginning of the line, and returns of how many it has.
func (s *blockScanner) match() int {
	for i, width := range s.containers {
		switch {
		case width == 0:
			if !s.quote() {
				return i
			}
		case s.isBlank():
		case s.indent() >= width:
			s.skip(width)
		default:
			return i
		}
	}
	return len(s.containers)
}

func (s *blockScanner) isBlank() bool { return len(bytes.TrimSpace(s.rest)) == 0 }

// indent is how many columns of white space the rest of the line begins with.
func (s *blockScanner) indent() int {
	column := s.column
	for _, c := range s.rest {
		switch c {
		case ' ':
			column++
		case '\t':
			column += 4 - column%4
		default:
			return column - s.column
		}
	}
	return column - s.column
}

// skip goes past so many columns of white space. What is left of a tab is spaces.
func (s *blockScanner) skip(columns int) {
	for end := s.column + columns; s.column < end && len(s.rest) > 0; {
		if s.rest[0] != '\t' {
			s.rest, s.column = s.rest[1:], s.column+1
			continue
		}
		width := 4 - s.column%4
		s.rest = append(bytes.Repeat([]byte(" "), width), s.rest[1:]...)
	}
}

// quote goes past the marker of a quotation.
func (s *blockScanner) quote() bool {
	n := s.indent()
	text := bytes.TrimLeft(s.rest, " \t")
	if n > 3 || len(text) == 0 || text[0] != '>' {
		return false
	}
	s.skip(n)
	s.rest, s.column = s.rest[1:], s.column+1
	if s.indent() > 0 {
		s.skip(1)
	}
	return true
}

// enter enters a container that begins here.
func (s *blockScanner) enter() bool {
	if s.quote() {
		s.containers, s.leaf = append(s.containers, 0), noLeaf
		return true
	}
	n := s.indent()
	text := bytes.TrimLeft(s.rest, " \t")
	if n > 3 || len(text) == 0 || ListMarker(text) == 0 || isThematicBreak(nil, text) {
		return false
	}
	marker := digits(text) + 1
	isEmpty := len(bytes.TrimSpace(text[marker:])) == 0
	if s.leaf == paragraphLeaf && (isEmpty || marker > 1 && string(text[:marker-1]) != "1") {
		return false // Such an item interrupts no paragraph.
	}
	s.skip(n)
	s.rest, s.column = s.rest[marker:], s.column+marker
	spaces := s.indent()
	if isEmpty || spaces > 4 {
		spaces = 1
	}
	s.skip(spaces)
	s.containers, s.leaf = append(s.containers, n+marker+spaces), noLeaf
	if isEmpty {
		s.empty = len(s.containers)
	}
	return true
}

// begin begins a leaf with the rest of the line, or goes on with a paragraph.
func (s *blockScanner) begin() {
	text := bytes.TrimLeft(s.rest, " \t")
	switch {
	case len(text) == 0:
		s.leaf = noLeaf
	case s.indent() > 3:
		// Code, or a paragraph that goes on.
	case fenceOf(text) != nil:
		s.leaf, s.fence = fenceLeaf, fenceOf(text)
	case text[0] == '<' && s.beginsHTML(text):
		s.leaf, s.end = htmlLeaf, htmlEnd(text)
		s.inHTML()
	case text[0] == '#' && beginsBlock(text, true), isThematicBreak(nil, text) && text[0] != '=', s.leaf == paragraphLeaf && beginsBlock(text, false) && text[0] == '=':
		s.leaf = noLeaf
	default:
		s.leaf = paragraphLeaf
	}
}

// beginsHTML reports whether a line begins a block of HTML, which one tag alone does not in a paragraph.
func (s *blockScanner) beginsHTML(text []byte) bool {
	return beginsHTMLBlock(text) || s.leaf != paragraphLeaf && isTagAlone(text)
}

// isTagAlone reports whether a line is one tag and nothing else.
// https://spec.commonmark.org/0.31.2/#open-tag
func isTagAlone(text []byte) bool {
	closing := len(text) > 1 && text[1] == '/'
	rest := bytes.TrimPrefix(text[1:], []byte("/"))
	if len(rest) == 0 || !ascii.IsLetter(rest[0]) {
		return false
	}
	rest = bytes.TrimLeft(rest, nameBytes)
	for !closing {
		attribute := bytes.TrimLeft(rest, " \t")
		if len(attribute) == len(rest) || len(attribute) == 0 || !ascii.IsLetter(attribute[0]) && attribute[0] != '_' && attribute[0] != ':' {
			break
		}
		rest = bytes.TrimLeft(attribute, nameBytes+"_.:")
		value := bytes.TrimLeft(rest, " \t")
		if len(value) == 0 || value[0] != '=' {
			continue
		}
		if value = bytes.TrimLeft(value[1:], " \t"); len(value) == 0 {
			return false
		}
		switch quote := value[0]; quote {
		case '"', '\'':
			end := bytes.IndexByte(value[1:], quote)
			if end < 0 {
				return false
			}
			rest = value[end+2:]
		default:
			end := bytes.IndexAny(value, " \t\"'=<>`")
			if end <= 0 {
				return false
			}
			rest = value[end:]
		}
	}
	rest = bytes.TrimLeft(rest, " \t")
	if !closing {
		rest = bytes.TrimPrefix(rest, []byte("/"))
	}
	return string(bytes.TrimRight(rest, " \t")) == ">"
}

// nameBytes are those of the name of a tag.
const nameBytes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"

// fenceOf returns the fence that a line opens a code block with, nil if it opens none.
func fenceOf(text []byte) []byte {
	if text[0] != '`' && text[0] != '~' {
		return nil
	}
	if n := runOf(text); n >= 3 && (text[0] == '~' || bytes.IndexByte(text[n:], '`') < 0) {
		return text[:n]
	}
	return nil
}

func (s *blockScanner) inFence() {
	text := bytes.TrimLeft(s.rest, " \t")
	if s.indent() > 3 || len(text) == 0 || text[0] != s.fence[0] {
		return
	}
	if n := runOf(text); n >= len(s.fence) && len(bytes.TrimSpace(text[n:])) == 0 {
		s.leaf = noLeaf
	}
}

func (s *blockScanner) inHTML() {
	if s.end == "" && s.isBlank() || s.end != "" && bytes.Contains(bytes.ToLower(s.rest), []byte(s.end)) {
		s.leaf = noLeaf
	}
}

// htmlEnd returns what ends the HTML that a line begins, empty where that is a blank line.
func htmlEnd(line []byte) string {
	lower := bytes.ToLower(line)
	for _, e := range [...][2]string{
		{"<!--", "-->"}, {"<?", "?>"}, {"<![cdata[", "]]>"}, {"<!", ">"}, {"<script", "</script>"}, {"<pre", "</pre>"}, {"<style", "</style>"},
		{"<textarea", "</textarea>"},
	} {
		if bytes.HasPrefix(lower, []byte(e[0])) {
			return e[1]
		}
	}
	return ""
}
