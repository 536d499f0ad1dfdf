package dom

import (
	"encoding/binary"
	"unsafe"

	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// The columns of a tree that is handed to others, by the words of its header: where they are, from its beginning on, and how many there are
// of them. js/rules/tree.generated.ts has the layout of nodes and attributes: see Layout.
const (
	treeNodes = iota
	treeNodeCount
	treeAttrs
	treeAttrCount
	treeSource
	treeSourceBytes
	treeDecoded
	treeDecodedBytes
	treeNameEnds // of names that are no tags
	treeNameCount
	treeNames
	treeNamesBytes
	treeWords
)

// AppendTree appends a copy of the tree that needs nothing else to be read: its columns as they lie in memory, after a header. dst is
// aligned to numbers of 32 bits.
func (d *Document) AppendTree(dst []byte) []byte {
	d.decodeValues()
	start := len(dst)
	var header [treeWords]uint32
	dst = append(dst, make([]byte, 4*treeWords)...)
	column := func(at int, bytes []byte, count int) {
		header[at], header[at+1] = uint32(len(dst)-start), uint32(count)
		dst = hugepage.Append(d.watch, hugepage.Grow(d.watch, dst, len(bytes)+4), bytes)
		for (len(dst)-start)%4 != 0 {
			dst = append(dst, 0)
		}
	}
	column(treeNodes, bytesOf(d.nodes), len(d.nodes))
	column(treeAttrs, bytesOf(d.attrs), len(d.attrs))
	for i := range d.merged {
		if m := &d.merged[i]; m.id != 0 {
			// These lie apart. The node's numbers are those of the copy then.
			place := (uint32(len(dst)-start) - header[treeAttrs]) / uint32(unsafe.Sizeof(Attr{}))
			dst = append(dst, bytesOf(m.attrs)...)
			header[treeAttrCount] = place + uint32(len(m.attrs))
			node := dst[start+int(header[treeNodes])+int(m.id)*int(unsafe.Sizeof(Node{})):]
			binary.NativeEndian.PutUint32(node[unsafe.Offsetof(Node{}.from):], place)
			binary.NativeEndian.PutUint32(node[unsafe.Offsetof(Node{}.to):], header[treeAttrCount])
		}
	}
	column(treeSource, d.source, len(d.source))
	column(treeDecoded, d.decoded, len(d.decoded))
	column(treeNameEnds, bytesOf(d.names.ends), len(d.names.ends))
	column(treeNames, d.names.text, len(d.names.text))
	for i, w := range header {
		binary.NativeEndian.PutUint32(dst[start+4*i:], w)
	}
	return dst
}

// decodeValues decodes the values of all attributes that have something to decode: others do not know how.
func (d *Document) decodeValues() {
	lists := [...][]Attr{d.attrs, d.merged[0].attrs, d.merged[1].attrs}
	for _, attrs := range lists {
		for i := range attrs {
			if i%watch.EverySteps == 0 {
				d.watch.Look()
			}
			d.value(&attrs[i])
		}
	}
}

// bytesOf returns the memory of a slice of what has no pointers.
func bytesOf[T Node | Attr | uint32](s []T) []byte {
	var one T
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(s))), len(s)*int(unsafe.Sizeof(one)))
}

// Layout returns where the fields of nodes and attributes lie, by name, and how large those are: in bytes.
func Layout() map[string]uintptr {
	var n Node
	var a Attr
	return map[string]uintptr{
		"nodeSize": unsafe.Sizeof(n), "nodeParent": unsafe.Offsetof(n.Parent), "nodeFirst": unsafe.Offsetof(n.First), "nodeLast": unsafe.Offsetof(n.Last),
		"nodePrevious": unsafe.Offsetof(n.Prev), "nodeNext": unsafe.Offsetof(n.Next), "nodeStart": unsafe.Offsetof(n.Start), "nodeEnd": unsafe.Offsetof(n.End),
		"nodeFrom": unsafe.Offsetof(n.from), "nodeTo": unsafe.Offsetof(n.to), "nodeName": unsafe.Offsetof(n.name), "nodeKind": unsafe.Offsetof(n.Kind),
		"nodeNamespace": unsafe.Offsetof(n.Namespace), "nodeFlags": unsafe.Offsetof(n.flags), "nodeRule": unsafe.Offsetof(n.Rule),
		"attrSize": unsafe.Sizeof(a), "attrNameStart": unsafe.Offsetof(a.NameStart), "attrNameEnd": unsafe.Offsetof(a.NameEnd), "attrStart": unsafe.Offsetof(a.Start),
		"attrEnd": unsafe.Offsetof(a.End), "attrName": unsafe.Offsetof(a.Name), "attrDecoded": unsafe.Offsetof(a.decoded), "attrNameDecoded": unsafe.Offsetof(a.nameDecoded),
		"textDecoded": uintptr(isDecoded),
	}
}

// Names returns the names of tags and of attributes, each by its number.
func Names() (tags, attrs []string) { return tagNames[:], attrNames[:] }

// ForeignNames returns the names in which foreign elements have letters in upper case, by those in lower case.
func ForeignNames() (elements, attributes map[string]string) { return svgElementNames, svgAttrNames }
