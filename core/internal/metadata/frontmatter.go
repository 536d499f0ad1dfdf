package metadata

import "unicode/utf8"

// AppendFrontMatter appends m as YAML between lines of three dashes, without a line end behind the last. It appends nothing if
// the document says nothing of itself.
//
// All values are double-quoted, which is the only style that any text has a form in, and that no reader takes for a number, a
// date or a boolean: https://yaml.org/spec/1.2.2/#731-double-quoted-style
func AppendFrontMatter(dst []byte, m Metadata) []byte {
	start := len(dst)
	for _, entry := range [...]struct{ key, value string }{
		{"title", m.Title},
		{"description", m.Description},
		{"canonical", m.Canonical},
		{"author", m.Author},
		{"date", m.Date},
		{"modified", m.Modified},
		{"lang", m.Lang},
		{"site", m.Site},
		{"image", m.Image},
	} {
		if entry.value != "" {
			dst = appendKey(dst, start, entry.key)
			dst = appendQuoted(dst, entry.value)
		}
	}
	for i, keyword := range m.Keywords {
		if i == 0 {
			dst = append(appendKey(dst, start, "keywords"), '[')
		} else {
			dst = append(dst, ", "...)
		}
		dst = appendQuoted(dst, keyword)
	}
	if len(m.Keywords) > 0 {
		dst = append(dst, ']')
	}
	if len(dst) > start {
		dst = append(dst, "\n---"...)
	}
	return dst
}

// appendKey begins an entry, and with the first one the front matter.
func appendKey(dst []byte, start int, key string) []byte {
	if len(dst) == start {
		dst = append(dst, "---"...)
	}
	dst = append(dst, '\n')
	dst = append(dst, key...)
	return append(dst, ": "...)
}

// appendQuoted writes a double-quoted scalar in one line. What YAML does not print, or some readers take for a line end, is
// escaped.
func appendQuoted(dst []byte, s string) []byte {
	const hex = "0123456789abcdef"
	dst = append(dst, '"')
	for _, c := range s {
		switch {
		case c == '"' || c == '\\':
			dst = append(dst, '\\', byte(c))
		case c < ' ' || 0x7F <= c && c <= 0x9F:
			dst = append(dst, '\\', 'x', hex[c>>4], hex[c&15])
		case c == '\u2028' || c == '\u2029' || c == '\uFEFF' || c == '\uFFFE' || c == '\uFFFF':
			dst = append(dst, '\\', 'u', hex[c>>12], hex[c>>8&15], hex[c>>4&15], hex[c&15])
		default:
			dst = utf8.AppendRune(dst, c)
		}
	}
	return append(dst, '"')
}
