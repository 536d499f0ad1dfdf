package formula

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestMayHoldMath(t *testing.T) {
	for _, class := range []string{
		"katex", "a katex-mathml", "katex-display b", "MathJax", "MathJax_SVG_Display", "MJXc-display", "MJX_Assistive_MathML", "mjx-chtml",
		"mwe-math-element", "tex", "latex", "math", "arithmatex", "tex2jax_process", "mathjax_ignore", "math-container",
	} {
		assert.True(t, mayHoldMath(class), class)
		assert.NotZero(t, classes(class), class)
	}
	for _, class := range []string{"", "x", "text", "next", "context-menu", "thumb", "the box", "inline display"} {
		assert.False(t, mayHoldMath(class), class)
	}
}
