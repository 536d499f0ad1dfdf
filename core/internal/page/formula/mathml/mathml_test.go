package mathml_test

import (
	"context"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/page/formula/mathml"
	"tidemark/core/internal/tool/watchtest"
	"tidemark/core/internal/watch"
)

func parse(t testing.TB, formula string) (*dom.Document, dom.ID) {
	t.Helper()
	var doc dom.Document
	require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte("<math>"+formula+"</math>"), html.Options{}))
	for id := dom.Root; id != 0; id = doc.Following(id, dom.Root) {
		if doc.Node(id).Namespace == dom.MathML {
			return &doc, id
		}
	}
	require.Fail(t, "no formula", formula)
	return nil, 0
}

// tex translates a formula to the end.
func tex(doc *dom.Document, id dom.ID) string {
	return string(new(mathml.Translator).AppendTeX(nil, nil, doc, id, math.MaxInt32))
}

// translation is a row of a table test.
type translation struct{ mathml, tex string }

func check(t *testing.T, rows []translation) {
	t.Helper()
	for _, row := range rows {
		doc, id := parse(t, row.mathml)
		assert.Equal(t, row.tex, tex(doc, id), "of %s", row.mathml)
	}
}

func TestTokens(t *testing.T) {
	check(t, []translation{
		{`<mi>x</mi>`, `x`},
		{` <mi> x </mi> <mo>=</mo> <mn>1</mn> `, `x=1`},
		{`<mi>α</mi><mi>x</mi>`, `\alpha x`},
		{`<mi>α</mi><mn>2</mn>`, `\alpha 2`},
		{`<mi>α</mi><mo>+</mo>`, `\alpha+`},
		{`<mi>sin</mi><mo>&#x2061;</mo><mi>x</mi>`, `\sin x`},
		{`<mi>MSE</mi>`, `\mathrm{MSE}`},
		{`<mi>Δt</mi>`, `\mathrm{\Delta t}`},
		{`<mi>not a word</mi>`, `\text{not a word}`},
		{`<mi mathvariant="normal">d</mi>`, `\mathrm{d}`},
		{`<mi mathvariant="normal">Γ</mi><mi mathvariant="normal">∞</mi>`, `\Gamma\infty`},
		{`<mi mathvariant="bold">v</mi><mi mathvariant="bold">β</mi>`, `\mathbf{v}\boldsymbol{\beta}`},
		{`<mi mathvariant="double-struck">R</mi><mi>ℝ</mi><mi>𝔸</mi>`, `\mathbb{R}\mathbb{R}\mathbb{A}`},
		{`<mi>𝑥</mi><mi>𝐱</mi><mi>𝛼</mi><mi>𝜶</mi><mi>𝒜</mi><mi>ℒ</mi><mi>𝔤</mi><mi>𝚡</mi><mi>ℎ</mi>`, `x\mathbf{x}\alpha\boldsymbol{\alpha}\mathcal{A}\mathcal{L}\mathfrak{g}\mathtt{x}h`},
		{`<mn>𝟙</mn><mn>𝟏</mn><mi>𝚤</mi><mi>𝛛</mi>`, `\mathbb{1}\mathbf{1}\imath\boldsymbol{\partial}`},
		{`<mn>1,234.5</mn>`, `1{,}234.5`},
		{`<mn mathvariant="bold">2</mn>`, `\mathbf{2}`},
		{`<mi>字</mi><mo>字</mo>`, `\text{字}\text{字}`},
		{`<mtext> if </mtext>`, `\text{if}`},
		{`<mtext>&nbsp;if&nbsp;</mtext>`, `\text{ if }`},
		{`<mtext>&nbsp;</mtext><mtext></mtext>`, `\ `},
		{`<mtext>50% {a_b} $5 a\b^~</mtext>`, `\text{50\% \{a\_b\} \$5 a\textbackslash b\textasciicircum \textasciitilde }`},
		{`<mtext mathvariant="bold">a</mtext><ms>b</ms>`, `\textbf{a}\text{b}`},
		{`<mtext>a<b>b</b></mtext>`, `\text{ab}`},
		{`a`, `a`},
	})
}

func TestOperators(t *testing.T) {
	check(t, []translation{
		{`<mi>a</mi><mo>−</mo><mi>b</mi>`, `a-b`},
		{`<mo>≤</mo><mo>→</mo><mo>⋅</mo><mo>&#x2062;</mo><mo>∗</mo><mo>*</mo>`, `\leq\to\cdot\ast\ast`},
		{`<mo>{</mo><mo>}</mo><mo>%</mo><mo>#</mo><mo>&amp;</mo><mo>_</mo><mo>$</mo><mo>\</mo><mo>~</mo>`,
			`\lbrace\rbrace\%\#\&\_\$\backslash\sim`},
		{`<mi>a</mi><mo>:=</mo><mi>b</mi>`, `a:=b`},
		{`<mi>a</mi><mo>mod</mo><mi>b</mi>`, `a\operatorname{mod}b`},
		{`<mo>lim</mo><mi>x</mi>`, `\lim x`},
		{`<mo mathvariant="bold">+</mo>`, `\boldsymbol{+}`},
		{`<mi>a</mi><mspace width="1em"/><mi>b</mi><mspace width="0.167em"></mspace><mspace width="thickmathspace"></mspace><mspace width="-3px"></mspace><mspace></mspace>`,
			`a\quad b\,\;\!`},
		{`<mo>⊰</mo>`, `⊰`},
	})
}

