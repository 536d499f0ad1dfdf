package metadata_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/metadata"
)

func TestMendJSON(t *testing.T) {
	for text, want := range map[string]string{
		``:                                 ``,
		`{"a": [1, true, null, "b\"c\\"]}`: `{"a": [1, true, null, "b\"c\\"]}`,
		`<!-- {"a":1} -->`:                 ` {"a":1} `,
		"//<![CDATA[\n{\"a\":1}\n//]]>":    "{\"a\":1}\n",
		`<![CDATA[{"a":1}]]>`:              `{"a":1}`,
		`/* a */{"a":/* b */1}`:            `{"a":1}`,
		`{"a":1,}`:                         `{"a":1}`,
		`[1,,2,]`:                          `[1,2]`,
		`{"a":1};`:                         `{"a":1}`,
		"{\"a\":\"b\nc\td\"}":              `{"a":"b c d"}`,
		`{"a":"the "b" c"}`:                `{"a":"the \"b\" c"}`,
		`{"a":"it\'s"}`:                    `{"a":"it's"}`,
		"{\u00a0\"a\":1}\ufeff":            `{ "a":1} `,
		`{"a":"http://b/*c*/<!--"}`:        `{"a":"http://b/*c*/<!--"}`,
		`{"a":"b`:                          `{"a":"b"`,
		`{"a":"b\`:                         `{"a":"b\"`,
	} {
		assert.Equal(t, want, metadata.MendJSON(text), "of %s", text)
	}
}

// What is JSON stays what it is.
func FuzzMendJSON(f *testing.F) {
	for _, seed := range []string{`{"a": [1, true, null, "b\"c\\", "\u00e9/*", "x//y", "<!--"]}`, `[[[]]]`, `"a" `, `{"a":{"b":"c,]}"}}`, `[1,,]`, `{"a":"b "c" d"}`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		mended := metadata.MendJSON(text)
		var want, got any
		if json.Unmarshal([]byte(text), &want) == nil {
			require.NoError(t, json.Unmarshal([]byte(mended), &got), "of %q: %q", text, mended)
			require.Equal(t, want, got)
		}
		of(t, `<script type="application/ld+json">`+strings.ReplaceAll(text, "<", "")+`</script>`)
	})
}
