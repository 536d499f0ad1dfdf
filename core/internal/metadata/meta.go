package metadata

import (
	"strings"

	"tidemark/core/internal/dom"
)

// vocabularies tell what the names of <meta> in them say: which field, and how good a claim to it that is.
var vocabularies = [...]func(name string) (field, rank){openGraph, twitterCard, dublinCore, citation, standardName, publisherName}

// readMeta reads a <meta>, which has its names in `name`, or in `property` as RDFa has it.
func (r *reader) readMeta(id dom.ID) {
	content := clean(r.doc.Value(id, dom.AttrContent))
	if content == "" {
		return
	}
	isKnown := false
	for name := range strings.FieldsSeq(r.doc.Value(id, dom.AttrProperty)) {
		if r.readName(name, content) {
			isKnown = true
		}
	}
	if isKnown {
		return
	}
	if name := r.doc.Value(id, dom.AttrName); name != "" && r.readName(strings.TrimSpace(name), content) {
		return
	}
	if strings.EqualFold(r.doc.Value(id, dom.AttrHTTPEquiv), "content-language") && !strings.Contains(content, ",") {
		r.claim(language, 4, "meta content-language", languageTag(content))
	}
}

// readName makes a claim of a <meta> with that name, and reports whether it is one of a vocabulary.
func (r *reader) readName(name, content string) bool {
	key := strings.ToLower(name)
	for _, of := range vocabularies {
		if f, rank := of(key); f != none {
			r.claimAs(f, rank, "meta "+key, content)
			return true
		}
	}
	r.readLabel(key, content)
	return false
}

// claimAs makes a claim of a text that has the form of the field in it.
func (r *reader) claimAs(f field, rank rank, source, text string) {
	switch f {
	case published, modified:
		r.claimDate(f, rank, source, text)
	case authors:
		r.claimAuthors(rank, source, text)
	case keywords:
		r.claimKeywords(rank, source, text)
	case canonical, image, favicon:
		r.claim(f, rank, source, r.webAddress(text))
	case language:
		r.claim(f, rank, source, languageTag(text))
	default:
		r.claim(f, rank, source, text)
	}
}

func (r *reader) claimDate(f field, rank rank, source, text string) {
	if d, ok := parseDate(text, r.dayFirst()); ok {
		r.claim(f, rank, source, d.String())
	}
}

func (r *reader) claimKeywords(rank rank, source, text string) {
	separators := ","
	if !strings.Contains(text, ",") {
		separators = ";,、，"
	}
	for keyword := range strings.FieldsFuncSeq(text, func(c rune) bool { return strings.ContainsRune(separators, c) }) {
		r.claim(keywords, rank, source, collapse(keyword))
	}
}

// languageTag makes a tag of BCP 47 of a locale, such as en_GB.UTF-8, and nothing of what is neither.
func languageTag(text string) string {
	tag, _, _ := strings.Cut(strings.ReplaceAll(text, "_", "-"), ".")
	for i := range len(tag) {
		switch c := tag[i]; {
		case c == '-', '0' <= c && c <= '9', 'a' <= c|0x20 && c|0x20 <= 'z':
		default:
			return ""
		}
	}
	return tag
}
