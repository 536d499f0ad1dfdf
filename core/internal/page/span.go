package page

import (
	"strings"

	"tidemark/core/internal/dom"
)

// SpanKind is what the class of <span> says of how it looks, where generators have no element for it.
type SpanKind uint8

const (
	PlainSpan   SpanKind = iota
	CodeSpan             // code in a line
	CodeLines            // code with line breaks
	SpanApart            // a label, apart from what is before it
	SpanOfLines          // what is in it stands on lines of its own
	DeletedSpan          // text that is struck through
)

// codeSpans are the classes of what is code.
var codeSpans = map[string]bool{
	"code":                true, // Erlang/OTP, where it is alone: lib/erl_docgen/priv/xsl/db_html.xsl
	"mw-geshi":            true, // MediaWiki's SyntaxHighlight, while it was GeSHi
	"monospaced":          true, // AsciiDoc, which is older than Asciidoctor; Wikipedia: Template:Mono
	"texttt":              true, // LaTeX2HTML
	"ltx_font_typewriter": true, // LaTeXML
	"cmtt-10":             true, // TeX4ht: a font, with its size
	"cmtt-12":             true,
	"cmtt-8":              true,
	"cmtt-9":              true,
	"ectt-0900":           true,
	"ectt-1000":           true,
	"ectt-1095":           true,
	"ectt-1200":           true,
	"tt":                  true, // Doxygen since 1.12
	"stt":                 true, // Scribble
}

// spanKinds are the classes of what style sheets set apart from the word before it, put on lines, or strike through.
var spanKinds = map[string]SpanKind{
	"signature-attributes":  SpanApart,   // JSDoc: templates/default
	"nav-item-name":         SpanApart,   // Minami of JSDoc
	"attribute-access-type": SpanApart,   // RDoc: lib/rdoc/generator/template/darkfish/class.rhtml
	"mlabel":                SpanApart,   // Doxygen: src/htmlgen.cpp
	"stab":                  SpanApart,   // rustdoc: src/librustdoc/html/render/print_item.rs
	"badge":                 SpanApart,   // Bootstrap: scss/_badge.scss
	"t-lines":               SpanOfLines, // cppreference, where each <span> in it is a line
	"line-through":          DeletedSpan, // Asciidoctor: data/stylesheets
}

// flagClasses are the classes of code that style sheets set apart from the word after it.
var flagClasses = map[string]bool{
	"tsd-tag": true, // TypeDoc: src/lib/output/themes/lib.tsx
}

// IsFlag reports whether code stands apart from the word after it.
func (p *Page) IsFlag(code dom.ID) bool { return p.saysClass(code, flagClass) }

// SpanKind returns what the class of <span> says.
func (p *Page) SpanKind(id dom.ID) SpanKind {
	if p.saysClass(id, codeSpanClass) {
		return p.codeSpan(id)
	}
	if !p.saysClass(id, spanClass) {
		return PlainSpan
	}
	kind := PlainSpan
	for word := range strings.FieldsSeq(p.doc.Value(id, dom.AttrClass)) {
		kind = max(kind, spanKinds[word])
	}
	return kind
}

// codeSpan returns what a span with the class of code is: code that is near, if there is no link in a part of it, which would be lost.
func (p *Page) codeSpan(span dom.ID) SpanKind {
	class := p.doc.Value(span, dom.AttrClass)
	if hasWord(class, "code") && class != "code" || strings.Contains(class, "ltx_lst") || p.IsEmpty(span) {
		return PlainSpan
	}
	kind, id := CodeSpan, span
	for range lookAhead {
		switch id = p.doc.Following(id, span); {
		case id == 0:
			return kind
		case p.doc.Is(id, dom.TagBr):
			kind = CodeLines
		case p.doc.Is(id, dom.TagA) && (p.doc.Node(span).First != id || p.doc.Node(id).Next != 0):
			return PlainSpan
		}
	}
	return PlainSpan
}
