package page

import (
	"strings"

	"tidemark/core/internal/dom"
)

// darkClasses are the classes of images that only a dark page shows. Each has another beside it that is for the page as it is without script.
var darkClasses = map[string]bool{
	"only-dark":              true, // Furo and the PyData theme of Sphinx
	"themedComponent--dark*": true, // Docusaurus, packages/docusaurus-theme-common/src/components/ThemedComponent
	"VPImage":                true, // VitePress, with the class dark: src/client/theme-default/components/VPImage.vue
}

// isForDarkness reports whether only a dark page shows an image: its class says so, or the fragment of its address, as GitHub and Material for
// MkDocs have it.
func (p *Page) isForDarkness(id dom.ID, source string) bool {
	if strings.HasSuffix(source, "#gh-dark-mode-only") || strings.HasSuffix(source, "#only-dark") {
		return true
	}
	if p.doc.Node(id).Traits&dom.HasKnownClass == 0 || !p.saysClass(id, darkClass) {
		return false
	}
	class := p.doc.Value(id, dom.AttrClass)
	return !hasWord(class, "VPImage") || hasWord(class, "dark")
}
