package inline

import "unicode/utf8"

// lineEnd tells whether the white space that has come holds a line end of the source, and nothing else that keeps words apart.
type lineEnd int8

const (
	noLineEnd lineEnd = iota
	atLineEnd
	firmSpace
)

// joinLine takes away white space that is to come before text where it is but the end of a line between characters of scripts that are
// written without spaces, as CSS does.
// https://drafts.csswg.org/css-text-3/#line-break-transform
//
//go:noinline
func (r *run) joinLine(s string) {
	if r.lineEnd == atLineEnd && r.breaks == 0 && !r.softBreak {
		last := len(r.tokens) - 1
		for last >= 0 && (r.tokens[last].kind == openToken || r.tokens[last].kind == closeToken) {
			last--
		}
		if last >= 0 && r.tokens[last].kind == textToken {
			before, _ := utf8.DecodeLastRune(r.text[r.tokens[last].start:r.tokens[last].end])
			after, _ := utf8.DecodeRuneInString(s)
			r.space = r.space && !(isSpaceless(before) && isSpaceless(after))
		}
	}
	r.lineEnd = noLineEnd
}