func TestScripts(t *testing.T) {
	check(t, []translation{
		{`<mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>`, `E=mc^2`},
		{`<msub><mi>x</mi><mrow><mi>i</mi><mo>+</mo><mn>1</mn></mrow></msub>`, `x_{i+1}`},
		{`<msup><mn>10</mn><mn>3</mn></msup><mi>x</mi>`, `10^3 x`},
		{`<msup><mn>-1</mn><mi>n</mi></msup>`, `{-1}^n`},
		{`<msubsup><mi>x</mi><mi>i</mi><mn>12</mn></msubsup>`, `x_i^{12}`},
		{`<msup><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></msup>`, `{a+b}^2`},
		{`<msup><mrow><mrow><mi>a</mi></mrow></mrow><mn>2</mn></msup>`, `a^2`},
		{`<msup><msup><mi>a</mi><mn>2</mn></msup><mn>3</mn></msup>`, `{a^2}^3`},
		{`<msup><mi>f</mi><mo>′</mo></msup><msup><mi>f</mi><mo>″</mo></msup><msubsup><mi>f</mi><mi>n</mi><mo>'</mo></msubsup>`, `f'f''f_n'`},
		{`<msup><mrow></mrow><mn>2</mn></msup><mi>H</mi>`, `{}^2 H`},
		{`<msub><mi>x</mi></msub>`, `x`},
		{`<msub></msub>`, ``},
		{`<msup><mi>x</mi><mo>&#x2061;</mo></msup>`, `x`},
		{`<msup><mi>e</mi><mi>α</mi></msup>`, `e^{\alpha}`},
		{`<mmultiscripts><mi>X</mi><mi>a</mi><mi>b</mi><mprescripts></mprescripts><mn>14</mn><mn>6</mn></mmultiscripts>`, `{}_{14}^6 X_a^b`},
		{`<mmultiscripts><mi>R</mi><mi>a</mi><none></none><none></none><mi>b</mi></mmultiscripts>`, `R_a{}^b`},
	})
}

func TestLimits(t *testing.T) {
	check(t, []translation{
		{`<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi>`, `\sum_{i=1}^n i`},
		{`<munder><mi>lim</mi><mrow><mi>x</mi><mo>→</mo><mn>0</mn></mrow></munder>`, `\lim_{x\to 0}`},
		{`<munder><mo>max</mo><mi>x</mi></munder>`, `\max_x`},
		{`<mover><mi>x</mi><mo>^</mo></mover><mover><mi>AB</mi><mo>^</mo></mover>`, `\hat{x}\widehat{\mathrm{AB}}`},
		{`<mover accent="true"><mi>v</mi><mo>→</mo></mover><mover><mrow><mi>A</mi><mi>B</mi></mrow><mo>→</mo></mover>`, `\vec{v}\overrightarrow{AB}`},
		{`<mover><mi>x</mi><mo>¯</mo></mover><munder><mi>x</mi><mo>_</mo></munder><mover><mi>x</mi><mo>˙</mo></mover>`, `\bar{x}\underline{x}\dot{x}`},
		{`<munder><munder><mrow><mi>a</mi><mi>b</mi></mrow><mo>⏟</mo></munder><mi>n</mi></munder>`, `\underbrace{ab}_n`},
		{`<mover><mo>→</mo><mi>f</mi></mover><munderover><mo>→</mo><mi>a</mi><mi>b</mi></munderover>`, `\xrightarrow{f}\xrightarrow[{a}]{b}`},
		{`<mover><mo>=</mo><mtext>def</mtext></mover>`, `\overset{\text{def}}{=}`},
		{`<munder><mi>argmax</mi><mi>x</mi></munder>`, `\underset{x}{\mathrm{argmax}}`},
		{`<munderover><mi>X</mi><mi>a</mi><mi>b</mi></munderover>`, `\underset{a}{\overset{b}{X}}`},
	})
}

