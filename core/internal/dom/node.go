package dom

// ID names a node of a Document. The zero ID is no node.
type ID int32

// Root is the document node, the parent of what is at the top.
const Root ID = 1

// Kind tells what a node is.
type Kind uint8

const (
	KindDocument Kind = iota
	KindElement
	// KindText is a piece of text. Neighbours that are both text are one text node of the standard: pieces that do not
	// follow each other in the source are not copied together, and those that do are one node however the source was cut.
	KindText
	KindComment
	KindDoctype
)

// Namespace is that of an element.
type Namespace uint8

const (
	HTML Namespace = iota
	SVG
	MathML
)

// Node is one node. Its links are zero where there is none.
type Node struct {
	Parent, First, Last, Prev, Next ID

	// Start and End are where it stands in the source, in bytes: for an element its start tag, both zero if it is implied.
	Start, End uint32

	// from and to are the attributes of an element, or the text of another node in the decoded text if that is where it is.
	from, to uint32

	name Name

	Kind      Kind
	Namespace Namespace

	// Tag is the element's, Unknown for one that is not of the HTML namespace.
	Tag Tag

	flags nodeFlags

	// Traits are those of an element.
	Traits Traits

	// Rule is the number of the rule that an element which is Ruled is written by.
	Rule uint8
}

type nodeFlags uint8

const (
	// isDecoded: the text lies in Document.decoded.
	isDecoded nodeFlags = 1 << iota
	// isMerged: the attributes lie in Document.merged.
	isMerged
	// isUnfinished: see Document.MarkUnfinished.
	isUnfinished
	// isChosen: see Document.SetChosen.
	isChosen
)
