package page

import (
	"math"
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// furniture is what stands in or beside code that is no part of it.
type furniture uint8

const (
	notFurniture furniture = iota
	inAnyCase              // whatever is in it
	ifNumbers              // if it holds a number
	besideCode             // right beside a code block, but not in it, where the class may be that of a token
)

// furnitureClasses are the classes of elements in a code block, or right beside one.
var furnitureClasses = byWord(map[furniture][]string{
	ifNumbers: {
		"linenos", "lineno", "linenodiv", // Pygments, Rouge, Doxygen
		"ln", "lnt", "lnlinks", // Chroma
		"linenumber", "react-syntax-highlighter-line-number", // react-syntax-highlighter
		"line-number", "line-numbers", "linenum", "line-num", "lineNumber", "lineNumbers", "line_numbers", // CodeRay, VitePress, rustdoc, Doks
		"hljs-ln-numbers", "hljs-ln-n", "hljs-line-number", // highlightjs-line-numbers
		"blob-num", "js-line-number", "react-line-number", // GitHub
		"lines-num", "linenumbers", "linenr", // Gitea, cgit, gitweb
		"source-line-no", "src-line-numbers", "src-line-no", // Javadoc, rustdoc
		"gl", "rouge-gutter", // Rouge
		"code-line-number", "line_number",
		"ace_gutter-cell", "cm-gutterElement", "CodeMirror-linenumber", // editors
	},
	inAnyCase: {
		"gutter",                                             // Hexo, SyntaxHighlighter, Expressive Code
		"pre-numbering",                                      // CSDN
		"line-numbers-rows",                                  // Prism
		"line-numbers-wrapper",                               // VitePress and VuePress
		"crayon-nums", "crayon-toolbar", "crayon-plain-wrap", // Crayon
		"enlighter-raw",                                                                                     // Enlighter
		"cm-gutters", "CodeMirror-gutter-wrapper", "CodeMirror-gutters", "CodeMirror-measure", "ace_gutter", // editors
		"code-snippet__line-index",                                                  // WeChat
		"copy-code-btn", "code-block-extension-header", "code-block-extension-lang", // Juejin
		"hljs-button", "hljs-button-copy", "hljs-copy", "hljs-copy-button", "hljs-copy-wrapper-button", // CSDN, highlightjs-copy
		"codeblock-button-wrapper",                  // Discourse
		"md-code-block-banner-wrap",                 // DeepSeek
		"zeroclipboard-container", "clipboard-copy", // GitHub
		"copybtn", "copy-btn", "btn-copy", "copy-button", "copybutton", "copyButton", // sphinx-copybutton and others
		"copy-to-clipboard-button", "copy-code-button", "copy-code", "clipboard-button", "btn-clipboard", "bd-clipboard", "clip-button",
		"code-copy", "code-copy-btn", "code-copy-button", "code__copy", "snippet-copy",
		"test-arrow", "button-holder", // rustdoc
		"boring",                                                               // mdBook: lines that are needed to run an example, and hidden
		"ttc", "hover-info", "twoslash-popup-container", "twoslash-popup-info", // what Doxygen, Verso and Twoslash show of a name that is pointed at
		"unselectable", "noselect", "no-select", "user-select-none", "select-none", "nocopy", // prompts
	},
	besideCode: {
		"copy", "copied", // Starlight, VitePress
		"lang", "code-lang", "language-label", "lang-label", "language-name", "code-language", // VitePress, Butterfly
		"toolbar", "code-toolbar-item", "buttons", "highlight-tools", // Prism, mdBook, Butterfly
		"bbCodeBlock-title", "codeheader", "bbcode_description", // XenForo, SMF, vBulletin
		"example-header", "cnblogs_code_toolbar", // MDN, cnblogs
	},
})

// IsCodeFurniture reports whether what stands right beside a code block only serves it: a button that copies it, its line numbers, the
// name of its language.
func (p *Page) IsCodeFurniture(id dom.ID) bool {
	n := p.doc.Node(id)
	switch {
	case n.Kind != dom.KindElement || n.Tag == dom.TagPre || n.Tag == dom.TagTable:
		return false
	case n.Tag == dom.TagButton, n.Tag == dom.TagP && p.doc.Value(n.Parent, dom.AttrClass) == "codebox": // phpBB
		return true
	case n.Tag == dom.Unknown:
		return p.doc.Name(id) == "clipboard-copy" || p.doc.Name(id) == "copy-code" // GitHub, GitLab
	case n.Tag == dom.TagFigcaption:
		return p.isEmptyTitle(id)
	case n.Tag == dom.TagDiv && p.isToolbar(id):
		return true
	case !p.saysClass(id, furnitureClass):
		return false
	}
	for class := range strings.FieldsSeq(p.doc.Value(id, dom.AttrClass)) {
		switch furnitureClasses[class] {
		case inAnyCase, besideCode:
			return true
		case ifNumbers:
			if p.holdsNumber(id) {
				return true
			}
		}
	}
	return false
}

// IsGutter reports whether <pre> holds the line numbers of another: its class says so, or that of the first that is in it, or that cannot be
// selected.
func (p *Page) IsGutter(pre dom.ID) bool {
	if !p.doc.Is(pre, dom.TagPre) {
		return false
	}
	says := p.saysNumbers(pre) && p.doc.Find(pre, dom.TagCode) == 0 // Of a block with code it says that there are some.
	if !says {
		first := p.firstElement(p.codeIn(pre))
		says = first != 0 && p.saysNumbers(first)
	}
	return says && p.holdsNumbers(pre, math.MaxInt)
}

// saysNumbers reports whether the class or the style of an element says that it holds line numbers.
func (p *Page) saysNumbers(id dom.ID) bool {
	n := p.doc.Node(id)
	if n.Traits&dom.HasStyle != 0 && isUnselectable(p.doc.Value(id, dom.AttrStyle)) {
		return true
	}
	if !p.saysClass(id, furnitureClass) {
		return false
	}
	for class := range strings.FieldsSeq(p.doc.Value(id, dom.AttrClass)) {
		if furnitureClasses[class] == ifNumbers {
			return true
		}
	}
	return false
}

// IsCopyButton reports whether a button copies something, wherever it stands.
func (p *Page) IsCopyButton(id dom.ID) bool {
	n := p.doc.Node(id)
	return n.Traits&dom.HasClass != 0 && namesCopy(p.doc.Value(id, dom.AttrClass)) ||
		n.Traits&dom.HasID != 0 && namesCopy(p.doc.Value(id, dom.AttrID)) || // rustdoc
		p.saysCopy(id)
}

// copyWords are what buttons say that copy what they stand beside, where their classes do not say it.
var copyWords = [...]string{"copy", "copy code", "copy to clipboard", "copied", "copied!", "复制", "复制代码", "コピー"}

func (p *Page) saysCopy(button dom.ID) bool {
	text := p.onlyText(button)
	for _, w := range copyWords {
		if strings.EqualFold(text, w) {
			return true
		}
	}
	return false
}

// onlyText returns the text in an element, if it is all in one node.
func (p *Page) onlyText(id dom.ID) (text string) {
	c := id
	for range lookAhead {
		if c = p.doc.Following(c, id); c == 0 {
			return text
		}
		if p.IsText(c) && !p.doc.IsBlank(c) {
			if text != "" {
				return ""
			}
			text = ascii.Trim(p.doc.Text(c))
		}
	}
	return ""
}

func namesCopy(name string) bool {
	return strings.Contains(name, "copy") || strings.Contains(name, "Copy") || strings.Contains(name, "clipboard") || strings.Contains(name, "Clipboard")
}

// isEmptyTitle reports whether the header of a frame of Expressive Code names no file: what is in it is for screen readers.
func (p *Page) isEmptyTitle(id dom.ID) bool {
	if p.doc.Value(id, dom.AttrClass) != "header" {
		return false
	}
	for c := p.doc.Node(id).First; c != 0; c = p.doc.Node(c).Next {
		if p.IsElement(c) && p.doc.Value(c, dom.AttrClass) == "title" {
			return p.doc.Node(c).First == 0
		}
	}
	return true
}

// isFurnitureIn reports whether an element in a code block is no code.
func (p *Page) isFurnitureIn(id dom.ID, c *codeText, beginsLine bool) bool {
	n := p.doc.Node(id)
	switch n.Tag {
	case dom.TagButton:
		return true
	case dom.Unknown:
		return p.doc.Name(id) == "clipboard-copy" || p.doc.Name(id) == "copy-code"
	}
	if id == c.title {
		return true // It has its place before the code.
	}
	if c.isTable && (n.Tag == dom.TagTh || n.Tag == dom.TagThead) || c.title != 0 && n.Tag == dom.TagTr && p.firstElement(id) == c.title {
		return true // Trac has numbers there.
	}
	if c.numberedText != 0 && beginsLine && n.Parent == c.numberedText && (n.Prev == 0 || n.Prev != c.number) {
		if number, ok := p.numberIn(id); ok && (c.number == 0 || number == c.last+1) {
			c.numbers++
			c.number, c.last = id, number
			return true
		}
	}
	if c.numbered != 0 && p.doc.Node(n.Parent).Parent == c.numbered && p.firstElement(n.Parent) == id {
		return true
	}
	if n.Traits&dom.HasStyle != 0 && isUnselectable(p.doc.Value(id, dom.AttrStyle)) {
		return true
	}
	if n.Tag == dom.TagDiv && p.isToolbar(id) || n.Tag == dom.TagCode && p.isGutterCode(id) {
		return true
	}
	if !p.saysClass(id, furnitureClass) || n.Tag == dom.TagCode && n.Prev == 0 && n.Next == 0 {
		return false
	}
	class := p.doc.Value(id, dom.AttrClass)
	for class != "" {
		var word string
		word, class, _ = strings.Cut(class, " ")
		switch furnitureClasses[word] {
		case inAnyCase:
			return true
		case besideCode:
			if n.Tag == dom.TagDiv && p.isCaptionOfCode(id) {
				return true
			}
		case ifNumbers:
			if n.Tag == dom.TagTd || n.Tag == dom.TagTh || p.holdsNumber(id) {
				c.numbers++
				c.spaced = word == "lineno" && p.doc.Is(n.Parent, dom.TagDiv) // Doxygen did set them off by a no-break space.
				return true
			}
		}
	}
	return false
}

// isToolbar reports whether a box in code or right beside it holds buttons, and nothing else but the name of a language.
func (p *Page) isToolbar(box dom.ID) bool {
	buttons, named := 0, false
	c := p.doc.Following(box, box)
	for range lookAhead {
		if c == 0 {
			return buttons > 0
		}
		switch n := p.doc.Node(c); {
		case n.Tag == dom.TagButton:
			buttons++
			c = p.doc.FollowingSkipped(c, box)
			continue
		case n.Kind == dom.KindElement && p.doc.Value(c, dom.AttrAriaHidden) == "true":
			c = p.doc.FollowingSkipped(c, box)
			continue
		case n.Tag == dom.TagPre, n.Tag == dom.TagCode:
			return false
		case n.Kind == dom.KindText && !p.doc.IsBlank(c):
			if named || !IsLanguage(strings.TrimSpace(p.doc.Text(c))) {
				return false
			}
			named = true
		}
		c = p.doc.Following(c, box)
	}
	return false
}

// isGutterCode reports whether <code> holds the line numbers of another beside it: of older versions of react-syntax-highlighter.
func (p *Page) isGutterCode(code dom.ID) bool {
	if next := p.doc.Node(code).Next; next == 0 || !p.doc.Is(next, dom.TagCode) {
		return false
	}
	first := p.firstElement(code)
	return first != 0 && p.saysNumbers(first) && p.holdsNumbers(code, math.MaxInt)
}

// isCaptionOfCode reports whether an element in a code block stands outside the <code> in it.
func (p *Page) isCaptionOfCode(id dom.ID) bool {
	return Of(p.doc.Node(p.doc.Node(id).Parent).Tag).Role == Preformatted
}

// isUnselectable reports whether a style attribute keeps readers from selecting the text, which so is not code.
func isUnselectable(style string) bool {
	const property = "user-select"
	at := strings.Index(style, property)
	if at < 0 {
		return false
	}
	value := strings.TrimLeft(style[at+len(property):], " :")
	return strings.HasPrefix(value, "none")
}

// codeBesideLabels returns the <code> in <pre> if there is nothing beside it but furniture and the name of its language, and
// otherwise the <pre>.
func (p *Page) codeBesideLabels(pre dom.ID) dom.ID {
	code := dom.ID(0)
	labels := false
	for id := p.doc.Node(pre).First; id != 0; {
		p.step()
		n := p.doc.Node(id)
		switch {
		case n.Tag == dom.TagCode:
			if code != 0 {
				return pre
			}
			code = id
			id = p.doc.FollowingSkipped(id, pre)
			continue
		case n.Kind == dom.KindText && !p.doc.IsBlank(id):
			if n.Parent == pre || !IsLanguage(strings.TrimSpace(p.doc.Text(id))) {
				return pre
			}
			labels = true
		case n.Kind == dom.KindElement && (p.IsCodeFurniture(id) || p.IsUnseen(id)):
			labels = true
			id = p.doc.FollowingSkipped(id, pre)
			continue
		}
		id = p.doc.Following(id, pre)
	}
	if code == 0 || !labels {
		return pre
	}
	return code
}
