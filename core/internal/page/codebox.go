package page

import (
	"math"
	"strings"

	"tidemark/core/internal/dom"
)

// CodeBox is what an element other than <pre> is to the code in it.
type CodeBox uint8

const (
	NoCodeBox CodeBox = iota
	CodeBlock         // it is a code block
	CodeFrame         // it stands around one, and around what serves that
	CodeLabel         // it stands before one, and says nothing that the code does not
)

// CodeBox returns what a <div> or a <figure> is to the code in it.
func (p *Page) CodeBox(id dom.ID) CodeBox {
	if p.doc.Node(id).Traits&(dom.HasKnownClass|dom.HasStyle) == 0 {
		return NoCodeBox
	}
	box := p.codeBoxByName(id)
	if box == CodeFrame && p.isBareCode(id) {
		return CodeBlock
	}
	switch {
	case box == CodeBlock && !p.holdsLines(id), box == CodeFrame && !p.holdsCodeNear(id), box == CodeLabel && !p.isLabel(id):
		return NoCodeBox
	}
	return box
}

// isBareCode reports whether there is nothing but text in an element with the name of a language: a code block of Writerside.
func (p *Page) isBareCode(id dom.ID) bool {
	n := p.doc.Node(id)
	return n.First != 0 && n.First == n.Last && p.IsText(n.First) && p.doc.Has(id, dom.AttrDataLang)
}

// IsBlockOfCode reports whether <code> is a block by its class, whose white space counts: of Verso, with which Lean is documented.
// It is that of SMF, too.
func (p *Page) IsBlockOfCode(code dom.ID) bool {
	if p.doc.Node(code).Traits&dom.HasClass == 0 {
		return false
	}
	class := p.doc.Value(code, dom.AttrClass)
	return strings.HasPrefix(class, "hl ") && strings.HasSuffix(class, " block") || class == "bbc_code"
}

// MayBeCodeBox reports whether an element, by its attributes, may turn out to be something to the code in it.
func (p *Page) MayBeCodeBox(id dom.ID) bool { return p.codeBoxByName(id) != NoCodeBox }

func (p *Page) codeBoxByName(id dom.ID) CodeBox {
	if p.styleSaid(id).isCode {
		return CodeBlock
	}
	if !p.saysClass(id, codeBoxClass) {
		return NoCodeBox
	}
	class, _, _ := strings.Cut(p.doc.Value(id, dom.AttrClass), " ") // It is the first in all of them.
	if strings.HasPrefix(class, codeBoxPrefix) {
		return CodeFrame
	}
	if _, isBlock := codeLines[class]; isBlock {
		return CodeBlock
	}
	return codeBoxes[class]
}

// codeLines are the classes of code blocks whose lines are elements, with what the class of the first element in one has in it: elsewhere
// they have other meanings.
var codeLines = map[string]string{
	"fragment":                "line",      // Doxygen
	"ql-code-block-container": "ql-",       // Quill
	"enlighter-code":          "enlighter", // Enlighter
	"CodeMirror-code":         "",          // CodeMirror 5
	"cm-editor":               "cm-",       // CodeMirror 6
	"cm-content":              "cm-line",
	"view-lines":              "view-line", // Monaco
	"react-code-lines":        "react-",    // GitHub
	"tsd-signature":           "tsd-",      // TypeDoc
}

// codeBoxPrefix is what the class of a frame begins with that has the language: Jekyll, VitePress, Docusaurus.
const codeBoxPrefix = "language-"

