package markdown

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// language finds the name of a programming language: on the block, the code in it, or what is around it.
func (r *Renderer) language(pre dom.ID) string {
	elements := [...]dom.ID{r.doc.Find(pre, dom.TagCode), pre, r.doc.Node(pre).Parent}
	for _, id := range elements {
		if id == 0 {
			continue
		}
		if name := classLanguage(r.doc.Value(id, dom.AttrClass)); name != "" {
			return name
		}
	}
	for _, id := range elements {
		if id == 0 {
			continue
		}
		if name := r.doc.Value(id, dom.AttrDataLang); name != "" {
			return name
		}
	}
	return r.doc.Value(pre, dom.AttrLang)
}

// classLanguage finds the name of a language among classes.
func classLanguage(classes string) string {
	for classes != "" {
		class := classes
		if i := strings.IndexAny(classes, ascii.Space); i >= 0 {
			class, classes = classes[:i], classes[i+1:]
		} else {
			classes = ""
		}
		for _, prefix := range [...]string{"language-", "lang-", "highlight-source-"} {
			if name, ok := strings.CutPrefix(class, prefix); ok && name != "" {
				return name
			}
		}
	}
	return ""
}

// appendInfo writes the info string of a fenced code block.
func appendInfo(dst []byte, language string) []byte {
	for i := range len(language) {
		c := language[i]
		if ascii.IsSpace(c) {
			break
		}
		if i == 0 && (c == '~' || c == '`') || c == '\\' && i+1 < len(language) && ascii.IsPunct(language[i+1]) || c == '&' && isEntity(language[i:]) {
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
