package markdown_test

import "testing"

func TestRuby(t *testing.T) {
	check(t, []conversion{
		{`<ruby>漢<rp>【</rp><rt>kan</rt><rp>】</rp></ruby>`, "漢【kan】"},
		{`<ruby>漢<rt>kan</rt>字<rt>ji</rt></ruby>`, "漢(kan)字(ji)"},
		{`<ruby><rb>漢<rb>字<rt>kan<rt>ji</ruby>`, "漢字(kanji)"},
		{`<ruby>食<rt>ta</rt>べ<rt></rt></ruby>`, "食(ta)べ"},
		{`<ruby>食<rp>(</rp><rt>ta</rt><rp>)</rp>べ<rp>(</rp><rt></rt><rp>)</rp></ruby>`, "食(ta)べ"},
		{`<ruby>旧<rt>jiu</rt><rtc>old</rtc></ruby>`, "旧(jiu)(old)"},
		{`<ruby>旧<rtc><rt>old</rt> <rt>gold</rt></rtc></ruby>`, "旧(old gold)"},
		{`<ruby>旧<rt hidden>x</rt><rt>jiu</rt></ruby>`, "旧(jiu)"},
		{`<ruby>[a]<rt><b>b</b></rt></ruby>`, `[a\](**b**)`},
		{`<ruby>a<rt>b</rt></ruby><rt>`, "a(b)"},
		{`<h2><ruby>a<rt>b</rt></ruby></h2><table><tr><th><ruby>a<rt>b</rt></ruby><th>c</table>`, "## a(b)\n\n| a(b) | c |\n| --- | --- |"},
	})
}