func TestLayout(t *testing.T) {
	check(t, []translation{
		{`<mfrac><mn>1</mn><mi>x</mi></mfrac>`, `\frac{1}{x}`},
		{`<mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac>`, `{n\atop k}`},
		{`<mfrac linethickness="0.5px"><mi>n</mi><mi>k</mi></mfrac>`, `\frac{n}{k}`},
		{`<mfrac><mrow></mrow><mrow></mrow></mfrac>`, `\frac{}{}`},
		{`<msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt>`, `\sqrt{a+b}`},
		{`<mroot><mi>x</mi><mn>3</mn></mroot>`, `\sqrt[3]{x}`},
		{`<mroot><mi>x</mi><mrow><mo>[</mo><mo>]</mo></mrow></mroot>`, `\sqrt[{[]}]{x}`},
		{`<mphantom><mi>x</mi></mphantom>`, `\phantom{x}`},
		{`<menclose notation="box"><mi>x</mi></menclose><menclose notation="updiagonalstrike downdiagonalstrike"><mi>y</mi></menclose><menclose><mi>z</mi></menclose>`,
			`\boxed{x}\cancel{\bcancel{y}}z`},
		{`<mstyle mathvariant="bold"><mi>x</mi></mstyle><mstyle displaystyle="true"><mi>y</mi></mstyle><mpadded><mi>z</mi></mpadded>`, `\mathbf{x}yz`},
		{`<maction><mi>x</mi><mi>y</mi></maction><merror><mtext>e</mtext></merror>`, `x\text{e}`},
		{`<semantics><mi>x</mi><annotation encoding="application/x-tex">y</annotation></semantics>`, `x`},
		{`<apply><ci>x</ci></apply>`, `x`},
	})
}

func TestFences(t *testing.T) {
	check(t, []translation{
		{`<mi>f</mi><mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow>`, `f(x)`},
		{`<mrow><mo>(</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>)</mo></mrow>`, `\left(\frac{a}{b}\right)`},
		{`<mrow><mo>{</mo><mtable columnalign="left left"><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable><mo></mo></mrow>`,
			`\left\lbrace\begin{array}{ll}a & b\end{array}\right.`},
		{`<mrow><mo>{</mo><mtable><mtr><mtd><mi>a</mi></mtd></mtr></mtable></mrow>`, `\left\lbrace\begin{matrix}a\end{matrix}\right.`},
		{`<mfenced><mi>x</mi><mi>y</mi></mfenced>`, `(x,y)`},
		{`<mfenced open="[" close="]" separators=";"><mi>x</mi><mi>y</mi><mi>z</mi></mfenced>`, `[x;y;z]`},
		{`<mfenced open="{" close=""><mtable><mtr><mtd><mi>x</mi></mtd></mtr></mtable></mfenced>`, `\left\lbrace\begin{matrix}x\end{matrix}\right.`},
		{`<mfenced separators="; ,"><mi>w</mi><mi>x</mi><mi>y</mi><mi>z</mi></mfenced>`, `(w;x,y,z)`},
		{`<mrow><mo>(</mo><mfrac><mi>a</mi><mi>b</mi></mfrac>c<mo>)</mo></mrow>`, `(\frac{a}{b}c)`},
		{`<mfenced open="|" close="|" separators=""><mi>x</mi><mi>y</mi></mfenced>`, `|xy|`},
	})
}

func TestTables(t *testing.T) {
	check(t, []translation{
		{`<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd><mtd><mn>1</mn></mtd></mtr></mtable>`,
			`\begin{matrix}1 & 0 \\ 0 & 1\end{matrix}`},
		{`<mtable columnalign="right left"><mtr><mtd><mi>a</mi></mtd><mtd><mo>=</mo><mi>b</mi></mtd></mtr></mtable>`, `\begin{aligned}a & =b\end{aligned}`},
		{`<mtable columnalign="left"><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd><mtd><mi>c</mi></mtd></mtr></mtable>`,
			`\begin{array}{ll}a \\ b & c\end{array}`},
		{`<mtable><mtr><mtd></mtd></mtr><mtr><mtd><mo>[</mo></mtd></mtr></mtable>`, `\begin{matrix} \\ {}[\end{matrix}`},
		{`<mtable><mlabeledtr><mtd><mtext>(1)</mtext></mtd><mtd><mi>x</mi></mtd></mlabeledtr></mtable>`, `\begin{matrix}x\qquad\text{(1)}\end{matrix}`},
		{`<mtable></mtable>`, `\begin{matrix}\end{matrix}`},
	})
}

// No text is lost, whatever is in what.
func TestTextStays(t *testing.T) {
	for _, outer := range []string{
		"mi", "mn", "mo", "mtext", "mrow", "mfrac", "msqrt", "mroot", "msub", "msup", "msubsup", "munder", "mover", "munderover",
		"mmultiscripts", "mtable", "mtr", "mtd", "mfenced", "menclose", "mphantom", "mstyle", "mpadded", "unknown",
	} {
		for _, inner := range []string{"mi", "mn", "mtext", "mrow", "mfrac", "msup", "mtable", "foo"} {
			doc, id := parse(t, "<"+outer+"><"+inner+">x</"+inner+"><mi>y</mi><mi>z</mi></"+outer+">")
			out := tex(doc, id)
			for _, letter := range []string{"x", "y", "z"} {
				assert.Contains(t, strings.ReplaceAll(out, "matrix", ""), letter, "of %s in %s", inner, outer)
			}
		}
	}
}

