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

// numbers are 32-bit numbers as they cross to who is asked.
func numbers(values ...uint32) (bytes []byte) {
	for _, v := range values {
		bytes = binary.NativeEndian.AppendUint32(bytes, v)
	}
	return bytes
}

// ofTurndown begins a document in Turndown's forms of which who converts is asked, up to the question what is for which element.
func ofTurndown(t *testing.T, out *strings.Builder, change func(*core.Turndown), document string) (s *core.Stream, elements map[string]uint32) {
	t.Helper()
	o, err := core.ParseOptions([]byte(turndownDefaults))
	require.NoError(t, err)
	o.Turndown.Asks, o.Turndown.Keep, o.Turndown.Remove = true, nil, nil
	if change != nil {
		change(o.Turndown)
	}
	s = newConverter(t, o).Stream(context.Background(), out)
	_, err = s.WriteString(document)
	require.NoError(t, err)
	questions, err := s.Finish()
	require.NoError(t, err)
	assert.EqualValues(t, 1, binary.NativeEndian.Uint32(questions), "asks for rules")
	return s, elementsOf(questions)
}

func TestTurndownAsks(t *testing.T) {
	const document = "<p>x<b> y*<i>z</i> </b>-<s>a</s><u>c</u><q>d</q></p>"
	var out strings.Builder
	s, e := ofTurndown(t, &out, nil, document)
	questions, err := s.Answer(numbers(e["b"], 0, e["i"], 0, e["s"], 1, e["u"], 2, e["q"], 3))
	require.NoError(t, err)
	assert.Equal(t, []asked{{e["i"], "z", 1}}, readQuestions(t, questions))
	questions, err = s.Answer(answers([]string{"\nI\n"}, 0))
	require.NoError(t, err)
	assert.Equal(t, []asked{{e["b"], "y\\*\nI", 1}}, readQuestions(t, questions))
	questions, err = s.Answer(answers([]string{"B"}, 0))
	require.NoError(t, err)
	assert.Nil(t, questions)
	assert.Equal(t, "x B \\-<s>a</s>d", out.String())
}

func TestTurndownAsksInOrder(t *testing.T) {
	const document = "<a><b>1</b><i>2</i></a><s>3</s>"
	batches := func(inOrder bool) (all [][]string) {
		var out strings.Builder
		s, e := ofTurndown(t, &out, func(o *core.Turndown) { o.InOrder = inOrder }, document)
		questions, err := s.Answer(numbers(e["a"], 0, e["b"], 0, e["i"], 0, e["s"], 0))
		for ; questions != nil; questions, err = s.Answer(nil) {
			require.NoError(t, err)
			var batch []string
			for _, q := range readQuestions(t, questions) {
				batch = append(batch, q.content)
			}
			all = append(all, batch)
		}
		require.NoError(t, err)
		return all
	}
	assert.Equal(t, [][]string{{"1", "2", "3"}, {"**1**_2_"}}, batches(false))
	assert.Equal(t, [][]string{{"1", "2"}, {"**1**_2_", "3"}}, batches(true))
}

func TestTurndownTakesTexts(t *testing.T) {
	var out strings.Builder
	s, e := ofTurndown(t, &out, nil, "<b>a*</b><i>b</i>")
	questions, err := s.Answer(append(numbers(e["i"], 2, 0, 1, e["b"]+1, 3), "-é-"...)) // with more than the text at the end
	require.NoError(t, err)
	assert.Nil(t, questions)
	assert.Equal(t, "**-é**", out.String())
}

func TestTurndownRefusesAnswers(t *testing.T) {
	for _, wrong := range [][]byte{numbers(0, 1), numbers(0, 1, 2, 9), numbers(99, 0), numbers(3, 9)} {
		var out strings.Builder
		s, _ := ofTurndown(t, &out, nil, "<b>a</b>")
		_, err := s.Answer(wrong)
		assert.Error(t, err, "of %v", wrong)
	}
}

// Links count in the order in which Turndown would write them, whichever are asked for first.
func TestTurndownLinksOfWhatIsAsked(t *testing.T) {
	var out strings.Builder
	s, e := ofTurndown(t, &out, func(o *core.Turndown) { o.LinkStyle = "referenced" }, "<a href=1>x</a><b><a href=2>y</a></b><a href=3>z</a>")
	questions, err := s.Answer(numbers(e["b"], 0))
	require.NoError(t, err)
	assert.Equal(t, []asked{{e["b"], "[y][2]", 1}}, readQuestions(t, questions))
	_, err = s.Answer(answers([]string{"B"}, 0))
	require.NoError(t, err)
	assert.Equal(t, "[x][1]B[z][3]\n\n[1]: 1\n[2]: 2\n[3]: 3", out.String())
}

func TestTurndownRoot(t *testing.T) {
	for options, markdown := range map[string]string{
		`"root":"tr"`: "b", `"root":"ol"`: "###### a\n\nb", `"root":"none"`: "###### a\n\nb", `"formless":true`: "a\n\nb",
	} {
		o, err := core.ParseOptions([]byte(`{"#turndown":{` + options + `}}`))
		require.NoError(t, err)
		assert.Equal(t, markdown, convert(t, newConverter(t, o), "<h6>a</h6><table><tr><td>b"), options)
	}
	o, err := core.ParseOptions([]byte(`{"#turndown":{"root":"ol"}}`))
	require.NoError(t, err)
	assert.Equal(t, "4.  a", convert(t, newConverter(t, o), "x<ol start=4><li>a</ol>y"))
}
