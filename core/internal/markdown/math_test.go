package markdown_test

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/markdown"
)

// tex is a formula of MathJax 2, which holds nothing but its source.
func tex(source string) string { return `<span><script type="math/tex">` + source + `</script></span>` }

func displayed(source string) string {
	return `<span><script type="math/tex; mode=display">` + source + `</script></span>`
}

func katex(annotation string) string {
	return `<span class="katex"><span class="katex-mathml"><math><semantics><mi>copy</mi><annotation encoding="application/x-tex">` +
		annotation + `</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">copy</span></span>`
}

func wiki(class, annotation string) string {
	return `<span class="mwe-math-element"><span class="mwe-math-mathml-` + class + ` mwe-math-mathml-a11y" style="display: none;"><math alttext="` + annotation +
		`"><semantics><mi>copy</mi><annotation encoding="application/x-tex">` + annotation + `</annotation></semantics></math></span>` +
		`<img src="i.svg" class="mwe-math-fallback-image-` + class + `" aria-hidden="true" alt="` + annotation + `"></span>`
}

func TestFormulaSources(t *testing.T) {
	check(t, []conversion{
		{`a ` + katex(`E=mc^2`) + ` b`, `a $E=mc^2$ b`},
		{`<span class="katex-display">` + katex(`x`) + `</span>`, "$$\nx\n$$"},
		{`<span class="katex"><math display="block"><mi>x</mi></math></span>`, "$$\nx\n$$"},
		{`<span class="katex"><span class="katex-html" aria-hidden="true">x<span>2</span></span></span>`, `x2`},
		{`<span class="katex">x</span><div class="katex">a ` + katex(`x`) + ` b</div>`, "x\n\na $x$ b"},
		{tex(`x`) + ` ` + tex(``) + ` <script type="math/asciimath">y</script>`, `$x$`},
		{`<script type="math/tex; mode=display">x</script><p>a`, "$$\nx\n$$\n\na"},
		{displayed(`x`), "$$\nx\n$$"},
		{displayed("% <![CDATA[\nx %]]>"), "$$\nx\n$$"},
		{`<span class="MathJax_Preview">copy</span><span class="MathJax"><nobr>copy</nobr></span><script type="math/tex">x</script>`, `$x$`},
		{`<div class="MathJax_Display"><span class="MathJax">copy</span></div><script type="math/tex; mode=display">x</script>`, "$$\nx\n$$"},
		{`<span class="MathJax"><nobr>copy</nobr><span class="MJX_Assistive_MathML"><math><mi>x</mi></math></span></span>`, `$x$`},
		{`<div class="MathJax_Display"><span class="MathJax"><nobr>copy</nobr><span class="MJX_Assistive_MathML"><math><mi>x</mi></math></span></span></div>`, "$$\nx\n$$"},
		{`<span class="MathJax">x<sup>2</sup></span>`, `x<sup>2</sup>`},
		{`<mjx-container jax="CHTML"><mjx-math>copy</mjx-math><mjx-assistive-mml><math><mi>x</mi></math></mjx-assistive-mml></mjx-container>`, `$x$`},
		{`<mjx-container jax="CHTML" display="true"><mjx-math data-latex="\alpha">copy</mjx-math></mjx-container>`, "$$\n\\alpha\n$$"},
		{`<mjx-container jax="SVG"><svg><defs></defs><g><g data-mml-node="math" data-latex="x"></g></g></svg></mjx-container>`, `$x$`},
		{`<mjx-container jax="SVG" aria-label="x squared"><svg></svg></mjx-container>`, `x squared`},
		{wiki("inline", `{\displaystyle E=mc^{2}}`), `$E=mc^{2}$`},
		{wiki("inline", `{\displaystyle {a}+{b}}`) + ` ` + wiki("inline", `{\textstyle a}`) + ` ` + wiki("inline", `{a}+{b}`), `${a}+{b}$ $a$ ${a}+{b}$`},
		{wiki("display", `{\displaystyle x}`), "$x$"},
		{`<img class="mwe-math-fallback-image-display" alt="{\displaystyle x}"> <img class="latex" src="i" alt="$y$">`, "$$x$$ $y$"},
		{`<math alttext="x_{i}%&#10;+y" display="inline"><mi>copy</mi></math>`, `$x_{i}+y$`},
		{`<math class="ltx_Math" alttext="x"><mi>copy</mi></math> <math alttext="x squared"><msup><mi>x</mi><mn>2</mn></msup></math>`, `$x$ $x^2$`},
		{`<math alttext="\displaystyle x_1" display="block"><mi>copy</mi></math>`, "$$\nx_1\n$$"},
		{`<math><mi>x</mi></math> <math></math> <math><mo>&#x2061;</mo></math>`, "$x$ $\u2061$"},
		{`<span class="math inline">\(x\)</span> <span class="math inline">x</span> <span class="math inline"><em>x</em></span>`, `$x$ $x$ *x*`},
		{`<span class="math display">\[x\]</span>`, "$$\nx\n$$"},
		{`<div class="math notranslate"><span>(1)</span>\[x\]</div>`, "(1) $$x$$"},
		{`<span class="math-container">$x$</span> <span class="arithmatex">\(y\)</span>`, `$x$ $y$`},
		{`<math-renderer class="js-inline-math">$x$</math-renderer> <math-renderer class="js-display-math">$$y$$</math-renderer>`, `$x$ $$y$$`},
		{`a<div class="mwe-math-element"><div class="mwe-math-mathml-display" style="display:none"><math><mi>x</mi></math></div></div>b`, "a\n\n$x$\n\nb"},
		{`<img class="latex" alt="% a" src="i"> ` + katex(``), "![% a](i) $\\mathrm{copy}$"},
		{`<p hidden>` + katex(`x`) + `</p><span class="katex" style="display:none"><span class="katex-mathml"><math><mi>x</mi></math></span></span>`, ``},
	})
}

