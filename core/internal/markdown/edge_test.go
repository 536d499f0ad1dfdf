package markdown_test

import "testing"

func TestPaddingAtEdges(t *testing.T) {
	check(t, []conversion{
		{`<p>&nbsp;a&nbsp;</p><p>&nbsp; b &nbsp;</p>`, "a\n\nb"},
		{`<p>&nbsp;<b>&nbsp;a&nbsp;</b>&nbsp;</p>`, "**a**"},
		{`<p>a<br>&nbsp;</p><p>&nbsp;<br>b</p><p><b>c<br>&nbsp;</b></p>`, "a\n\nb\n\n**c**"},
		{`<h2>&nbsp;a&nbsp;</h2><ul><li>&nbsp;b&nbsp;</ul><blockquote>&#8239;c&#8199;</blockquote>`, "## a\n\n- b\n\n> c"},
		{`<table><tr><th>&nbsp;a&nbsp;<th>&nbsp;<tr><td>b<td>c&nbsp;</table>`, "| a |  |\n| --- | --- |\n| b | c |"},
		{`<p><a href=/u>a</a>&nbsp;</p><p>&nbsp;<img src=i alt=b>&nbsp;</p>`, "[a](/u)\n\n![b](i)"},
		{`<p>&emsp;a&emsp;</p>`, "&#8195;a&#8195;"},
		{`<p>a&nbsp;b</p><p>&nbsp;</p>`, "a\u00a0b"},
	})
}

func TestIdeographicIndent(t *testing.T) {
	check(t, []conversion{
		{"<p>\u3000\u3000中文\u3000</p>", "\u3000\u3000中文"},
		{"<p>&nbsp;\u3000「<b>文</b>」</p>", "\u3000「**文**」"},
		{"<p>\u3000<b>文</b></p>", "\u3000**文**"},
		{"<p>\u3000text</p><p>\u3000</p>", "text"},
		{"<h1>\u3000中文</h1><table><tr><th>\u3000中<th>\u3000<b>文</b></table>", "# 中文\n\n| 中 | **文** |\n| --- | --- |"},
	})
}

func TestLineEndsBetweenWideCharacters(t *testing.T) {
	check(t, []conversion{
		{"<p>これは<b>長い</b>\n文章です。\n  English\nwords</p>", "これは**長い**文章です。 English words"},
		{"<p>中\n文 中 文<span>\n</span>字</p>", "中文 中 文字"},
		{"<p>한국\n어</p>", "한국 어"},
		{"<p>中<br>\n文</p><p>中\n<code>文</code>\n字</p>", "中\\\n文\n\n中 `文` 字"},
		{"<h1><div>中</div>\n<div>文</div></h1>", "# 中 文"},
		{"<p>中\n<img src=i>\n文</p>", "中 ![](i) 文"},
	})
}
