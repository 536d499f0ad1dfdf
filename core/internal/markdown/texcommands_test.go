package markdown_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// annotated is a formula with TeX as it stands.
func annotated(tex string) string {
	return `<math><semantics><mrow></mrow><annotation encoding="application/x-tex">` + escapeHTML.Replace(tex) + `</annotation></semantics></math>`
}

func TestTeXThatLeadsElsewhere(t *testing.T) {
	rows := map[string]string{
		`a\href{javascript:alert(1)}{x}b`:                `a{x}b`,
		`\href {javascript:alert({1})} {\frac{a}{b}}`:    `{\frac{a}{b}}`,
		`\href{u}{\href{v}{x}}`:                          `{{x}}`,
		`\href x{y}`:                                     `{y}`,
		`\href\x{y}`:                                     `{y}`,
		`\url{javascript:x}`:                             `{javascript:x}`,
		`\hyperref[a{]}b]{x}`:                            `{x}`,
		`\includegraphics*[width=1em]{https://a.b/c}x`:   `x`,
		`\htmlData{a=b}{x}\htmlId{a}{y}\htmlClass{a}{z}`: `{x}{y}{z}`,
		`\htmlStyle{background:url(//a.b)}{x}`:           `{x}`,
		`\cssId{a}{x}\class{a}{y}\style{a}{z}`:           `{x}{y}{z}`,
		`\mmlToken{mi}[href="javascript:alert(1)"]{x}`:   `{x}`,
		`\require{html}\input{/etc/passwd} x`:            `x`,
		`\require{html}\alpha \require{a}b`:              `\alpha b`,
		`\alpha\require{a}b`:                             `\alpha b`,
		`\hr\require{a}ef{javascript:x}{y}`:              `\hr ef{javascript:x}{y}`,
		"\\hr%\nef{javascript:x}{y}":                     `{y}`,
		`\hrefx{a}\\href{b}`:                             "`" + `\hrefx{a}\\href{b}` + "`",
		`x\href`:                                         `x`,
		`{\href}x`:                                       `{}x`,
		`x\href{javascript`:                              `x`,
		`\hyperref[a`:                                    `[a`,
	}
	for tex, want := range rows {
		assert.Equal(t, "$"+want+"$", convert(t, annotated(tex)), "of %s", tex)
		assert.Equal(t, "$"+want+"$", convert(t, `<span class="math inline">\(`+escapeHTML.Replace(tex)+`\)</span>`), "of %s in text", tex)
	}
	assert.Equal(t, "a", convert(t, "a"+annotated(`\includegraphics{x}`)))
	s := defaults()
	s.Page.KeepUnsafeLinks = true
	assert.Equal(t, `$\href{javascript:x}{y}$`, convertWith(t, s, annotated(`\href{javascript:x}{y}`)))
}