// A page with a script that finds formulas in its text has them there.
func TestFormulasInText(t *testing.T) {
	mathJax := `<script src="/mathjax/tex-chtml.js"></script>`
	dollars := `<script>MathJax = {tex: {inlineMath: [['$', '$']]}}</script>`
	check(t, []conversion{
		{`a \(x\) $y$`, `a \\(x\\) $y$`},
		{mathJax + `a \(x\) $y$ $$z$$ b`, `a $x$ \$y\$ $$z$$ b`},
		{mathJax + `\[x\]`, "$$\nx\n$$"},
		{mathJax + `\begin{align} a \\ b \end{align}`, "```math\n\\begin{align} a \\\\ b \\end{align}\n```"},
		{`<p>\(x\)</p><script src="katex/contrib/auto-render.min.js"></script>`, `$x$`},
		{`<script>renderMathInElement(document.body)</script>\(x\)`, `$x$`},
		{`<script type="application/json">"MathJax"</script>\(x\)`, `\\(x\\)`},
		{dollars + `a $x$ b $y$ c $`, `a $x$ b $y$ c \$`},
		{dollars + `$x<b>y</b>$`, `$x**y**$`},
		{mathJax + `\(x \[y \( \begin{a} $$z \\(x\\)`, `\\(x \\[y \\( \begin{a} $$z \\\\(x\\\\)`},
		{mathJax + `a \(\) \( \) $$$$ b`, `a \\(\\) \\( \\) $$$$ b`},
		{mathJax + `<code>\(x\)</code> <span class="tex2jax_ignore">\(x\)</span>`, "`\\(x\\)` \\\\(x\\\\)"},
		{mathJax + `<div class="tex2jax_ignore">\(x\) <em class="tex2jax_process">\(x\)</em></div>`, `\\(x\\) *$x$*`},
		{`<span class="tex2jax_process">\(x\) $y$</span> \(z\)`, `$x$ \$y\$ \\(z\\)`},
	})
}

// What is no formula stays as it is.
func TestDollarsInText(t *testing.T) {
	check(t, []conversion{
		{`$5 and $10`, `$5 and $10`},
		{`$x_1$, $a_1 b_2$, $$E=mc^2$$`, `$x_1$, $a_1 b_2$, $$E=mc^2$$`},
		{`$5 for ` + tex(`x`), `\$5 for $x$`},
		{`<p>$5</p><p>` + tex(`x`) + `</p>`, "$5\n\n$x$"},
		{`<img src=i alt="$5"> ` + tex(`x`), `![\$5](i) $x$`},
		{"<code>$5</code> " + tex(`x`), "`$5` $x$"},
	})
}

