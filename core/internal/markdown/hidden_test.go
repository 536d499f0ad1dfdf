package markdown_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A page that hides most of itself waits for its script to show it.
func TestPageThatHidesMost(t *testing.T) {
	long := strings.Repeat("word ", 60)
	text := strings.TrimSpace(long)
	check(t, []conversion{
		{`<p>a</p><div hidden><h2>b</h2><p>` + long + `</p></div>`, "a\n\n## b\n\n" + text},
		{`<p>a</p><p style="visibility:hidden">` + long + `</p>`, "a\n\n" + text},
		{`<p>` + long + `c</p><p hidden>` + long + `</p>`, text + " c"},
		{`<p>a</p><p hidden>b c d e f g</p>`, "a"},
		{`<p>a</p><div hidden><script>` + long + `</script><template>` + long + `</template></div><dialog>` + long + `</dialog>`, "a"},
	})
}

func TestHiddenTextIsReadOnce(t *testing.T) {
	s := defaults()
	s.LinkReferenced = true
	got := convertWith(t, s, `<a href="/u">a</a><div hidden><a href="/v">`+strings.Repeat("b", 300)+`</a></div>`)
	assert.Equal(t, "[a][1]\n\n["+strings.Repeat("b", 300)+"][2]\n\n[1]: /u\n[2]: /v", got)
}

// What is seen but not written keeps words apart.
func TestPictureBetweenWords(t *testing.T) {
	check(t, []conversion{
		{`a<svg></svg>b`, "a b"},
		{`<b>a</b><canvas></canvas><i>b</i>`, "**a** *b*"},
		{`a<svg></svg>, <a href="/u">b<svg></svg></a>.`, "a, [b](/u)."},
		{`a<span hidden></span>b`, "ab"},
	})
}
