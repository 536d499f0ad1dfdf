package dom

// ID names a node of a Document. The zero ID is no node.
type ID int32

// Root is the document node, the parent of what is at the top.
const Root ID = 1

// Kind tells what a node is. Comments and doctypes say nothing to a reader and are not kept.
type Kind uint8

const (
	KindDocument Kind = iota
	KindElement
	KindText
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

	Kind      Kind
	Namespace Namespace
	Tag       Tag

	attrStart, attrEnd int32

	// Data is the text of a text node, and the name of an element.
	Data string
}

// Attr is an attribute of an element.
type Attr struct {
	Name, Value string
}

// Document is a tree of nodes. The zero Document must be Reset before its first use.
type Document struct {
	nodes []Node
	attrs []Attr
}

// Reset empties the document and keeps its memory.
func (d *Document) Reset() {
	clear(d.nodes) // so that the strings of the last document can go
	clear(d.attrs)
	d.nodes = append(d.nodes[:0], Node{}, Node{Kind: KindDocument})
	d.attrs = d.attrs[:0]
}

// Len is the number of nodes, with the document node.
func (d *Document) Len() int { return max(len(d.nodes)-1, 0) }

// Node gives the node of an ID. The pointer holds until a node is added.
func (d *Document) Node(id ID) *Node { return &d.nodes[id] }

// AppendElement adds an element as the last child of parent. Its attributes follow with AppendAttr, before the next node.
func (d *Document) AppendElement(parent ID, ns Namespace, tag Tag, name string) ID {
	at := int32(len(d.attrs))
	return d.append(parent, Node{Kind: KindElement, Namespace: ns, Tag: tag, Data: name, attrStart: at, attrEnd: at})
}

// AppendAttr adds an attribute to the element that was added last.
func (d *Document) AppendAttr(name, value string) {
	d.attrs = append(d.attrs, Attr{Name: name, Value: value})
	d.nodes[len(d.nodes)-1].attrEnd = int32(len(d.attrs))
}

// AppendText adds a text node as the last child of parent.
func (d *Document) AppendText(parent ID, text string) ID {
	return d.append(parent, Node{Kind: KindText, Data: text})
}

func (d *Document) append(parent ID, n Node) ID {
	id := ID(len(d.nodes))
	n.Parent = parent
	n.Prev = d.nodes[parent].Last
	d.nodes = append(d.nodes, n)
	if n.Prev != 0 {
		d.nodes[n.Prev].Next = id
	} else {
		d.nodes[parent].First = id
	}
	d.nodes[parent].Last = id
	return id
}
