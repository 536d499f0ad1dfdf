package metadata

// MendJSON is mendJSON.
func MendJSON(text string) string { return string(mendJSON(nil, text)) }

// ParseDate is parseDate, which it writes.
func ParseDate(text string, dayFirst bool) string {
	if d, ok := parseDate(text, dayFirst); ok {
		return d.String()
	}
	return ""
}

// WordsOf returns what the words of a value say: as it is remembered, and as it is read.
func WordsOf(value string) (remembered, read uint32) {
	var known knownWords
	known.of(value)
	return uint32(known.of(value)), uint32(wordsOf(value))
}
