package markdown_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"tidemark/core/internal/markdown"
	"tidemark/core/internal/page"
)

func TestTable(t *testing.T) {
	check(t, []conversion{
		{`<table><thead><tr><th>a<th>b</thead><tr><td>1<td>2</table>`, "| a | b |\n| --- | --- |\n| 1 | 2 |"},
		{`<table><tr><th>a<th>b<tr><td>1<td>2</table>`, "| a | b |\n| --- | --- |\n| 1 | 2 |"},
		{`<table><tr><td>1<td>2<tr><td>3<td>4</table>`, "|  |  |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |"},
		{`<table><tr><th>a<td>1<tr><th>b<td>2</table>`, "|  |  |\n| --- | --- |\n| a | 1 |\n| b | 2 |"},
		{`<table><tr><th>a<tr><td>1<td>2</table>`, "| a |  |\n| --- | --- |\n| 1 | 2 |"},
		{`<table><tr><th align=left>a<th style="text-align: center">b<th align=right>c</table>`, "| a | b | c |\n| :-- | :-: | --: |"},
		{`<table><caption>c</caption><tr><th>a<th>b</table>`, "c\n\n| a | b |\n| --- | --- |"},
	})
}

func TestHiddenPartsOfTables(t *testing.T) {
	check(t, []conversion{
		{`<table><caption>c</caption></table>`, "c"},
		{`<table><caption>c<table><tr><th>d<tr><td>e</table></caption><tr><th>a<th>b</table>`, "c\n\n| d |\n| --- |\n| e |\n\n| a | b |\n| --- | --- |"},
		{`<table><caption hidden>x</caption><tr><th>a<th>b<tr hidden><td>x<td>x<tr><td>1<td hidden>x</table>`, "| a | b |\n| --- | --- |\n| 1 |"},
		{`<table><tr><th>a<th>b<tr><td hidden>x<td>1<td>2<tr><td style="visibility:hidden">x<td>3</table>`, "| a | b |\n| --- | --- |\n| 1 | 2 |\n|  | 3 |"},
		{`<table><tr><th>a<th>b<tbody style="display:none"><tr><td>x<td>x</table>`, "| a | b |\n| --- | --- |"},
	})
}

func TestTableAsHTML(t *testing.T) {
	s := defaults()
	s.TableMode = markdown.HTML
	checkWith(t, s, []conversion{
		{`<table><tr><td><xmp><b></xmp><iframe>x</iframe><object>c</object><foo>d</foo></table>`,
			"<table><tbody><tr><td><pre>&lt;b&gt;</pre>cd</td></tr></tbody></table>"},
		{`<table><tr><td><math><mi>x</mi><annotation>y</annotation></math><noscript>n</noscript></table>`,
			"<table><tbody><tr><td>$x$</td></tr></tbody></table>"},
	})
}

func TestTableCell(t *testing.T) {
	check(t, []conversion{
		{"<table><tr><th>a|b<th><code>c|d</code></table>", "| a\\|b | `c\\|d` |\n| --- | --- |"},
		{`<table><tr><th>\|<th><code>\|</code></table>`, "| \\\\\\| | <code>&#92;&#124;</code> |\n| --- | --- |"},
		{`<table><tr><th>a<br>b<th><p>c</p><p>d</p></table>`, "| a<br>b | c<br>d |\n| --- | --- |"},
		{`<table><tr><th>a<td><ul><li>b<li>c</ul></table>`, "|  |  |\n| --- | --- |\n| a | b<br>c |"},
		{"<table><tr><th>a<th><pre>b\nc</pre></table>", "| a | `b`<br>`c` |\n| --- | --- |"},
		{`<table><tr><th>a<th>b<tr><td>1<td><table><tr><td>x<td>y<tr><td>z</table></table>`, "| a | b |\n| --- | --- |\n| 1 | x y<br>z |"},
		{`<table><tr><th># a<th>- b</table>`, "| # a | - b |\n| --- | --- |"},
	})
}

