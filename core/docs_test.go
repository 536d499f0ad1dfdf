package core_test

import (
	"os"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core"
)

// example is a pair of code blocks in docs/markdown-rules.md, HTML and Markdown, with options between them or not. The
// Markdown is between longer fences where it holds some.
var example = regexp.MustCompile("(?ms)^```html\n(.*?)\n```\n\n(?:```json\n(.*?)\n```\n\n)?(?:```markdown\n(.*?)^```$|````markdown\n(.*?)^````$)")

// block is where any block of an example begins; each is to be part of a pair.
var block = regexp.MustCompile("(?m)^````?(html|markdown)$")

// TestMarkdownRules holds the rules to what they show.
func TestMarkdownRules(t *testing.T) {
	rules, err := os.ReadFile("../docs/markdown-rules.md")
	require.NoError(t, err)
	pairs := example.FindAllSubmatch(rules, -1)
	assert.GreaterOrEqual(t, len(pairs), 40, "examples")
	assert.Len(t, block.FindAll(rules, -1), 2*len(pairs), "blocks that belong to no example")
	for _, pair := range pairs {
		options, err := core.ParseOptions(pair[2])
		require.NoError(t, err)
		markdown := convert(t, newConverter(t, options), string(pair[1]))
		if markdown != "" {
			markdown += "\n"
		}
		assert.Equal(t, string(pair[3])+string(pair[4]), markdown, "of %s", pair[1])
	}
}
