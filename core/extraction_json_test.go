package core

import (
	"encoding/json"
	"reflect"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"tidemark/core/internal/inventory"
)

// fill sets all that a value holds to what is not zero, each to something else.
func fill(v reflect.Value, next *int) {
	*next++
	switch v.Kind() {
	case reflect.String:
		v.SetString("\"é\n" + strconv.Itoa(*next))
	case reflect.Int, reflect.Int32:
		v.SetInt(int64(*next))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), next)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), next)
		}
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i), next)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(v.Field(i), next)
			}
		}
	default:
		panic(v.Kind())
	}
}

// sameJSON holds that a value is appended as its tags say: with all that it holds, and with what is never left out.
func sameJSON[T any](t *testing.T, appendValue func(value *T, dst []byte) []byte, empty T) {
	t.Helper()
	filled := empty
	next := 0
	fill(reflect.ValueOf(&filled).Elem(), &next)
	for _, value := range []*T{&filled, &empty} {
		want, err := json.Marshal(value)
		require.NoError(t, err)
		require.JSONEq(t, string(want), string(appendValue(value, nil)))
	}
}

func TestJSONOfInventory(t *testing.T) {
	sameJSON(t, (*Heading).AppendJSON, Heading{Path: []string{}})
	sameJSON(t, (*Link).AppendJSON, Link{})
	sameJSON(t, (*Image).AppendJSON, Image{})
	none := [][]string{}
	sameJSON(t, (*Table).AppendJSON, Table{Header: []string{}, Rows: none, MarkdownHeader: []string{}, MarkdownRows: none})
	sameJSON(t, (*CodeBlock).AppendJSON, CodeBlock{})
	sameJSON(t, (*Footnote).AppendJSON, Footnote{})
	sameJSON(t, func(c *Chunk, dst []byte) []byte { return c.appendMembers(append(dst, '{')) }, Chunk{})
	sameJSON(t, func(r *Range, dst []byte) []byte { return r.AppendJSON(dst, "") }, inventory.Range{})
}

func TestJSONOfExtraction(t *testing.T) {
	x := extractor{}
	next := 0
	fill(reflect.ValueOf(&x.made.Headings).Elem(), &next)
	x.made.Links, x.made.Warnings = []Link{}, []Warning{{WarningEmpty, "a"}}
	x.made.Metadata, x.made.Content = &Metadata{Title: "b"}, &MainContent{Selector: "body > p", Confidence: 0.5}
	got, err := x.appendJSON(nil)
	require.NoError(t, err)
	want, err := json.Marshal(x.made)
	require.NoError(t, err)
	require.JSONEq(t, string(want), string(got))

	x.made.Chunks = []Chunk{{Headings: []string{"c", "d"}, under: []int32{7, 9}}, {Index: 1, Headings: []string{"c", "e"}, under: []int32{7, 8}}}
	x.before = "f"
	got, err = x.appendJSON(nil)
	require.NoError(t, err)
	var read struct {
		Before string
		Titles []string
		Under  [][]int
		Chunks []Chunk
	}
	require.NoError(t, json.Unmarshal(got, &read))
	require.Equal(t, "f", read.Before)
	require.Equal(t, []string{"c", "d", "e"}, read.Titles)
	require.Equal(t, [][]int{{0, 1}, {0, 2}}, read.Under)
	require.Equal(t, 1, read.Chunks[1].Index)
}
