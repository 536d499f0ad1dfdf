package dom_test

import (
	"context"
	"encoding/binary"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
)

// TestAppendTree reads a tree from nothing but the bytes that others get, as js/rules/tree.ts does.
func TestAppendTree(t *testing.T) {
	source := "<html lang=en><body class=a><p title='a&amp;b' DATA-X=1>one &amp; two<x-y>z</x-y></p><body id=b>"
	var doc dom.Document
	require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte(source), html.Options{}))
	const before = "aligned!"
	tree := doc.AppendTree([]byte(before))[len(before):]

	word := func(at uint32) uint32 { return binary.NativeEndian.Uint32(tree[at:]) }
	header := func(i int) uint32 { return word(uint32(4 * i)) }
	layout := map[string]uint32{}
	for name, value := range dom.Layout() {
		layout[name] = uint32(value)
	}
	column := func(i int, from, to uint32) string { return string(tree[header(i)+from : header(i)+to]) }
	source0, decoded := 4, 6
	assert.EqualValues(t, doc.Len()+1, header(1))

	attributes := map[string]string{}
	texts := ""
	_, names := dom.Names()
	for id := uint32(1); id < header(1); id++ {
		node := header(0) + id*layout["nodeSize"]
		from, to := word(node+layout["nodeFrom"]), word(node+layout["nodeTo"])
		switch tree[node+layout["nodeKind"]] {
		case byte(dom.KindText):
			if uint32(tree[node+layout["nodeFlags"]])&layout["textDecoded"] != 0 {
				texts += column(decoded, from, to) + "|"
			} else {
				texts += column(source0, word(node+layout["nodeStart"]), word(node+layout["nodeEnd"])) + "|"
			}
		case byte(dom.KindElement):
			for i := from; i < to; i++ {
				a := header(2) + i*layout["attrSize"]
				in := source0
				if tree[a+layout["attrDecoded"]] != 0 {
					in = decoded
				}
				name := names[tree[a+layout["attrName"]]]
				if name == "" {
					name = column(source0, word(a+layout["attrNameStart"]), word(a+layout["attrNameEnd"]))
				}
				attributes[name] = column(in, word(a+layout["attrStart"]), word(a+layout["attrEnd"]))
			}
		}
	}
	assert.Equal(t, map[string]string{"lang": "en", "class": "a", "id": "b", "title": "a&b", "DATA-X": "1"}, attributes)
	assert.Equal(t, "one & two|z|", texts)
	assert.Equal(t, "x-y", column(10, 0, word(header(8))))
}
