package html

import "tidemark/core/internal/dom"

// tokenKind is the kind of a token.
// https://html.spec.whatwg.org/multipage/parsing.html#tokenization
type tokenKind uint8

const (
	endOfFile tokenKind = iota
	characters
	startTag
	endTag
	comment
	doctype
	nothing // It is no token of the standard, and to be passed over.
)

// token is what the tokenizer emits. It holds until the next one.
type token struct {
	kind tokenKind

	// selfClosing is the flag of a start tag.
	selfClosing bool

	// raw: characters, or a comment, hold something that must be decoded.
	raw bool

	// decoded: characters have been decoded, to text in the document's decoded text. NUL may still be in it.
	decoded bool
	text    dom.Range

	// references and nul say how characters are decoded.
	references dom.References
	nul        dom.NUL

	// tag and name are those of a tag; tag is Unknown for a name that is in the document's table.
	tag  dom.Tag
	name dom.Name

	// start and end are where it stands in the source. For characters that is their text.
	start, end int

	// dataStart and dataEnd are where the data of a comment stands.
	dataStart, dataEnd int

	// attrs is the number of attributes in the document before those of this tag.
	attrs int

	// traits are those of the attributes.
	traits dom.Traits
}
