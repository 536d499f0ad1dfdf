package inline

import (
	"bytes"
	"slices"

	"tidemark/core/internal/ascii"
)

// endsTags reports whether what looks like the start of a tag may find an end in the run: there is a >, or what may be written
// with one.
func (e *escaper) endsTags(r *run) bool {
	if e.tags == unasked {
		e.tags = tristateOf(bytes.IndexByte(r.text, '>') >= 0 || slices.ContainsFunc(r.tokens, mayEndTag))
	}
	return e.tags == yes
}

func mayEndTag(t token) bool {
	return t.kind == openToken || t.kind == breakToken || t.kind == imageToken || t.kind == rawToken
}

// holdsMailbox reports whether what looks like the start of an e-mail address between < and > may be one.
func (e *escaper) holdsMailbox(r *run) bool {
	if e.mailboxes == unasked {
		e.mailboxes = tristateOf(e.endsTags(r) && bytes.IndexByte(r.text, '@') >= 0)
	}
	return e.mailboxes == yes
}

// startsMailbox reports whether text after < can be an e-mail address, or begin one that goes on after it.
// https://spec.commonmark.org/0.31.2/#email-address
func startsMailbox[T ~string | ~[]byte](text T) bool {
	for i := range len(text) {
		c := text[i]
		if c == '@' {
			return true
		}
		if !isEmailChar(c) {
			return false
		}
	}
	return true
}

// startsTag reports whether < and that character can begin HTML or an autolink.
func startsTag(next byte) bool {
	return ascii.IsLetter(next) || next == '/' || next == '!' || next == '?'
}
