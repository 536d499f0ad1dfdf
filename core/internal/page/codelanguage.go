package page

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// codeLevels is how many elements around a code block may say what language it is in.
const codeLevels = 6

// Language finds the name of a programming language: on the block, the code in it, or what is around it.
func (p *Page) Language(block dom.ID) string {
	var room [3 + codeLevels]dom.ID
	elements := p.codeElements(room[:0], block)
	around := len(elements) // where what is around the block begins
	elements = append(elements, p.doc.Node(block).Parent)
	for id := elements[around]; len(elements) < cap(elements); {
		if id = p.doc.Node(id).Parent; id == 0 || !isAroundCode(p.doc.Node(id).Tag) {
			break
		}
		elements = append(elements, id)
	}
	for i, id := range elements {
		if name := classLanguage(p.doc.Value(id, dom.AttrClass)); name != "" && (i <= around || IsLanguage(name)) {
			return name
		}
	}
	for i, id := range elements {
		if name := p.attributeLanguage(id); name != "" && (i <= around || IsLanguage(name)) {
			return name
		}
	}
	for i, id := range elements {
		if name := bareLanguage(p.doc.Value(id, dom.AttrClass), i >= around); name != "" {
			return name
		}
	}
	for _, id := range elements[:around] {
		if name := p.doc.Value(id, dom.AttrLang); !isNaturalLanguage(name) {
			if name = languageName(name); name != "" {
				return name
			}
		}
	}
	if name := p.labelLanguage(block); name != "" {
		return name
	}
	return p.innerLabel(block)
}

// innerLabel returns the language that a label names which stands in <pre> before the code, where that is all that does: Perplexity.
func (p *Page) innerLabel(pre dom.ID) string {
	if Of(p.doc.Node(pre).Tag).Role != Preformatted || p.doc.Is(p.doc.Node(pre).First, dom.TagCode) || p.codeBesideLabels(pre) == pre {
		return ""
	}
	for id := p.doc.Following(pre, pre); id != 0 && !p.doc.Is(id, dom.TagCode); id = p.doc.Following(id, pre) {
		p.step()
		if name := strings.ToLower(ascii.Trim(p.doc.Text(id))); p.IsText(id) && IsLanguage(name) {
			return name
		}
	}
	return ""
}

// labelLevels is how many elements around a code block may have its label before them.
const labelLevels = 4

// labelLanguage returns the language that a label names which stands before a code block and is left out, where nothing else does: DeepSeek,
// Gemini.
func (p *Page) labelLanguage(block dom.ID) string {
	id := block
	for range labelLevels {
		before := p.doc.Node(id).Prev
		for before != 0 && p.doc.IsBlank(before) {
			before = p.doc.Node(before).Prev
		}
		for n := 0; n < labelLevels && before != 0 && p.IsCodeFurniture(before) && p.isFramed(id); n++ {
			if name := p.languageIn(before); name != "" {
				return name
			}
			before = p.prevElement(before)
		}
		if p.IsElement(before) && p.isFramed(id) {
			if name := classLanguage(p.doc.Value(before, dom.AttrClass)); name != "" { // LoveIt of Hugo
				return name
			}
		}
		if p.doc.Is(before, dom.TagPre) && p.IsEditLink(before) { // Joplin
			name, _ := p.doc.Named(before, "data-joplin-language")
			return languageName(name)
		}
		if id = p.doc.Node(id).Parent; id == 0 || !isAroundCode(p.doc.Node(id).Tag) {
			return ""
		}
	}
	return ""
}

// isFramed reports whether an element is in what stands around code, which is rendered as a whole.
func (p *Page) isFramed(id dom.ID) bool {
	for range labelLevels {
		if id = p.doc.Node(id).Parent; id == 0 {
			return false
		}
		if p.doc.Is(id, dom.TagDiv) && p.codeBoxByName(id) == CodeFrame {
			return true
		}
	}
	return false
}

// languageIn returns the first text in an element that is the name of a language, in lower case.
func (p *Page) languageIn(id dom.ID) string {
	c := id
	for range lookAhead {
		if c = p.doc.Following(c, id); c == 0 {
			return ""
		}
		if n := p.doc.Node(c); n.Kind == dom.KindText {
			if name := strings.ToLower(ascii.Trim(p.doc.Text(c))); IsLanguage(name) {
				return name
			}
		}
	}
	return ""
}

// codeElements appends the elements that are the code of a block: the first <code> in <pre>, or what there is in another that says it.
func (p *Page) codeElements(found []dom.ID, block dom.ID) []dom.ID {
	if Of(p.doc.Node(block).Tag).Role == Preformatted {
		if code := p.doc.Find(block, dom.TagCode); code != 0 {
			if p.isGutterCode(code) {
				code = p.doc.Node(code).Next
			}
			found = append(found, code)
		}
		return append(found, block)
	}
	c := block
	for seen := 0; ; seen++ {
		if c = p.doc.Following(c, block); c == 0 {
			return append(found, block)
		}
		p.step()
		n := p.doc.Node(c)
		isCode := n.Tag == dom.TagPre || n.Tag == dom.TagCode && n.Traits&dom.HasClass != 0
		if (isCode || n.Tag == dom.TagDiv && seen < lookAhead) && p.saysLanguage(c) {
			return append(found, c, block)
		}
	}
}

// saysLanguage reports whether an element says itself what language it is in.
func (p *Page) saysLanguage(id dom.ID) bool {
	class := p.doc.Value(id, dom.AttrClass)
	return classLanguage(class) != "" || p.attributeLanguage(id) != "" || p.doc.Is(id, dom.TagPre) && bareLanguage(class, false) != ""
}