func TestFormOfFormulas(t *testing.T) {
	check(t, []conversion{
		{tex(`x_1 + y^{2}, \frac{a}{b} < c & [0,1) ! 5*6`), `$x_1 + y^{2}, \frac{a}{b} < c & [0,1) ! 5*6$`},
		{tex(`a*b*c`), "$`a*b*c`$"},
		{tex(`\mathbf{x}_{1} \mathbf{y}_{2}`), "$`\\mathbf{x}_{1} \\mathbf{y}_{2}`$"},
		{tex(`a~b~c`), "$`a~b~c`$"},
		{tex(`\{x\}`) + " " + tex(`a\,b`) + " " + tex(`a \\ b`) + " " + tex(`a\ b`), "$`\\{x\\}`$ $`a\\,b`$ $`a \\\\ b`$ $a\\ b$"},
		{tex(`a<b>c`) + " " + tex(`[a](b)`) + " " + tex(`&amp;`) + " " + tex(`x[^1]`), "$`a<b>c`$ $`[a](b)`$ $`&amp;`$ $`x[^1]`$"},
		{tex("`a`"), "$`` `a` ``$"},
		{tex(`\text{if $x$}`), "$`\\text{if $x$}`$"},
		{tex(`\text{http://a.b}`), "$`\\text{http://a.b}`$"},
		{`_` + tex(`x_{1}`), "_$`x_{1}`$"},
		{`<em>a ` + tex(`b*c`) + `</em>`, "*a $`b*c`$*"},
		{"` " + tex(`\{`), "\\` $`\\{`$"},
		{"` " + tex(`x`), "` $x$"},
		{`a` + tex(`x`) + ` ` + tex(`x`) + `a ` + tex(`x`) + `2 (` + tex(`x`) + `) ` + tex(`x`) + `, ` + tex(`x`) + `<code>c</code>`,
			"a$`x`$ $`x`$a $`x`$2 ($`x`$) $x$, $`x`$`c`"},
		{tex(`a`) + tex(`\alpha`) + tex(`b`), `$a \alpha b$`},
		{tex(`a`) + `<b>` + tex(`b`) + `</b>`, `$a$**$b$**`},
		{tex(` a  b % comment` + "\n" + ` c \ \ `), `$a b c$`},
		{tex(`c\\ `) + " " + tex(` `), "$`c\\\\`$"},
		{tex(`50\%`), "$`50\\%`$"},
	})
}

func TestDisplayedFormulas(t *testing.T) {
	check(t, []conversion{
		{`<p>a ` + displayed(`x`) + `, b` + displayed(`y`) + `c</p>`, "a $$x$$, b $$y$$ c"},
		{`<p>a` + displayed(`\{x\}`) + `b</p>`, "a\n\n```math\n\\{x\\}\n```\n\nb"},
		{displayed("x\n\n  y"), "$$\nx\ny\n$$"},
		{displayed("x\n+ y\n= z"), "$$\nx + y = z\n$$"},
		{displayed("- x"), "```math\n- x\n```"},
		{displayed("<b\n"), "```math\n<b\n```"},
		{displayed("x") + displayed("y") + tex("z"), "$$x$$ $$y$$ $z$"},
		{displayed("x") + displayed("y") + " " + displayed(`\{`), "$$\nx\n$$\n\n$$\ny\n$$\n\n```math\n\\{\n```"},
		{`<b>` + displayed("x") + `</b>`, "$$\nx\n$$"},
		{displayed("x") + `<br>` + displayed("y"), "$$\nx\n$$\n\n$$\ny\n$$"},
	})
}

