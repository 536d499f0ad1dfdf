package markdown_test

import "testing"

// Renderers differ on what is white space and punctuation, and on how strikethrough and emphasis pair up. The Markdown is to
// be safe for all of them.
func TestWhereRenderersDiffer(t *testing.T) {
	check(t, []conversion{
		{`<b>\*b</b>`, `**\\\*b**`},
		{`<b><del>\*b</del></b>`, `**~~\\\*b~~**`},
		{`~<del>b</del>`, `~<del>b</del>`},
		{`<del>b~</del>`, `<del>b~</del>`},
		{`*~*b`, `\*~*b`},
		{`a<b>€b</b>`, `a<strong>€b</strong>`},
		{`a*€b*`, `a\*€b*`},
		{"a<i>\u2028b</i>", "a\u2028*b*"},
		{"<p>a\u0085</p>", "a\u0085"},
		{"<p>&#xFEFF;# a</p>", "&#65279;# a"},
	})
}

func TestDelimitersThatTouch(t *testing.T) {
	check(t, []conversion{
		{`*<a href="/u">*</a>*~`, `\*[*](/u)*~`},
	})
}