// isAroundCode reports whether an element may be part of what a highlighter writes around a block.
func isAroundCode(tag dom.Tag) bool {
	switch tag {
	case dom.TagDiv, dom.TagFigure, dom.TagTable, dom.TagTbody, dom.TagTr, dom.TagTd, dom.Unknown:
		return true
	}
	return false
}

// languagePrefixes are what classes with the name of a language begin with. The standard has the first, and most write one of these.
// https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-code-element
var languagePrefixes = [...]string{
	"language-", "lang-",
	"highlight-source-", "highlight-text-html-", "highlight-text-", // GitHub
	"mw-highlight-lang-",   // MediaWiki
	"brush:",               // SyntaxHighlighter
	"lang:",                // Crayon
	"enlighter-l-",         // Enlighter
	"shj-lang-",            // Speed Highlight
	"src-",                 // Org
	"source-",              // GeSHi
	"code-snippet__",       // WeChat
	"highlight-", "brush-", // Sphinx
	"syntax-", "code-", "hl-", // Jira, nbconvert
}

// surePrefixes are so many of them that no other classes begin with.
const surePrefixes = 9

// classLanguage finds the name of a language among classes.
func classLanguage(classes string) string {
	for rest := classes; rest != ""; {
		class := rest
		if i := strings.IndexAny(rest, ascii.Space); i >= 0 {
			class, rest = class[:i], rest[i+1:]
		} else {
			rest = ""
		}
		for i, prefix := range languagePrefixes {
			name, ok := strings.CutPrefix(class, prefix)
			if !ok {
				continue
			}
			if name == "" && prefix == "brush:" {
				name, _, _ = strings.Cut(strings.TrimLeft(rest, ascii.Space), " ")
			}
			if strings.HasPrefix(prefix, "brush") {
				name = brushLanguage(name)
			}
			if name == "basic" && prefix == "highlight-text-html-" {
				name = "html"
			}
			if name = languageName(name); name != "" && (i < surePrefixes || IsLanguage(name) || prefix == "highlight-" && strings.Contains(classes, "notranslate")) {
				return name
			}
			break
		}
	}
	return ""
}

// attributeLanguage finds the name of a language among the attributes that are there to tell it.
func (p *Page) attributeLanguage(id dom.ID) string {
	for a := range p.doc.Attrs(id) {
		value := a.Value
		switch a.Name {
		case "data-lang", "data-language", // Chroma and Rouge; Shiki, Prism and Expressive Code
			"data-enlighter-language",              // Enlighter
			"data-code-language", "data-code-lang", // editors
			"data-code-wrap",                                // Discourse
			"data-canonical-lang",                           // GitLab
			"data-tagsearch-lang",                           // GitHub
			"data-ke-language", "data-programming-language", // Tistory
			"data-highlight-lang", "language", "syntax":
		case "data-syntaxhighlighter-params": // Confluence
			_, value, _ = strings.Cut(value, "brush:")
			value = brushLanguage(strings.TrimLeft(value, " "))
		case "style":
			if value == "" || !isEvernoteCode(value) {
				continue
			}
			value = styleValue(value, "--en-syntaxLanguage")
		default:
			continue
		}
		if name := languageName(ascii.Trim(value)); name != "" {
			return name
		}
	}
	return ""
}

// brushLanguage returns the name of the language that a brush of SyntaxHighlighter is for, of which one is that of plain text.
func brushLanguage(brush string) string {
	brush, _, _ = strings.Cut(brush, ";")
	if brush == "text" {
		return ""
	}
	return brush
}

// isCodeClass reports whether a class is one that boxes around code have beside the name of the language: those of Pygments and Hexo, Python-Markdown, pandoc, docutils,
// GeSHi and others.
func isCodeClass(class string) bool {
	switch class {
	case "highlight", "codehilite", "sourceCode", "code", "source", "geshi", "mw-geshi", "prettyprint", "chroma", "hljs", "listing":
		return true
	}
	return false
}

// bareLanguage finds the name of a language that is a class by itself. What is around code has one of the classes of such boxes, too.
func bareLanguage(classes string, around bool) string {
	name, isBox := "", !around
	for class := range strings.FieldsSeq(classes) {
		switch {
		case isCodeClass(class):
			isBox = true
		case name == "" && IsLanguage(class):
			name = class
		}
	}
	if !isBox {
		return ""
	}
	return languageName(name)
}

// languageName returns the name of a language as it stands in a class or an attribute, without what is behind it there, and nothing for
// one that stands for none.
func languageName(name string) string {
	if i := strings.IndexAny(name, ",{:"); i > 0 { // rustdoc, Gatsby, and file names behind colons
		name = name[:i]
	}
	switch strings.ToLower(name) {
	case "none", "nohighlight", "no-highlight", "undefined", "null", "default", "auto", "unknown", "plain", "nolang", "false":
		return ""
	}
	return name
}

// isNaturalLanguage reports whether a lang attribute tells what language people speak, as the standard has it: the names of the most used
// ones that are not those of programming languages, and all with a region.
func isNaturalLanguage(tag string) bool {
	base, region, hasRegion := strings.Cut(tag, "-")
	if hasRegion && len(base) == 2 && (len(region) == 2 || len(region) == 4) {
		return true
	}
	switch strings.ToLower(tag) {
	case "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "nb", "fi", "ru", "uk", "ja", "zh", "ko", "ar", "he", "tr", "hu", "ro", "el", "th", "vi":
		return true
	}
	return false
}
