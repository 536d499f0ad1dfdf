package mathml_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
)

// checkDrawn is check for what MathJax draws in CHTML.
func checkDrawn(t *testing.T, rows []translation) {
	t.Helper()
	for _, row := range rows {
		var doc dom.Document
		require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte("<mjx-math>"+row.mathml+"</mjx-math>"), html.Options{}))
		body := doc.Find(dom.Root, dom.TagBody)
		assert.Equal(t, row.tex, tex(&doc, doc.Node(body).First), "of %s", row.mathml)
	}
}

func TestDrawn(t *testing.T) {
	const x, two = `<mjx-mi><mjx-c class="mjx-c1D465 TEX-I"></mjx-c></mjx-mi>`, `<mjx-mn><mjx-c class="mjx-c32">2</mjx-c></mjx-mn>`
	checkDrawn(t, []translation{
		{x + two, `x2`},
		{`<mjx-msub>` + x + `<mjx-script>` + two + `</mjx-script></mjx-msub>`, `x_2`},
		{`<mjx-msubsup>` + x + `<mjx-script>` + two + `<mjx-spacer></mjx-spacer>` + x + `</mjx-script></mjx-msubsup>`, `x_x^2`},
		{`<mjx-munderover limits="false"><mjx-mo><mjx-c class="mjx-c2211"></mjx-c></mjx-mo><mjx-script>` + two + x + `</mjx-script></mjx-munderover>`, `\sum_x^2`},
		{`<mjx-munder><mjx-row><mjx-base><mjx-mo><mjx-c class="mjx-c6C"></mjx-c><mjx-c class="mjx-c69"></mjx-c><mjx-c class="mjx-c6D"></mjx-c></mjx-mo></mjx-base></mjx-row><mjx-row><mjx-under>` +
			x + `</mjx-under></mjx-row></mjx-munder>`, `\lim_x`},
		{`<mjx-mtext><mjx-c class="mjx-c69"></mjx-c><mjx-c class="mjx-c66"></mjx-c><mjx-c class="mjx-cA0"></mjx-c></mjx-mtext>` + x, `\text{if }x`},
		{x + `<mjx-mspace style="width: 1em;"></mjx-mspace>` + two, `x\quad 2`},
		{`<mjx-mroot><mjx-root>` + two + `</mjx-root><mjx-sqrt><mjx-surd></mjx-surd><mjx-box>` + x + `</mjx-box></mjx-sqrt></mjx-mroot>`, `\sqrt[2]{x}`},
		{`<mjx-mfrac></mjx-mfrac>` + x, `\frac{}{}x`},
		{`<mjx-msqrt></mjx-msqrt><mjx-mtable></mjx-mtable><mjx-munder></mjx-munder>` + x, `\sqrt{}\begin{matrix}\end{matrix}x`},
		{`<mjx-mi><mjx-c class="mjx-cZZ"></mjx-c></mjx-mi>` + x, `x`},
	})
}
