package markdown_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// addresses are what readers take for links where they stand in text, or nearly so.
var addresses = strings.Fields("http://a.b https://example.com/a_b_c www.example.com/x_y*z ann_b@example.com http://a.b/(c_d) http://a.b/~c~ mailto:a_b@c.de " +
	"ftp://x.y/_z_ https://例え.jp/_a_ http://a.b/c?d=*e*&f=_g_ www.a.b_c www._a_.b a_@b.c a@b_c.d https://a http:// www. x@y http://a.b/c|d " +
	"https://a.b/[c](d) http://a.b/`c` http://a.b/&copy; http://a_b.c/d_e <http://a.b/c_d> https://a.b/c__d__e https://a.b/**c** HTTP://A.B/C_D")

// addressDocument makes a document of a seed in which addresses stand among what means something to Markdown.
func addressDocument(seed uint64) string {
	random := rand.New(rand.NewPCG(seed, 3))
	pick := func(of []string) string { return of[random.IntN(len(of))] }
	var b strings.Builder
	for range 1 + random.IntN(3) {
		block := pick([]string{"p", "p", "h2", "li", "td", "blockquote"})
		b.WriteString(map[string]string{"li": "<ul><li>", "td": "<table><tr><th>"}[block])
		if block != "li" && block != "td" {
			b.WriteString("<" + block + ">")
		}
		for range 1 + random.IntN(6) {
			word := escapeHTML.Replace(pick(addresses))
			if random.IntN(2) == 0 {
				word = escapeHTML.Replace(pick(hazards))
			}
			if random.IntN(4) == 0 {
				tag := pick([]string{"em", "strong", "del", "b"})
				word = "<" + tag + ">" + word + "</" + tag + ">"
			}
			b.WriteString(word + pick([]string{" ", " ", " ", "", ".", ", ", "_", "*", ")", "<br>"}))
		}
		b.WriteString(map[string]string{"li": "</li></ul>", "td": "</th></tr></table>", "p": "</p>", "h2": "</h2>", "blockquote": "</blockquote>"}[block])
	}
	return b.String()
}

// TestEscapesRenderBack renders addresses back among what is escaped: the text is the same, and where escapes are strict nothing becomes a
// link.
func TestEscapesRenderBack(t *testing.T) {
	for _, escape := range []string{"smart", "strict"} {
		d := choice{"escape": escape}.dialect(t)
		for seed := range uint64(4000) {
			source := addressDocument(seed)
			back := d.roundTrip(t, source)
			require.Equal(t, unspaced(visible(t, source)), unspaced(visible(t, back)), "%s: %s\n%s", escape, source, d.convert(t, source))
			if escape == "strict" {
				require.NotContains(t, back, "<a ", "%s: %s\n%s", escape, source, d.convert(t, source))
			}
		}
	}
}

// TestBackslashBeforeAddressRendersBack renders back what goldmark takes for escaped behind a link of an address, if a backslash stands before.
func TestBackslashBeforeAddressRendersBack(t *testing.T) {
	d := choice{"escape": "smart"}.dialect(t)
	for _, source := range []string{
		`<h2>\ a@b.c*&lt;div>, </h2>`, `<p>\ a@b.c&lt;div></p>`, `<p><b>\ a@b.c</b></p>`, `<p><b>\ www.a.b</b></p>`, `<p>\ https://a.b/&amp;lt;</p>`,
	} {
		back := d.roundTrip(t, source)
		require.Equal(t, unspaced(visible(t, source)), unspaced(visible(t, back)), "%s\n%s", source, d.convert(t, source))
		require.Equal(t, strings.Contains(source, "<b>"), strings.Contains(back, "<strong>"), back)
	}
}

// unspaced is text without white space.
func unspaced(text string) string { return strings.Join(strings.Fields(text), "") }