// Elements are nested without end, and take no stack.
func TestDeepNesting(t *testing.T) {
	for _, nested := range []struct{ before, after string }{
		{"<mrow>", ""}, {"<mrow>", "<mi>y</mi></mrow>"}, {"<mrow><mo>(</mo><msqrt>", "</msqrt><mo>)</mo></mrow>"}, {"<msqrt>", "</msqrt>"}, {"<mstyle mathvariant=bold>", ""},
		{"<menclose notation='box top'>", ""}, {"<mphantom>", ""}, {"<maction>", "</maction>"}, {"<semantics>", "<annotation>y</annotation></semantics>"},
		{"<mfrac>", "<mi>y</mi></mfrac>"}, {"<mfrac><mi>y</mi>", "</mfrac>"}, {"<mfrac linethickness=0>", "<mi>y</mi></mfrac>"}, {"<mroot>", "<mi>y</mi></mroot>"},
		{"<msub>", "<mi>y</mi></msub>"}, {"<msup><mi>y</mi>", "</msup>"}, {"<msubsup><mi>y</mi><mi>z</mi>", "</msubsup>"},
		{"<munder>", "<mi>y</mi></munder>"}, {"<mover>", "<mo>^</mo></mover>"}, {"<munder><mo>∑</mo>", "</munder>"}, {"<munder><mo>→</mo>", "</munder>"},
		{"<mmultiscripts><mi>y</mi>", "</mmultiscripts>"}, {"<mmultiscripts><mi>y</mi><mprescripts/><mi>y</mi>", "</mmultiscripts>"},
		{"<mtable><mtr><mtd>", "</mtd></mtr></mtable>"}, {"<mtable>", "</mtable>"}, {"<mtable><mlabeledtr><mtd>", "</mtd></mlabeledtr></mtable>"},
		{"<mfenced>", "<mi>y</mi></mfenced>"}, {"<mfenced><mi>y</mi>", "</mfenced>"}, {"<mtext>", "</mtext>"}, {"<foo>", "</foo>"},
	} {
		const depth = 100_000
		doc, id := parse(t, strings.Repeat(nested.before, depth)+"<mi>x</mi>"+strings.Repeat(nested.after, depth))
		assert.Contains(t, strings.ReplaceAll(tex(doc, id), "matrix", ""), "x", nested.before)
	}
}

// What is beyond a limit is not translated.
func TestLimit(t *testing.T) {
	for _, formula := range []string{
		strings.Repeat("<msqrt>", 100_000), "<mtext>" + strings.Repeat("^", 100_000), "<mi>" + strings.Repeat("α", 100_000), "<mn>" + strings.Repeat(",", 100_000), strings.Repeat("<mi>x</mi>", 100_000),
		strings.Repeat("_", 100_000),
	} {
		doc, id := parse(t, formula)
		out := new(mathml.Translator).AppendTeX(nil, nil, doc, id, 1000)
		assert.Greater(t, len(out), 1000)
		assert.Less(t, len(out), 1100)
	}
}

func TestContextEndsTranslation(t *testing.T) {
	for _, formula := range []string{
		strings.Repeat("<msqrt>", 50_000), "<mtext>" + strings.Repeat("^", 50_000), "<mi>" + strings.Repeat("α", 50_000), "<mn>" + strings.Repeat(",", 50_000), strings.Repeat("<mi>x</mi>", 50_000),
	} {
		doc, id := parse(t, formula)
		ctx := watchtest.EndsAt(3)
		err := func() (err error) {
			var w watch.Watch
			w.Begin(ctx)
			defer w.End(&err)
			new(mathml.Translator).AppendTeX(&w, nil, doc, id, math.MaxInt32)
			return nil
		}()
		assert.ErrorIs(t, err, context.Canceled, formula[:10])
		assert.Equal(t, int64(3), ctx.Asked())
	}
}

func TestNoAllocations(t *testing.T) {
	doc, id := parse(t, `<mfrac><msup><mi>α</mi><mn>2</mn></msup><msqrt><mi>sin</mi><mi>x</mi></msqrt></mfrac><mtable columnalign="left"><mtr><mtd><mo>≤</mo></mtd></mtr></mtable>`)
	var translator mathml.Translator
	out := make([]byte, 0, 1000)
	assert.Zero(t, testing.AllocsPerRun(10, func() { out = translator.AppendTeX(nil, out[:0], doc, id, math.MaxInt32) }))
}
