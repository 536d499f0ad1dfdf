package weburl_test

import (
	"context"
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/html"
	"tidemark/core/internal/weburl"
)

func TestClean(t *testing.T) {
	for address, clean := range map[string]string{
		" \x01/a\t/b\n ":             "/a/b",
		"java\tscript:\nx":           "javascript:x",
		"\u00a0javascript:x":         "%C2%A0javascript:x",
		"\ufeff\u2028\u3000/\u0085a": "%EF%BB%BF%E2%80%A8%E3%80%80/%C2%85a",
		"/é/満潮/“a”":                  "/é/満潮/“a”",
	} {
		assert.Equal(t, clean, weburl.Clean(address), "of %q", address)
	}
}

// What Clean percent-encodes is found by its first byte.
func TestLeadsSpace(t *testing.T) {
	for c := rune(0x7f); c < 0x11000; c++ {
		if text := string(c); weburl.Clean(text) != text {
			assert.Contains(t, weburl.LeadsSpace, text[:1], "%U", c)
		}
	}
}

func TestBase(t *testing.T) {
	for source, base := range map[string]string{
		`<base href="https://b/c/">`:                                  "https://b/c/",
		`<base href="c/">`:                                            "https://a/c/",
		`<base target=_top><base href="c/"><base href="d/">`:          "https://a/c/",
		`<base href="javascript://x/%0aalert(1)//">`:                  "https://a/",
		`<base href="JAVA&#9;script://x/">`:                           "https://a/",
		`<base href=" vbscript://x/">`:                                "https://a/",
		`<base href="data://x/">`:                                     "https://a/",
		`<base href="&nbsp;javascript://x/">`:                         "https://a/",
		`<base href="javascript://x/"><base href="https://ignored/">`: "https://a/",
		`<base href="http://[">`:                                      "https://a/",
		`<base>`:                                                      "https://a/",
	} {
		setting, err := url.Parse("https://a/")
		require.NoError(t, err)
		doc := new(dom.Document)
		require.NoError(t, new(html.Parser).Parse(context.Background(), doc, []byte(source), html.Options{}))
		assert.Equal(t, base, weburl.Base(doc, setting).String(), "of %s", source)
	}
}
