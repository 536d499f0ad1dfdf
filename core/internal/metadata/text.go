package metadata

import (
	"strings"
	"unicode"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// longest is how much is read of the text of an element that ought to be a name, a title or a date, in bytes and in nodes: elements that are
// nested in each other are then not read again and again to their ends.
const (
	longest     = 1 << 10
	longestPath = 64
)

// collapse strips and collapses ASCII white space, as the standard does with a title.
func collapse(s string) string {
	if s = strings.Trim(s, ascii.Space); isCollapsed(s) {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, func(c rune) bool { return strings.ContainsRune(ascii.Space, c) }), " ")
}

// isCollapsed reports, of most texts, that there is nothing in them but ASCII that is seen and single spaces.
func isCollapsed(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= 0x7f || c == ' ' && s[i-1] == ' ' {
			return false
		}
	}
	return true
}

// clean strips and collapses all white space, and takes away what is not seen, such as hints for breaking lines.
func clean(s string) string {
	if s = strings.Trim(s, ascii.Space); isCollapsed(s) {
		return s
	}
	return strings.Join(strings.FieldsFunc(strings.Map(visible, s), unicode.IsSpace), " ")
}

// visible drops what has no width.
func visible(c rune) rune {
	switch {
	case c == 0xad, 0x200b <= c && c <= 0x200f, 0x202a <= c && c <= 0x202e, c == 0x2060, 0x2066 <= c && c <= 0x2069, c == 0xfeff:
		return -1
	}
	return c
}

// decoded is clean of what is text by its own format, but that many write character references in.
func (r *reader) decoded(s string) string {
	if i := strings.IndexByte(s, '&'); i >= 0 && strings.IndexByte(s[i:], ';') > 0 {
		s = string(r.doc.Decoded(r.doc.Decode([]byte(s), dom.InText, dom.ReplaceNUL)))
	}
	return clean(s)
}

// text returns the text of an element, with a space where a block begins or ends in it; nothing where it is too long.
func (r *reader) text(root dom.ID) string {
	if only := r.doc.Node(root).First; only != 0 && r.doc.Node(only).Next == 0 && r.doc.Node(only).Kind == dom.KindText {
		if text := r.doc.Text(only); len(text) <= longest {
			return clean(text)
		}
		return ""
	}
	l := liner{doc: r.doc, id: r.doc.Node(root).First, root: root, limit: longest, buf: r.buf[:0]}
	var text []byte
	for steps := 0; l.id != 0; steps++ {
		if steps == longestPath || len(text) > longest {
			return ""
		}
		if line := l.next(false); line != "" {
			text = append(append(text, line...), ' ')
		}
	}
	if line := l.end(); line != "" {
		text = append(text, line...)
	}
	r.buf = l.buf
	return strings.TrimSuffix(string(text), " ")
}

// isPhrasing reports whether an element stands in a line.
func isPhrasing(tag dom.Tag) bool {
	switch tag {
	case dom.TagA, dom.TagAbbr, dom.TagB, dom.TagBdi, dom.TagBdo, dom.TagCite, dom.TagCode, dom.TagData, dom.TagDel,
		dom.TagEm, dom.TagFont, dom.TagI, dom.TagImg, dom.TagIns, dom.TagKbd, dom.TagLabel, dom.TagMark,
		dom.TagQ, dom.TagS, dom.TagSmall, dom.TagSpan, dom.TagStrong, dom.TagSub, dom.TagSup, dom.TagTime, dom.TagU, dom.TagWbr:
		return true
	}
	return false
}

// letters returns the letters and digits of a text in lower case, with one space between words: by it texts are told to be the same.
func letters(s string) string {
	var out strings.Builder
	gap := false
	for _, c := range s {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			if gap && out.Len() > 0 {
				out.WriteByte(' ')
			}
			gap = false
			out.WriteRune(unicode.ToLower(c))
		case c == '\'' || c == '’' || unicode.IsMark(c):
		default:
			gap = true
		}
	}
	return out.String()
}
