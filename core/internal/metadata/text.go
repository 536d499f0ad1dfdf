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
	return strings.Join(strings.FieldsFunc(s, func(c rune) bool { return strings.ContainsRune(ascii.Space, c) }), " ")
}

// clean strips and collapses all white space, and takes away what is not seen, such as hints for breaking lines.
func clean(s string) string {
	for i := range len(s) {
		if s[i] >= 0x80 {
			s = strings.Map(visible, s)
			return strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " ")
		}
	}
	return collapse(s)
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

// text returns the text of an element, with a space where an element of blocks begins or ends; nothing where it is too long.
func (r *reader) text(root dom.ID) string { return r.textOf(root, longest, longestPath) }

func (r *reader) textOf(root dom.ID, bytes, nodes int) string {
	buf := r.buf[:0]
	for id := root; id != 0 && len(buf) <= bytes; {
		n := r.doc.Node(id)
		if nodes--; nodes < 0 {
			return ""
		}
		switch {
		case n.Kind == dom.KindText:
			text := r.doc.Text(id)
			buf = append(buf, text[:min(len(text), bytes+1)]...)
		case n.Kind != dom.KindElement:
		case n.Tag == dom.TagScript || n.Tag == dom.TagStyle || n.Tag == dom.TagTemplate || n.Tag == dom.TagSvg || n.Tag == dom.TagButton:
			id = r.doc.FollowingSkipped(id, root)
			continue
		case !isPhrasing(n.Tag):
			buf = append(buf, ' ')
		}
		id = r.doc.Following(id, root)
	}
	r.buf = buf
	if len(buf) > bytes {
		return ""
	}
	return clean(string(buf))
}

// isPhrasing reports whether an element stands in a line.
func isPhrasing(tag dom.Tag) bool {
	switch tag {
	case dom.TagA, dom.TagAbbr, dom.TagB, dom.TagBdi, dom.TagBdo, dom.TagCite, dom.TagCode, dom.TagEm, dom.TagFont, dom.TagI, dom.TagMark,
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