func TestTableCellWithoutHTML(t *testing.T) {
	s := defaults()
	s.DropHTML = true
	checkWith(t, s, []conversion{
		{`<table><tr><th>a<br>b<th><p>c</p><p>d</p></table>`, "| a b | c d |\n| --- | --- |"},
		{`<table><tr><th><code>\|</code><th>\<br><i>(a)</i></table>`, "| &#92;&#124; | \\ *(a)* |\n| --- | --- |"},
	})
}

func TestImageInTableAsHTML(t *testing.T) {
	s := defaults()
	s.TableMode = markdown.HTML
	const source = `<table><tr><td><img src="i" alt="a" title="t" width=1><img data-src="j"><img alt="b&lt;"><img src="data:image/png,x" alt=c></table>`
	checkWith(t, s, []conversion{{source,
		`<table><tbody><tr><td><img src="i" alt="a" title="t"><img src="j" alt="">b&lt;c</td></tr></tbody></table>`}})
	s.Page.Images = page.Drop
	checkWith(t, s, []conversion{{source, `<table><tbody><tr><td></td></tr></tbody></table>`}})
}

func TestTableSpans(t *testing.T) {
	check(t, []conversion{
		{`<table><tr><th>a<th>b<th>c<tr><td colspan=2>1<td>2</table>`, "| a | b | c |\n| --- | --- | --- |\n| 1 |  | 2 |"},
		{`<table><tr><th>a<th>b<tr><td rowspan=2>1<td>2<tr><td>3</table>`, "| a | b |\n| --- | --- |\n| 1 | 2 |\n|  | 3 |"},
		{`<table><tr><th>a<th>b<tr><td colspan=1000>1</table>`, "| a | b |\n| --- | --- |\n| 1 |"},
	})
}

func TestLayoutTable(t *testing.T) {
	check(t, []conversion{
		{`<table role=presentation><tr><td>a<td>b</table>`, "a\n\nb"},
		{`<table><tr><td><h1>a</h1><td>b</table>`, "# a\n\nb"},
		{`<table><tr><td>a<tr><td>b</table>`, "a\n\nb"},
		{`<table><tr><td>a<td><table><tr><th>b<th>c</table></table>`, "a\n\n| b | c |\n| --- | --- |"},
	})
	s := defaults()
	s.TableMode = markdown.GFM
	checkWith(t, s, []conversion{{`<table><tr><td>a<tr><td>b</table>`, "|  |\n| --- |\n| a |\n| b |"}})
	s.TableMode = markdown.HTML
	checkWith(t, s, []conversion{{`<table class=x><tr><td onclick=y>a*b*&lt;<td colspan=2><a href="javascript:z">b</a></table>`,
		`<table><tbody><tr><td>a*b*&lt;</td><td colspan="2"><a>b</a></td></tr></tbody></table>`}})
	s = defaults()
	s.Tables = false
	checkWith(t, s, []conversion{{`<table><tr><th>a<th>b</table>`, "a\n\nb"}})
}

func TestHeaderRow(t *testing.T) {
	const marked, plain = `<table><tr><th>a<th>b<tr><td>1<td>2</table>`, `<table><tr><td>a<td>b<tr><td>1<td>2</table>`
	s := defaults()
	s.HeaderRow = markdown.FirstRow
	checkWith(t, s, []conversion{{marked + plain, "| a | b |\n| --- | --- |\n| 1 | 2 |\n\n| a | b |\n| --- | --- |\n| 1 | 2 |"}})
	s.HeaderRow = markdown.EmptyRow
	checkWith(t, s, []conversion{{marked, "|  |  |\n| --- | --- |\n| a | b |\n| 1 | 2 |"}})
}

func TestEmptyPartsOfTables(t *testing.T) {
	check(t, []conversion{
		{`<table><tr><td><td><br><tr><td>&nbsp;<td><span></span></table>a`, "a"},
		{`<table><tr><th>a<th><th>b<tr><td>1<td>&nbsp;<td><tr><td><td><td></table>`, "| a | b |\n| --- | --- |\n| 1 |  |"},
		{`<table><tr><td>a<td><img src=i><tr><td>b<td><input type=checkbox></table>`, "|  |  |\n| --- | --- |\n| a | ![](i) |\n| b |  |"},
		{`<table><tr><td><td><tr><td>a<td>b</table>`, "a\n\nb"},
	})
}

