package weburl_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/weburl"
)

var bases = []string{
	"https://a", "https://a/", "http://a.b-c:80/d/e.html", "https://a/d/../e/f?g#h", "https://u:p@a/", "https://a/d%2Fe/f", "https://[::1]/d/e", "https://\u6f6e/d/",
	"file:///d/e", "mailto:a@b", "//a/b", "https://a//d//e", "https://a/./d", "https://A/d e/f",
}

var addresses = []string{
	"", "/", "//", "/d", "d", "d/", "/d//e", "/d/./e", "/d/../e", "./d", "../d", ".d", "/.d", "/d.", "d..e", "/d/.", "//b/d", "///d", "?d", "/?d", "/d?", "/d?e=f&g=h?i", "/d?e#",
	"/d#", "#d", "/d#e", "/d#e?f", "/d#e/f", "/d#e#f", "/d?e=%zz", "/d%20e", "/d%zz", "/d e", "/d?e f", "/d\x01", "/d?e\x7f", "/\u6f6e", "/d?\u6f6e", "/d#\u6f6e", "d:e", "/d:e",
	"/d!e", "/d;e", "/d?e'\"<>|^{}", "/d#!e", "1/2", "-", "_d/~e", "/d\\e", "/d?e\\f",
}

// What is resolved at once is what the standard library makes of it.
func TestResolve(t *testing.T) {
	for _, base := range bases {
		for _, address := range addresses {
			checkResolve(t, base, address)
		}
	}
}

func FuzzResolve(f *testing.F) {
	for i, address := range addresses {
		f.Add(bases[i%len(bases)], address)
	}
	f.Fuzz(func(t *testing.T, base, address string) { checkResolve(t, base, address) })
}

func checkResolve(t *testing.T, base, address string) {
	t.Helper()
	b, err := url.Parse(base)
	if err != nil {
		return
	}
	want := address
	if u, err := url.Parse(address); err == nil && !strings.HasPrefix(address, "#") {
		want = b.ResolveReference(u).String()
	}
	assert.Equal(t, want, weburl.Resolve(b, address), "%q at %q", address, base)
}

func TestResolveCopiesOnce(t *testing.T) {
	base, err := url.Parse("https://a.test/b/c")
	require.NoError(t, err)
	for _, address := range []string{"/d/e.html?f=g#h", "d/e"} {
		assert.LessOrEqual(t, testing.AllocsPerRun(10, func() { weburl.Resolve(base, address) }), 1.0, address)
	}
}