func TestFormulasInConstructs(t *testing.T) {
	check(t, []conversion{
		{`<h2>a ` + tex(`x_1`) + displayed("a\nb") + `</h2>`, "## a $x_1$ $$a b$$"},
		{`<a href="/u">` + tex(`x`) + `</a> <a href="/u">` + tex(`[0,1)`) + `</a> <a href="/u">` + tex(`a[1]`) + `</a>`,
			"[$x$](/u) [$`[0,1)`$](/u) [$a[1]$](/u)"},
		{`[` + tex(`[`) + `](b)`, "[$`[`$\\](b)"},
		{tex(`[`) + ` ](b)`, `$[$ \](b)`},
		{`<table><tr><th>` + tex(`|a|`) + `<th>` + tex(`\|a\|b`) + `<th>` + tex(`a \\| b`) + `<th>` + displayed(`\{`) + `</table>`,
			"| $\\|a\\|$ | $\\Vert a\\Vert b$ | $`a \\\\ \\| b`$ | $`\\{`$ |\n| --- | --- | --- | --- |"},
		{`<ul><li>` + displayed(`x`) + `<li>a ` + displayed(`\{`) + `<li>` + tex(`y`) + `</ul>`,
			"- $$\n  x\n  $$\n- a\n  ```math\n  \\{\n  ```\n- $y$"},
		{`<blockquote>` + displayed("x\ny") + `</blockquote>`, "> $$\n> x\n> y\n> $$"},
		{`<dl><dt>` + displayed(`x`) + `<dd>a</dl>`, "$$\nx\n$$\n\na"},
		{`<pre>` + katex(`x`) + `\(x\)</pre>`, "```\ncopy\\(x\\)\n```"},
		{`<table><tr><td>` + `<math display="block"><mi>x</mi></math><td>(1)</table>`, "$$\nx\n$$\n\n(1)"},
		{`<table class="ltx_eqn_table"><tr class="ltx_eqn_row"><td><td><math alttext="\displaystyle a_1"></math><td><math alttext="\displaystyle=b_1"></math><td>(2)</table>`,
			"$$\na_1 =b_1\n$$\n\n(2)"},
	})
}

func TestFormulasInHTML(t *testing.T) {
	s := defaults()
	s.TableMode = markdown.HTML
	checkWith(t, s, []conversion{
		{`<table><tr><td>` + katex(`a&lt;b`) + `<td>` + displayed(`x`) + `<td>` + wiki("inline", `{\displaystyle y}`) + `<td><span class="math">\(z\)</span></table>`,
			"<table><tbody><tr><td>$a&lt;b$</td><td><span>$$x$$</span></td><td>$y$</td><td><span>\\(z\\)</span></td></tr></tbody></table>"},
	})
	s = defaults()
	s.EscapeNone = true
	checkWith(t, s, []conversion{
		{`$5 ` + tex(`a*b*c`) + displayed("\\{\n- x\n\\}"), "$5 $a*b*c$ $$\\{ - x \\}$$"},
		{displayed("\\{\n- x\n\\}"), "$$\n\\{\n- x\n\\}\n$$"},
	})
}

func TestDroppedFormulas(t *testing.T) {
	s := defaults()
	s.Page.DropMath = true
	mathJax := `<script src="/mathjax/tex-chtml.js"></script>`
	checkWith(t, s, []conversion{
		{`a ` + katex(`x`) + ` b` + katex(`x`) + `c $5`, `a b c $5`},
		{`<p>` + displayed(`x`) + `</p><p>a</p>`, `a`},
		{`a<span class="MathJax">copy</span><script type="math/tex">x</script>.`, `a.`},
		{wiki("inline", `x`) + `<mjx-container aria-label="l"></mjx-container>`, ``},
		{mathJax + `<p>a \(x\) b</p>`, `a b`},
		{mathJax + `<ul><li>a<ul><li>\(x\)</ul></ul>`, "- a"},
		{`<ul><li>a<ul><li>` + katex(`x`) + `</ul></ul>`, "- a"},
		{`<ul><li>a<ul><li><img class="latex" alt="x" src="i"></ul></ul>`, "- a"},
	})
}

