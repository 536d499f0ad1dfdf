package turndown_test

import "testing"

func TestWhiteSpace(t *testing.T) {
	check(t, nil, []conversion{
		{" a \n b\t c ", "a b c"},
		{"<p> a </p> \n <p>b</p> c", "a\n\nb\n\nc"},
		{"a <b>b </b> c", "a **b** c"},
		{"<p> <img src=u> </p>", "![](u)"},
		{"x <img src=u> y", "x ![](u) y"},
		{"x <img> y", "x  y"},
		{"a <br> b", "a  \nb"},
		{"<div>a </div> b", "a\n\nb"},
		{"a\fb\u000bc", "a\fb\u000bc"},
		{"&nbsp;a&nbsp;<p>&nbsp;b</p>", "\u00a0a\u00a0\n\n\u00a0b"},
		{"<p>&nbsp;</p>x", "x"},
		{"<b> a</b> <i> b </i>", "**a** _b_"},
		{"<p>a\u2028b</p>", "a\u2028b"},
	})
}
