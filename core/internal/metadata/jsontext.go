package metadata

import "strings"

// mendJSON appends text, which people and templates write, as JSON that readers take: without comments and the marks that scripts are hidden
// from old browsers with, without commas before an end, with quotation marks and line ends in strings escaped. Of what is JSON nothing
// changes but white space. It looks at no byte more than twice.
func mendJSON(dst []byte, text string) []byte {
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c == '"':
			dst, i = mendString(dst, text, i+1)
		case c == ',':
			i++
			if rest := skipBlank(text, i); rest < len(text) && text[rest] != '}' && text[rest] != ']' && text[rest] != ',' {
				dst = append(dst, ',')
			}
		case c == ';':
			i++
		case c == '/' || c == '<' || c == '-' && strings.HasPrefix(text[i:], "-->") || c == ']' && strings.HasPrefix(text[i:], "]]>"):
			if next := skipMark(text, i); next > i {
				i = next
			} else {
				dst, i = append(dst, c), i+1
			}
		case c == 0xC2 && strings.HasPrefix(text[i:], "\u00a0"), c == 0xEF && strings.HasPrefix(text[i:], "\ufeff"):
			dst, i = append(dst, ' '), i+len("\u00a0")
			if c == 0xEF {
				i++
			}
		default:
			dst, i = append(dst, c), i+1
		}
	}
	return dst
}

// skipMark returns where a comment or a mark that hides a script ends, and i where there is none.
func skipMark(text string, i int) int {
	rest := text[i:]
	for _, mark := range [...]string{"<!--", "-->", "<![CDATA[", "]]>"} {
		if strings.HasPrefix(rest, mark) {
			return i + len(mark)
		}
	}
	for _, comment := range [...][2]string{{"/*", "*/"}, {"//", "\n"}} {
		if strings.HasPrefix(rest, comment[0]) {
			if end := strings.Index(rest[2:], comment[1]); end >= 0 {
				return i + 2 + end + len(comment[1])
			}
			return len(text)
		}
	}
	return i
}

func skipBlank(text string, i int) int {
	for i < len(text) && strings.IndexByte(" \t\r\n", text[i]) >= 0 {
		i++
	}
	return i
}

// mendString appends a string from behind its first quotation mark on. It ends at one that is followed by what can follow a string.
func mendString(dst []byte, text string, i int) ([]byte, int) {
	dst = append(dst, '"')
	for i < len(text) {
		c := text[i]
		i++
		switch {
		case c == '"':
			if next := skipBlank(text, i); next == len(text) || strings.IndexByte(",:}]/", text[next]) >= 0 {
				return append(dst, '"'), i
			}
			dst = append(dst, '\\', '"')
		case c == '\\' && i < len(text):
			if strings.IndexByte(`"\/bfnrtu`, text[i]) >= 0 {
				dst = append(dst, '\\')
			}
			dst = append(dst, text[i])
			i++
		case c < ' ':
			dst = append(dst, ' ')
		default:
			dst = append(dst, c)
		}
	}
	return append(dst, '"'), i
}
