package core_test

import (
	"context"
	"encoding/binary"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core"
)

// Who decides is asked with the tree which rules are for which elements, and then for these.
func TestDecides(t *testing.T) {
	var out strings.Builder
	o := core.Options{Decides: true, Rules: []core.Rule{{Replacement: true}, {Drop: "true"}}}
	s := newConverter(t, o).Stream(context.Background(), &out)
	_, err := s.WriteString("<p>a<b>b</b><i>c</i>")
	require.NoError(t, err)
	questions, err := s.Finish()
	require.NoError(t, err)
	assert.EqualValues(t, 1, binary.NativeEndian.Uint32(questions), "asks for rules")
	assert.NotZero(t, binary.NativeEndian.Uint32(questions[4*5:]), "has the tree")

	elements := elementsOf(questions)
	var decided []byte
	for _, pair := range [][2]uint32{{elements["b"], 0}, {elements["i"], 1}} {
		decided = binary.NativeEndian.AppendUint32(binary.NativeEndian.AppendUint32(decided, pair[0]), pair[1])
	}
	questions, err = s.Answer(decided)
	require.NoError(t, err)
	assert.Equal(t, []asked{{elements["b"], "b", 1}}, readQuestions(t, questions))
	questions, err = s.Answer(answers([]string{"B"}, 0))
	require.NoError(t, err)
	assert.Nil(t, questions)
	assert.Equal(t, "aB", out.String())
}

// elementsOf returns the numbers of elements of one letter, by their names.
func elementsOf(questions []byte) map[string]uint32 {
	tree := questions[binary.NativeEndian.Uint32(questions[4*5:]):]
	word := func(at int) uint32 { return binary.NativeEndian.Uint32(tree[at:]) }
	nodes, count, source := int(word(0)), word(4), tree[word(16):]
	found := map[string]uint32{}
	for i := range count {
		if node := nodes + 48*int(i); tree[node+40] == 1 && word(node+24) > 0 {
			found[string(source[word(node+20)+1:word(node+20)+2])] = i
		}
	}
	return found
}
