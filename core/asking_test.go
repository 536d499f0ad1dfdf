package core_test

import (
	"context"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core"
)

// asked is a question: an element by its number, what is in it, and the rules that may answer, a bit for each.
type asked struct {
	id      uint32
	content string
	rules   uint64
}

// readQuestions reads what a stream asks, as js/rules/ does.
func readQuestions(t *testing.T, questions []byte) (all []asked) {
	t.Helper()
	word := func(at int) uint32 { return binary.NativeEndian.Uint32(questions[4*at:]) }
	text := utf16.Encode([]rune(string(questions[word(3) : word(3)+word(4)])))
	start := uint32(0)
	for i := range int(word(1)) {
		at := int(word(2))/4 + 4*i
		end := word(at + 1)
		all = append(all, asked{word(at), string(utf16.Decode(text[start:end])), uint64(word(at+2)) | uint64(word(at+3))<<32})
		start = end
	}
	return all
}

// answer is what a rule, by its number, has written; "-" stands for none.
func answers(texts []string, rule int32) []byte {
	var head []byte
	var tail strings.Builder
	for _, text := range texts {
		if text == "-" {
			head = binary.NativeEndian.AppendUint32(head, ^uint32(0))
			head = binary.NativeEndian.AppendUint32(head, 0)
			continue
		}
		head = binary.NativeEndian.AppendUint32(head, uint32(rule))
		head = binary.NativeEndian.AppendUint32(head, uint32(len(utf16.Encode([]rune(text)))))
		tail.WriteString(text)
	}
	return append(head, tail.String()...)
}

// convertAsking converts with a function that answers, and returns the questions by level.
func convertAsking(t *testing.T, o core.Options, html string, answer func(content string) string) (markdown string, levels [][]string) {
	t.Helper()
	var out strings.Builder
	s := newConverter(t, o).Stream(context.Background(), &out)
	_, err := s.WriteString(html)
	require.NoError(t, err)
	questions, err := s.Finish()
	for questions != nil {
		var level, texts []string
		for _, q := range readQuestions(t, questions) {
			level = append(level, q.content)
			texts = append(texts, answer(q.content))
		}
		levels = append(levels, level)
		questions, err = s.Answer(answers(texts, 0))
	}
	require.NoError(t, err)
	return out.String(), levels
}

func asking(selector string, more ...core.Rule) core.Options {
	return core.Options{Rules: append([]core.Rule{{Selector: selector, Replacement: true}}, more...)}
}

func wrapped(content string) string { return "(" + content + ")" }

func TestAskedByLevel(t *testing.T) {
	markdown, levels := convertAsking(t, asking("b, div"), "<div>a<b>b<b>c</b></b><div>d <b>𝔢é</b></div></div><b>f</b><p hidden><b>g</b>", wrapped)
	assert.Equal(t, "(a(b(c))\n\n(d (𝔢é)))\n\n(f)", markdown)
	assert.Equal(t, [][]string{{"c", "𝔢é", "f"}, {"b(c)", "d (𝔢é)"}, {"a(b(c))\n\n(d (𝔢é))"}}, levels)
}

func TestNoAnswerLeavesTheElementToTheNextRule(t *testing.T) {
	no := func(string) string { return "-" }
	for _, test := range []struct {
		next []core.Rule
		want string
	}{
		{nil, "a **b _c_** d"},
		{[]core.Rule{{Selector: "i", As: "code"}}, "a **b `c`** d"},
		{[]core.Rule{{Selector: "i", Drop: "true"}}, "a **b** d"},
		{[]core.Rule{{Selector: "b", Template: "({content})"}}, "a (b *c*) d"},
	} {
		markdown, _ := convertAsking(t, asking("b, i", test.next...), "a <b>b <i>c</i></b> d", no)
		assert.Equal(t, test.want, markdown)
	}
	out, err := newConverter(t, asking("b", core.Rule{Selector: "b", As: "i"})).Convert(context.Background(), "<b>a</b>")
	require.NoError(t, err)
	assert.Equal(t, "*a*", out, "where nobody answers")
}

func TestAnswersStandInTheirContainers(t *testing.T) {
	for _, test := range []struct{ html, answer, want string }{
		{"<ul><li><b>a</b><li>b</ul>", "x\ny", "- x\n  y\n- b"},
		{"<ul><li><div>a</div>b</ul>", "```\nx\n\ny", "- ```\n  x\n\n  y\n  ```\n\n  b"},
		{"<blockquote><p><b>a</b></blockquote>b", "# x\n\ny", "> # x\n>\n> y\n\nb"},
		{"<table><tr><th>h<th>i<tr><td><b>a</b><td>b</table>", "x\ny|", "| h | i |\n| --- | --- |\n| x<br>y\\| | b |"},
		{"<table><tr><th><b>a</b><th>b</table>", "- x", "| **a** | b |\n| --- | --- |"},
		{"<h2>a<b>b</b></h2>", "x\ny", "## ax y"},
		{"<p>a<b>b</b>c`d`</p>", "`x", "a\\`xc\\`d\\`"},
		{"<p>a<b>b</b>*c*</p>", "**x", "a**x\\*c\\*"},
		{"<div>a</div><p>b", "<!-- x", "<!-- x\n-->\n\nb"},
		{"<div>a</div><ul><li>b</ul>", "- x", "- x\n\n* b"},
		{"a <b> b </b> c", "x", "a x c"},
		{"a<b> b</b>c", "", "a c"},
		{"<b>a</b>", "  # x  ", "# x  "},
	} {
		markdown, _ := convertAsking(t, asking("b, div"), test.html, func(string) string { return test.answer })
		assert.Equal(t, test.want, markdown, "%s with %q", test.html, test.answer)
	}
}

// However deep what is asked for is nested, it takes no more of the stack.
func TestDeepAnswers(t *testing.T) {
	const deep = 3000
	markdown, levels := convertAsking(t, asking("b"), strings.Repeat("<b>", deep)+"x", func(string) string { return "y" })
	assert.Equal(t, "y", markdown)
	assert.NotEmpty(t, levels)
	html := strings.Repeat("<div>", 100_000) + "x"
	out := withRules(t, html, core.Rule{Selector: "div", Template: "<{text}>"})
	assert.Equal(t, "<x>", out)
}

func TestRubbishIsNoAnswer(t *testing.T) {
	for _, rubbish := range []string{"x", strings.Repeat("\x00", 7), "\x09\x00\x00\x00\x00\x00\x00\x00", "\x00\x00\x00\x00\xff\xff\x00\x00abc"} {
		s := newConverter(t, asking("b")).Stream(context.Background(), &strings.Builder{})
		_, err := s.WriteString("<b>a</b>")
		require.NoError(t, err)
		_, err = s.Finish()
		require.NoError(t, err)
		_, err = s.Answer([]byte(rubbish))
		assert.Error(t, err, fmt.Sprintf("%q", rubbish))
	}
}

// Whoever answers nothing changes nothing, in whatever document.
func TestNoAnswerChangesNothing(t *testing.T) {
	for _, input := range splitInputs(t) {
		want, err := newConverter(t, input.options).Convert(context.Background(), input.html)
		require.NoError(t, err)
		for _, selector := range []string{"*", "p, li", "div, b, a", "td, ul, blockquote, code"} {
			o := input.options
			o.Rules = asking(selector).Rules
			got, _ := convertAsking(t, o, input.html, func(string) string { return "-" })
			require.Equal(t, want, got, "%s: %s of %q", input.name, selector, input.html)
		}
	}
}
