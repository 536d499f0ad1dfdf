package inline_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"tidemark/core/internal/inline"
)

func TestHoldsBlocks(t *testing.T) {
	for _, text := range []string{
		"", "a", "a\nb", "#a", "a # b", "-a", "1.a", "1234567890. a", "**a**", "*a*", "``` a ``` b", "<kbd>a</kbd>", "<b>", "a\n  b", "[a](b)", "a | b", "&gt;", "<https://a.b>", "--", "   a", "+1",
	} {
		assert.False(t, inline.HoldsBlocks([]byte(text)), "%q", text)
	}
	for _, text := range []string{
		"# a", "#", "a\n# b", "> a", "- a", "*", "+ a", "1. a", "12) a", "***", "- - -", "a\n---", "a\n===", "```", "~~~a~~~", "a\n\nb", "    a", "\ta", "<div>", "</table>", "<!-- a", "<?a", "| a |\n|---|", "[a]: b",
		"a\n- b",
	} {
		assert.True(t, inline.HoldsBlocks([]byte(text)), "%q", text)
	}
}

func TestUnclosed(t *testing.T) {
	for text, want := range map[string]string{
		"":                              "",
		"a":                             "",
		"```\na":                        "```",
		"```\na\n```":                   "",
		"````\na\n```":                  "````",
		"~~~ `x`\na":                    "~~~",
		"``` a`":                        "",
		"- ```\n  a":                    "",
		"- a\n\n  ```\n  b":             "",
		"1. a\n\n   ```\n   b\n```":     "```",
		"> ```\na\n```":                 "```",
		"> ```\n> a":                    "",
		"    ```\na":                    "",
		"a\n    ```":                    "",
		"<!-- a":                        "-->",
		"<!-- a\n\nb -->":               "",
		"<div>\n```":                    "",
		"<div>\n\n```":                  "```",
		"<PRE>\n\na":                    "</pre>",
		"<pre>a</pre>\n```":             "```",
		"a\n<b>\n```":                   "```",
		"<b>\n```":                      "",
		"<b title='x\">\n```":           "```",
		"<?a":                           "?>",
		"<![CDATA[":                     "]]>",
		"-\n\n  ```":                    "```",
		"- a\n```\n- b":                 "```",
		"- a\nb\n  ```":                 "",
		"\t```\na":                      "",
		"2. a\n> b\n\n* c\n  - ~~~\n\n": "",
	} {
		assert.Equal(t, want, inline.Unclosed([]byte(text)), "%q", text)
	}
}

func TestEnclosed(t *testing.T) {
	for text, want := range map[string]string{
		"":          "",
		"a":         "a",
		"`a`":       "`a`",
		"`a":        "\\`a",
		"``a` b":    "\\`\\`a\\` b",
		"`` a` ``":  "`` a` ``",
		"\\`a` b":   "\\`a\\` b",
		"a\\":       "a\\\\",
		"a\\\\":     "a\\\\",
		"`\\` b\\`": "`\\` b\\`",
	} {
		assert.Equal(t, want, string(inline.Enclosed([]byte(text))), "%q", text)
	}
}

func TestContinuation(t *testing.T) {
	for line, want := range map[string]string{
		"": "+", "> ": "> +", "- ": "  +", "12. ": "    +", "> 1) ": ">    +", "- - > ": "    > +", "a ": "", "> a": "> ", "**": "", "  ": "  +", "# ": "",
	} {
		prefix, isStart := inline.Continuation([]byte(line))
		got := string(prefix)
		if isStart {
			got += "+"
		}
		assert.Equal(t, want, got, "%q", line)
	}
}

func TestLines(t *testing.T) {
	for text, want := range map[string]string{
		"": "", " a ": " a ", "\n\n a\n\n": " a", " \t\n\r\n  a\r\nb \n \n": "  a\nb ", "\r": "", "a\rb": "a\nb",
	} {
		assert.Equal(t, want, string(inline.Lines([]byte(text))), "%q", text)
	}
}
