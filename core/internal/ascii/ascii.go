// Package ascii has what the HTML Standard and CommonMark say of the characters of ASCII, sets of bytes, and bytes by the word.
// Bytes beyond ASCII belong to no class.
package ascii

// Space is ASCII whitespace.
// https://infra.spec.whatwg.org/#ascii-whitespace
const Space = " \t\n\f\r"

// ControlsAndSpace are the C0 controls and the space.
// https://infra.spec.whatwg.org/#c0-control-or-space
const ControlsAndSpace = "\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\v\f\r\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f "

const spaces uint64 = 1<<' ' | 1<<'\t' | 1<<'\n' | 1<<'\f' | 1<<'\r'

// IsSpace reports whether b is ASCII whitespace, which collapses in HTML.
func IsSpace(b byte) bool { return b <= ' ' && spaces>>b&1 != 0 }

// IsDigit reports whether b is a decimal digit.
func IsDigit(b byte) bool { return b >= '0' && b <= '9' }

// IsHex reports whether b is a hexadecimal digit.
func IsHex(b byte) bool { return IsDigit(b) || b|0x20 >= 'a' && b|0x20 <= 'f' }

// IsLetter reports whether b is a letter.
func IsLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// IsAlnum reports whether b is a letter or a decimal digit.
func IsAlnum(b byte) bool { return IsLetter(b) || IsDigit(b) }

// IsUpper reports whether b is an upper-case letter.
func IsUpper(b byte) bool { return b >= 'A' && b <= 'Z' }

// IsPunct reports whether b is ASCII punctuation, which a backslash may stand before.
// https://spec.commonmark.org/0.31.2/#ascii-punctuation-character
func IsPunct(b byte) bool {
	return b >= '!' && b <= '/' || b >= ':' && b <= '@' || b >= '[' && b <= '`' || b >= '{' && b <= '~'
}

// Lower returns b in lower case if it is a letter.
func Lower(b byte) byte {
	if IsUpper(b) {
		return b | 0x20
	}
	return b
}

// Trim returns s without the whitespace at its ends.
func Trim(s string) string {
	for len(s) > 0 && IsSpace(s[0]) {
		s = s[1:]
	}
	for len(s) > 0 && IsSpace(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}
