package dom

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Their memory is not cleared and not looked at by the garbage collector.
func TestNodesAndAttributesHoldNoPointers(t *testing.T) {
	for _, of := range []any{Node{}, Attr{}} {
		assertNoPointers(t, reflect.TypeOf(of))
	}
}

func assertNoPointers(t *testing.T, of reflect.Type) {
	t.Helper()
	switch of.Kind() {
	case reflect.Struct:
		for i := range of.NumField() {
			assertNoPointers(t, of.Field(i).Type)
		}
	case reflect.Array:
		assertNoPointers(t, of.Elem())
	case reflect.Bool, reflect.Int8, reflect.Uint8, reflect.Int16, reflect.Uint16, reflect.Int32, reflect.Uint32, reflect.Int64, reflect.Uint64:
	default:
		assert.Fail(t, "a pointer, or something of which this does not know", of.String())
	}
}

// A large tree of which much is needed is left where it is: to copy it would take as much again.
func TestIsNeeded(t *testing.T) {
	var d Document
	d.Reset([]byte("x"))
	for range 2 * largeTree {
		d.AppendChild(Root, d.NewText(0, 1))
	}
	assert.True(t, d.IsNeeded())
	d.DropBefore(d.Node(Root).Last)
	assert.False(t, d.IsNeeded())
}
