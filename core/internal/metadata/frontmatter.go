package metadata

import (
	"strings"
	"unicode/utf8"
)

// AppendFrontMatter appends m as YAML between lines of three dashes, without a line end behind the last. It appends nothing if
// the document says nothing of itself.
//
// All values are double-quoted, which is the only style that any text has a form in, and that no reader takes for a number, a
// date or a boolean: https://yaml.org/spec/1.2.2/#731-double-quoted-style
func AppendFrontMatter(dst []byte, m *Metadata) []byte {
	start := len(dst)
	for _, entry := range [...]struct{ key, value string }{
		{"title", m.Title},
		{"description", m.Description},
		{"canonical", m.Canonical},
		{"author", strings.Join(m.Authors, ", ")},
		{"date", m.Published},
		{"modified", m.Modified},
		{"lang", m.Language},
		{"site", m.SiteName},
		{"image", m.Image},
	} {
		dst = appendEntry(dst, start, entry.key, entry.value)
	}
	dst = appendList(dst, start, "keywords", m.Keywords)
	dst = appendEntry(dst, start, "section", m.Section)
	dst = appendEntry(dst, start, "type", m.Type)
	dst = appendEntry(dst, start, "favicon", m.Favicon)
	feeds := make([]string, len(m.Feeds))
	for i := range m.Feeds {
		feeds[i] = m.Feeds[i].URL
	}
	dst = appendList(dst, start, "feeds", feeds)
	if len(dst) > start {
		dst = append(dst, "\n---"...)
	}
	return dst
}

func appendEntry(dst []byte, start int, key, value string) []byte {
	if value == "" {
		return dst
	}
	return appendQuoted(appendKey(dst, start, key), value)
}

func appendList(dst []byte, start int, key string, values []string) []byte {
	if len(values) == 0 {
		return dst
	}
	dst = append(appendKey(dst, start, key), '[')
	for i, value := range values {
		if i > 0 {
			dst = append(dst, ", "...)
		}
		dst = appendQuoted(dst, value)
	}
	return append(dst, ']')
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
