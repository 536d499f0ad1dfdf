package schema

import (
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseKeepsMembersInOrder(t *testing.T) {
	v, err := parse([]byte(` {"b": 1, "a": [true, null, {"$js": "bigint", "$text": "1n"}], "b": "x"} `))
	require.NoError(t, err)
	require.Len(t, v.members, 3)
	assert.Equal(t, "{ b: 1, a: [ true, null, 1n ], b: 'x' }", v.text)
}

func TestParseRefuses(t *testing.T) {
	for _, text := range []string{" ", "{", "{]", "{} {}", `{"a"}`, "nope", `{"a":1,}`} {
		_, err := parse([]byte(text))
		assert.Error(t, err, text)
	}
}

func TestParseRefusesWhatIsNestedTooDeep(t *testing.T) {
	for _, text := range []string{strings.Repeat("[", 100_000), strings.Repeat(`{"a":`, 100_000) + "1" + strings.Repeat("}", 100_000)} {
		_, err := parse([]byte(text))
		assert.Error(t, err)
	}
	_, err := parse([]byte(strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000)))
	assert.NoError(t, err)
}

func TestPrintedIsCut(t *testing.T) {
	const forty = "0123456789012345678901234567890123456789"
	assert.Equal(t, "'"+forty+"'", stringValue(forty).printed())
	assert.Equal(t, "'"+forty+"…'", stringValue(forty+"é").printed())
	assert.Equal(t, forty+"…", value{kind: "function", text: forty + "}"}.printed())
}

func TestNearest(t *testing.T) {
	fields := []Field{{Name: "headingStyle"}, {Name: "hr"}, {Name: "br"}, {Name: "baseUrl"}, {Name: "linkStyle"}, {Name: "emDelimiter"}, {Name: "gfm"}}
	for name, want := range map[string]string{
		"headinStyle":  "headingStyle",
		"headingstyle": "headingStyle",
		"baseURL":      "baseUrl",
		"baseUri":      "baseUrl",
		"linkstlye":    "linkStyle",
		"emDelimeter":  "emDelimiter",
		"GFM":          "gfm",
		"gmf":          "gfm",
		"hrr":          "",
		"":             "",
		"x":            "",
		"rules":        "",
		"日本":           "",
	} {
		assert.Equal(t, want, nearest(fields, name), name)
	}
}

func TestEditDistance(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"kitten", "sitting", 3}, {"ca", "abc", 3}} {
		assert.Equal(t, test.want, editDistance(test.a, test.b), "%q %q", test.a, test.b)
	}
}

func TestThematicBreak(t *testing.T) {
	for _, s := range []string{"---", "***", "___", "- - -", "*  *\t*", "   ___", "-----------", "--- "} {
		assert.True(t, isThematicBreak(s), "%q", s)
	}
	for _, s := range []string{"", " ", "--", "-*-", "foo", "---x", "    ---", "\t---", "---\n", "---\n---", "- -", "===", "—--"} {
		assert.False(t, isThematicBreak(s), "%q", s)
	}
}

func TestAbsoluteURL(t *testing.T) {
	for _, s := range []string{"http://example.com", "https://example.com/a?b#c", "HTTP://example.com", "file:///a/b", "https://[::1]:8080/", "https://例え.jp/", "app://host/x"} {
		assert.True(t, isAbsoluteURL(s), "%q", s)
	}
	for _, s := range []string{"", "foo", "/a", "//example.com/a", "http://", "http:///a", "http://:80/", "http:a", "mailto:a@example.com", "data:,x", "javascript:alert(1)", " http://example.com", "http://a b/", "http://%zz/"} {
		assert.False(t, isAbsoluteURL(s), "%q", s)
	}
}

func TestOfRefusesDeclarationsItCannotRead(t *testing.T) {
	for name, declaration := range map[string]any{
		"no name": struct{ A string }{},
		"no text kind": struct {
			A string `js:"a"`
		}{},
		"no bounds": struct {
			A int `js:"a" default:"1"`
		}{},
		"no default": struct {
			A int `js:"a" min:"1" max:"2"`
		}{},
		"no kind at all": struct {
			A float64 `js:"a"`
		}{},
	} {
		assert.Panics(t, func() { Of(reflect.TypeOf(declaration)) }, name)
	}
}
