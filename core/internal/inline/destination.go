package inline

import (
	"strings"

	"tidemark/core/internal/ascii"
)

// appendDestination writes the destination of a link or an image.
// https://spec.commonmark.org/0.31.2/#link-destination
func appendDestination(dst []byte, address string) []byte {
	if address != "" && !oddButAmpersand.In(address) {
		return appendPlainAddress(dst, address)
	}
	space := strings.IndexByte(address, ' ')
	angle := address == "" || space >= 0 && !looksLikeTag(address, space)
	parens := strings.IndexByte(address, '(') < 0 && strings.IndexByte(address, ')') < 0 || balancedParens(address)
	if !angle && space < 0 && parens && !oddButCommon.In(address) {
		return appendPlainAddress(dst, address)
	}
	if angle {
		dst = append(dst, '<')
	}
	done := 0
	for i := range len(address) {
		c := address[i]
		if !oddInDestination.Has(c) {
			continue
		}
		dst = append(dst, address[done:i]...)
		done = i + 1
		switch {
		case c < ' ', c == ' ' && !angle, c == 0x7f, c == '\\', c == '`', c == '<', c == '>':
			// A renderer would write it so, too.
			dst = append(dst, '%', "0123456789ABCDEF"[c>>4], "0123456789ABCDEF"[c&15])
		case !parens && (c == '(' || c == ')'), c == ']' && strings.HasPrefix(address[i+1:], "("):
			dst = append(dst, '\\', c)
		case c == '&' && isReference(address[i:]):
			dst = append(dst, "&amp;"...)
		default:
			dst = append(dst, c)
		}
	}
	dst = append(dst, address[done:]...)
	if angle {
		dst = append(dst, '>')
	}
	return dst
}

// looksLikeTag reports whether angle brackets around an address could be those of a tag with attributes, to a reader that sees no
// link there. The first space is at that place.
func looksLikeTag(address string, space int) bool {
	inName := func(c byte) bool { return ascii.IsAlnum(c) || strings.IndexByte("-_.:", c) >= 0 }
	if space == 0 || !ascii.IsLetter(address[0]) || !all(address[:space], inName) {
		return false
	}
	for attribute := range strings.FieldsSeq(address[space:]) {
		name, _, hasValue := strings.Cut(attribute, "=")
		if hasValue || !all(name, inName) {
			return hasValue && all(name, inName)
		}
	}
	return true
}

// appendPlainAddress appends an address in which only ampersands may have to be written otherwise.
func appendPlainAddress(dst []byte, address string) []byte {
	for at, done := 0, 0; ; {
		i := strings.IndexByte(address[at:], '&')
		if i < 0 {
			return append(dst, address[done:]...)
		}
		at += i + 1
		if isReference(address[at-1:]) {
			dst = append(append(dst, address[done:at]...), "amp;"...) // Some renderers read \&copy; as the character here.
			done = at
		}
	}
}

func balancedParens(s string) bool {
	open := 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			// Renderers stop counting somewhere.
			if open++; open > 8 {
				return false
			}
		case ')':
			if open--; open < 0 {
				return false
			}
		}
	}
	return open == 0
}

// appendTitle writes the title of a link or an image, if it has one, after its destination.
// https://spec.commonmark.org/0.31.2/#link-title
func appendTitle(dst []byte, title string) []byte {
	if title == "" {
		return dst
	}
	dst = append(dst, ` "`...)
	if !oddInTitle.In(title) {
		return append(append(dst, title...), '"')
	}
	start, done := len(dst), 0
	for i := range len(title) {
		c := title[i]
		if !oddInTitle.Has(c) {
			continue
		}
		written := ""
		switch {
		case c == '\n' || c == '\r':
			written = "&#10;"
		case c == '`':
			written = "&#96;" // A code span could begin outside and end here.
		case c == '<' && startsTag(titleByte(title, i+1)) && !isMailbox(title[i+1:]):
			written = "&lt;" // Where a reader sees no link, this is text to it.
		case c == ']' && titleByte(title, i+1) == '(':
			written = `\]\`
		case c == '\\' && titleByte(title, i+1) == '"':
			written = "&#92;" // Some readers would look for the end of the title after its end.
		case c == '"', c == '\\' && ascii.IsPunct(title[i+1]), c == '&' && IsEntity(title[i:]):
			dst = append(append(dst, title[done:i]...), '\\')
			done = i
			continue
		default:
			continue
		}
		dst = append(append(dst, title[done:i]...), written...)
		done = i + 1
	}
	dst = append(dst, title[done:]...)
	return append(referToSeparators(dst, start), '"')
}

// isMailbox reports whether text after < is the start of an e-mail address, and of nothing else.
func isMailbox(text string) bool {
	at := strings.IndexByte(text, '@')
	return at > 0 && all(text[:at], func(c byte) bool { return ascii.IsAlnum(c) || strings.IndexByte("._+-", c) >= 0 })
}

// titleByte is a byte of a title, or the quotation mark after it.
func titleByte(title string, at int) byte {
	if at < len(title) {
		return title[at]
	}
	return '"'
}

// The bytes that may not stand for themselves in a destination and in a title.
const (
	DestinationSpecials = ascii.ControlsAndSpace + "\x7f\\`<>()&]"
	TitleSpecials       = "\x00\n\r`\"\\&<]\xe2"
)

var (
	oddInDestination = ascii.SetOf(DestinationSpecials)
	oddButAmpersand  = ascii.SetOf(ascii.ControlsAndSpace + "\x7f\\`<>()]")
	oddButCommon     = ascii.SetOf(ascii.ControlsAndSpace + "\x7f\\`<>]")
	oddInTitle       = ascii.SetOf(TitleSpecials)
)
