package inline

import "tidemark/core/internal/ascii"

// AppendInfo writes the info string of a fenced code block.
func AppendInfo(dst []byte, language string) []byte {
	for i := range len(language) {
		c := language[i]
		if ascii.IsSpace(c) {
			break
		}
		if i == 0 && (c == '~' || c == '`') || c == '\\' && i+1 < len(language) && ascii.IsPunct(language[i+1]) || c == '&' && IsEntity(language[i:]) {
			dst = append(dst, '\\')
		}
		if c == '|' {
			dst = append(dst, "&#124;"...) // Some readers see the header of a table.
			continue
		}
		dst = append(dst, c)
	}
	return dst
}