// codeBoxes are the classes that say what an element is to the code near it.
var codeBoxes = byWord(map[CodeBox][]string{
	CodeLabel: {
		"codeHeader", "code-header", // Microsoft Learn
		"react-line-numbers",                                   // GitHub
		"text-text-500",                                        // Claude
		"line-numbers", "lineNumbers", "select-none", "gutter", // React components
	},
	CodeFrame: {
		"highlight",                // Pygments
		"codehilite",               // Python-Markdown
		"chroma",                   // Chroma
		"code-toolbar",             // Prism
		"gatsby-highlight",         // Gatsby
		"expressive-code", "frame", // Expressive Code
		"snippet-clipboard-content",       // GitHub
		"example-wrap", "scraped-example", // rustdoc
		"snippet-container",                                                                           // Javadoc
		"crayon-syntax",                                                                               // Crayon
		"hljs-wrapper", "code-wrapper", "code-block", "codeblock", "code-block-wrapper", "CodeMirror", // highlight.js
		"bbCodeBlock",                   // XenForo
		"codebox",                       // phpBB
		"bbcode_container",              // vBulletin
		"code-example",                  // MDN
		"cnblogs_code",                  // cnblogs
		"syntaxhighlighter",             // SyntaxHighlighter
		"md-code-block",                 // DeepSeek
		"scriptor-component-code-block", // Copilot
	},
})

// holdsLines reports whether what a code block begins with is as the class of the block says.
func (p *Page) holdsLines(id dom.ID) bool {
	class, _, _ := strings.Cut(p.doc.Value(id, dom.AttrClass), " ")
	has, isNamed := codeLines[class]
	if !isNamed {
		return true
	}
	line := p.firstElement(id)
	return line != 0 && strings.Contains(p.doc.Value(line, dom.AttrClass), has)
}

// evernoteProperty is what a style attribute has that is of a code block of Evernote.
const evernoteProperty = "-en-codeblock"

// isEvernoteCode reports whether a style attribute is that of a code block of Evernote.
func isEvernoteCode(style string) bool {
	at := strings.Index(style, evernoteProperty)
	return at >= 0 && strings.HasPrefix(strings.TrimLeft(style[at+len(evernoteProperty):], " :"), "true")
}

// holdsCodeNear reports whether there is <pre> or a table in an element, if it is near.
func (p *Page) holdsCodeNear(id dom.ID) bool {
	c := id
	for range lookAhead {
		if c = p.doc.Following(c, id); c == 0 {
			return false
		}
		if p.doc.Is(c, dom.TagPre) || p.doc.Is(c, dom.TagTable) {
			return true
		}
	}
	return false
}

// isLabel reports whether an element has the name of a language in it, and buttons.
func (p *Page) isLabel(id dom.ID) bool {
	if p.doc.Node(id).First != 0 && p.holdsNumbers(id, math.MaxInt) {
		return true
	}
	named := false
	c := id
	for range lookAhead {
		if c == id {
			c = p.doc.Following(c, id)
		}
		if c == 0 {
			return named
		}
		switch n := p.doc.Node(c); {
		case n.Tag == dom.TagButton:
			c = p.doc.FollowingSkipped(c, id)
			continue
		case n.Kind == dom.KindText && !p.doc.IsBlank(c):
			if named || !IsLanguage(strings.TrimSpace(p.doc.Text(c))) {
				return false
			}
			named = true
		}
		c = p.doc.Following(c, id)
	}
	return false
}

// IsCodeTable reports whether a table is a code block with line numbers: its first cell is one of a generator's.
func (p *Page) IsCodeTable(table dom.ID) bool {
	row := p.firstRow(table)
	if row == 0 {
		return false
	}
	cell := p.firstElement(row)
	if cell == 0 || Of(p.doc.Node(cell).Tag).Role != Cell {
		return false
	}
	if p.doc.Node(cell).Traits&dom.HasClass == 0 {
		pre := p.firstElement(cell)
		return pre != 0 && p.IsGutter(pre) // Chroma without classes
	}
	for class := range strings.FieldsSeq(p.doc.Value(cell, dom.AttrClass)) {
		switch class {
		case "linenos", "linenumbers", "lntd", "rouge-gutter", // Pygments, cgit, Chroma, Rouge
			"hljs-ln-numbers", "blob-num", "lines-num", "crayon-nums", // highlightjs-line-numbers, GitHub, Gitea, Crayon
			"line-numbers": // CodeRay
			return true
		case "lineno": // Trac
			return strings.HasPrefix(p.doc.Value(table, dom.AttrClass), "code")
		case "gutter", "filename", "line_numbers": // Hexo and SyntaxHighlighter, Pygments, WP-Syntax
			return p.hasCodeCell(table)
		case "ln": // GeSHi
			return p.doc.Value(p.nextElement(cell), dom.AttrClass) == "de1"
		case "code": // SyntaxHighlighter without line numbers
			line := p.firstElement(cell)
			return line != 0 && p.doc.Value(line, dom.AttrClass) == "container"
		}
	}
	return false
}