// Rendered back by a renderer that knows no formulas, the text is the same: dollars, TeX, and all that is around it.
func TestFormulasRoundTrip(t *testing.T) {
	pieces := []string{
		"*", "_", "~", "**", "__", "~~", "`", `\`, `\\`, `\{`, `\,`, "{", "}", "[", "]", "](", "(", ")", "&lt;", "&gt;", "&amp;", ";", "!", "|",
		"#", "+", "- ", "= ", "&gt; ", "1. ", " ", "  ", "x", "y", "1", "a", ".", ":", "^", "\n", "é", "字", "http://a.b", "amp;", "[^1]", "$",
	}
	random := rand.New(rand.NewPCG(1, 2))
	some := func(most int) string {
		var b strings.Builder
		for range random.IntN(most) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		return b.String()
	}
	around := []string{"p", "h2", "li", "b", "em", "blockquote", "td", "del"}
	for range 5_000 {
		var source, text strings.Builder
		for range 1 + random.IntN(3) {
			literal, formula := some(6), "x"+some(8)+"y"
			class := []string{"latex", "mwe-math-fallback-image-display"}[random.IntN(2)]
			source.WriteString(literal + `<img class="` + class + `" alt="` + formula + `">`)
			text.WriteString(literal + formula)
		}
		name := around[random.IntN(len(around))]
		document := "<" + name + ">" + source.String() + "</" + name + ">"
		if name == "td" {
			document = "<table><tr><td>" + source.String() + "<td>z</table>"
			text.WriteString("z")
		}
		out := convert(t, document)
		want, got := words(plainText(t, "<p>"+text.String())), words(plainText(t, renderBack(t, gfm, out)))
		ignored := strings.NewReplacer("$", "")
		if name == "td" {
			ignored = strings.NewReplacer("$", "", `\Vert`, "", `\`, "", "|", "")
		}
		require.Equal(t, ignored.Replace(want), ignored.Replace(got), "of %s by way of\n%s", document, out)
	}
}

func TestFormulasCostIsLinear(t *testing.T) {
	const n = 100_000
	for name, document := range map[string]func(n int) string{
		"formulas":       func(n int) string { return strings.Repeat(tex(`x_{1}*y`), n/40) },
		"katex":          func(n int) string { return strings.Repeat(katex(`x_1`)+" ", n/250) },
		"nested katex":   func(n int) string { return strings.Repeat(`<span class="katex">`, n/4000) },
		"nested MathJax": func(n int) string { return strings.Repeat(`<span class="MathJax">x`, n/4000) },
		"openings":       func(n int) string { return strings.Repeat(`<script src="mathjax"></script><p>\(`, n/40) },
		"all openings": func(n int) string {
			return `<script src="mathjax"></script>` + strings.Repeat(`\( \[ $$ \begin{a} `, n/20)
		},
		"dollars":         func(n int) string { return `<script>MathJax'$'</script>` + strings.Repeat(`$ `, n/2) },
		"literal dollars": func(n int) string { return strings.Repeat(`$ `, n/2) + tex(`x`) },
		"lines":           func(n int) string { return displayed(strings.Repeat("- x\n", n/4)) },
		"frames":          func(n int) string { return strings.Repeat(`<span class="MathJax">x</span>`, n/30) },
		"displayed":       func(n int) string { return strings.Repeat(displayed(`\{`)+"x", n/50) },
		"scripts in MathML": func(n int) string {
			return "<math>" + strings.Repeat(`<msup><mi>x</mi>`, 300) + strings.Repeat(`<mi>y</mi>`, n/10)
		},
	} {
		t.Run(name, func(t *testing.T) {
			small, large := cost(t, document(n), false), cost(t, document(4*n), false)
			assert.Less(t, float64(large.allocated), 8*float64(small.allocated)+1e6, "bytes allocated")
			assert.Less(t, float64(large.written), 5*float64(small.written)+100, "bytes written")
		})
	}
}

func TestFormulasAllocateNothing(t *testing.T) {
	source := `<script src="mathjax.js"></script>` + strings.Repeat(`<p>`+katex(`x_1`)+` \(y\) `+tex(`a*b*c`)+` <math><mfrac><mi>α</mi><mn>2</mn></mfrac></math> `+
		wiki("inline", `{\displaystyle z}`)+`<p>`+displayed("x\ny")+displayed(`\{`)+`<table><tr><td>`+tex(`\|x\|`)+`<td>a</table>`, 50)
	var doc dom.Document
	require.NoError(t, new(html.Parser).Parse(context.Background(), &doc, []byte(source), html.Options{Scripting: true}))
	s := defaults()
	var r markdown.Renderer
	compiled := s.Compile()
	var out []byte
	allocations := testing.AllocsPerRun(10, func() {
		var err error
		out, err = r.Render(context.Background(), out[:0], &doc, compiled)
		require.NoError(t, err)
	})
	assert.Zero(t, allocations)
}