func TestTableAlignment(t *testing.T) {
	table := func(open, head, row1, row2 string) string {
		return "<table " + open + "><thead><tr " + head + "><th>a</thead><tbody><tr " + row1 + "<tr " + row2 + "</table>"
	}
	for source, delimiter := range map[string]string{
		table("", "", "><td>1", "><td>2"):                                                              "---",
		table("", "", "><td align=right>1", "><td align=RIGHT>2"):                                      "--:",
		table("", "", "><td align=right>1", "><td>2"):                                                  "---",
		table("", "", "><td align=right>1", "><td align=left>2"):                                       "---",
		table("", "", "><td align=right>1", "><td>"):                                                   "--:",
		table("", "align=center", "><td>1", "><td>2"):                                                  ":-:",
		table("", "align=center", "><td align=right>1", "><td align=right>2"):                          "--:",
		table("", "align=center", "><td align=right>1", "><td>2"):                                      ":-:",
		table("", `style="text-align: right;"`, "><td>1", "><td>2"):                                    "--:",
		table("", "", "align=right><td>1", `style="text-align:end"><td>2`):                             "--:",
		table("", "", "align=right><td>1", "align=right><td align=left>2"):                             "---",
		table(`style="text-align:center"`, "", "><td>1", "><td>2"):                                     ":-:",
		table("align=right", "", "><td>1", "><td>2"):                                                   "---",
		table(`style="text-align:center"`, "", `><td style="text-align:start">1`, "><td align=left>2"): ":--",
		table("", "", "><td align=justify>1", "><td align=justify>2"):                                  "---",
		"<table><tbody align=right><tr><td>a<td>b<tr><td>c<td>d</table>":                               "--: | --:",
		"<table><tr><th>a<th>b<tr align=center><td colspan=2>1</table>":                                ":-: | ---",
	} {
		got := convert(t, source)
		assert.Equal(t, "| "+delimiter+" |", strings.Split(got, "\n")[1], "of %s", source)
	}
}

func TestRowsAndColumnsOfTables(t *testing.T) {
	check(t, []conversion{
		{`<table><tr><th>a<th>b<tfoot><tr><td>4<td>5<tbody><tr><td>1<td>2<tfoot><tr><td>6<td>7<tbody><tr><td>3</table>`,
			"| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 |\n| 4 | 5 |\n| 6 | 7 |"},
		{`<table role=none><tfoot><tr><td>b<tbody><tr><td>a</table>`, "a\n\nb"},
		{`<h1><table><tfoot><tr><td>b<tbody><tr><td>a</table></h1>`, "# a b"},
		{`<table><tr><th>a<th>b<tbody><tr><td rowspan=0>1<td>2<tr><td>3<tbody><tr><td>4<td>5</table>`,
			"| a | b |\n| --- | --- |\n| 1 | 2 |\n|  | 3 |\n| 4 | 5 |"},
		{`<table><tr><th>a<th>b<tr><td colspan=0>1<td>2<tr><td colspan=-1 rowspan=x>3<td>4</table>`,
			"| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |"},
	})
}

func TestTableThatFramesTables(t *testing.T) {
	const inner = "<table><tr><th>b<th>c<tr><td>1<td>2</table>"
	check(t, []conversion{
		{"<table><tr><th>a<tr><td>" + inner + "</table>", "a\n\n| b | c |\n| --- | --- |\n| 1 | 2 |"},
		{"<table><caption>a</caption><tr><td>" + inner + "</table>", "a\n\n| b | c |\n| --- | --- |\n| 1 | 2 |"},
		{"<table><tr><th>a<th>x<tr><td>" + inner + "</table>", "| a | x |\n| --- | --- |\n| b c<br>1 2 |"},
		{"<table><tr><th>a<tr><td>" + inner + "<tr><td>d<td>e</table>", "| a |  |\n| --- | --- |\n| b c<br>1 2 |\n| d | e |"},
		{"<table><tr><th>a<tr><td>1</table>", "| a |\n| --- |\n| 1 |"},
	})
}