// hasCodeCell reports whether there is a cell with code in the first rows of a table.
func (p *Page) hasCodeCell(table dom.ID) bool {
	for row, rows := p.firstRow(table), 0; row != 0 && rows < 2; row = p.doc.Node(row).Next {
		if !p.doc.Is(row, dom.TagTr) {
			continue
		}
		rows++
		for c := p.doc.Node(row).First; c != 0; c = p.doc.Node(c).Next {
			p.step()
			if p.IsElement(c) && strings.HasPrefix(p.doc.Value(c, dom.AttrClass), "code") {
				return true
			}
		}
	}
	return false
}

// firstRow returns the row that a table begins with, after its caption and columns, or 0.
func (p *Page) firstRow(table dom.ID) dom.ID {
	c := p.firstElement(table)
	for c != 0 && (p.doc.Is(c, dom.TagCaption) || p.doc.Is(c, dom.TagColgroup) || p.doc.IsBlank(c)) {
		c = p.doc.Node(c).Next
	}
	if !p.IsElement(c) {
		return 0
	}
	if !p.doc.Is(c, dom.TagTr) {
		return p.firstElement(c)
	}
	return c
}

// CodeTitle returns the caption of a code block, or the cell with the name of its file, or 0.
func (p *Page) CodeTitle(block dom.ID) dom.ID {
	if !p.doc.Is(block, dom.TagTable) {
		return 0
	}
	first := p.firstElement(block)
	if first != 0 && p.doc.Is(first, dom.TagCaption) {
		return first
	}
	row := p.firstRow(block)
	if row == 0 {
		return 0
	}
	if c := p.firstElement(row); c != 0 && p.doc.Is(c, dom.TagTh) && p.doc.Value(c, dom.AttrClass) == "filename" {
		return c
	}
	return 0
}

// IsCodeOfLines reports whether <code> is a block of lines that are each <div>.
func (p *Page) IsCodeOfLines(code dom.ID) bool {
	lines := 0
	for c := p.doc.Node(code).First; c != 0; c = p.doc.Node(c).Next {
		p.step()
		switch {
		case p.doc.Is(c, dom.TagDiv):
			lines++
		case !p.doc.IsBlank(c):
			return false
		}
	}
	return lines > 1
}

// IsLinesOfCode reports whether a paragraph is nothing but <code> in lines: one for each, or one with line breaks.
func (p *Page) IsLinesOfCode(paragraph dom.ID) bool {
	codes, breaks, lines := 0, 0, 1
	for c := p.doc.Node(paragraph).First; c != 0; c = p.doc.Node(c).Next {
		p.step()
		switch {
		case p.doc.Is(c, dom.TagCode):
			if codes > breaks {
				return false // two in a line
			}
			codes++
			if c == p.doc.Node(paragraph).First {
				lines += p.breaksIn(c)
			}
		case p.doc.Is(c, dom.TagBr):
			breaks++
		case !p.doc.IsBlank(c):
			return false
		}
	}
	return codes > 1 || lines > 1
}

// breaksIn returns how many line breaks are among the children of an element, up to the last that is none.
func (p *Page) breaksIn(id dom.ID) (breaks int) {
	since := 0
	for c := p.doc.Node(id).First; c != 0; c = p.doc.Node(c).Next {
		p.step()
		switch {
		case p.doc.Is(c, dom.TagBr):
			since++
		case !p.doc.IsBlank(c):
			breaks, since = breaks+since, 0
		}
	}
	return breaks
}
