package core_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core"
)

func newConverter(t testing.TB, o core.Options) *core.Converter {
	t.Helper()
	c, err := core.New(o)
	require.NoError(t, err)
	return c
}

func convert(t testing.TB, c *core.Converter, html string) string {
	t.Helper()
	markdown, err := c.Convert(context.Background(), html)
	require.NoError(t, err)
	return markdown
}

func TestNothingFromNothing(t *testing.T) {
	c := newConverter(t, core.Options{})
	for _, html := range []string{"", " \n\t", "\uFEFF", "<!-- a -->", "<p></p>", "<!doctype html><title>t</title>", "\x00"} {
		assert.Empty(t, convert(t, c, html), "%q", html)
	}
	markdown, err := c.ConvertBytes(context.Background(), nil)
	require.NoError(t, err)
	assert.Empty(t, markdown)
}

func TestNULDoesNotEndTheInput(t *testing.T) {
	c := newConverter(t, core.Options{})
	assert.Equal(t, "ab", convert(t, c, "<p>a\x00b</p>")) // The tree construction drops NUL in a body.
	assert.Equal(t, "a\n\nb", convert(t, c, "<p>a</p>\x00<p>b</p>"))
}

func TestTextAndBytesAgree(t *testing.T) {
	c := newConverter(t, core.Options{})
	for _, html := range []string{"<p>é 日本 😀</p>", "\uFEFF<p>é", "<p>\uFEFFé", "<b>a</b>"} {
		markdown, err := c.ConvertBytes(context.Background(), []byte(html))
		require.NoError(t, err)
		assert.Equal(t, convert(t, c, html), markdown, "%q", html)
	}
}

func TestEncodings(t *testing.T) {
	for _, test := range []struct{ label, html, want string }{
		{"", "<p>caf\xE9</p>", "café"},
		{"", "<meta charset=shift_jis><p>\x93\xFA\x96\x7B</p>", "日本"},
		{"windows-1251", "<p>\xCF\xF0\xE8\xE2\xE5\xF2</p>", "Привет"},
		{"utf-8", "<p>\xED\xA0\x80</p>", "\uFFFD\uFFFD\uFFFD"},
		{"utf-8", "\xFF\xFE<\x00p\x00>\x00a\x00", "a"},
	} {
		markdown, err := newConverter(t, core.Options{Encoding: test.label}).ConvertBytes(context.Background(), []byte(test.html))
		require.NoError(t, err)
		assert.Equal(t, test.want, markdown)
	}
	// Strings have no encoding.
	assert.Equal(t, "é", convert(t, newConverter(t, core.Options{Encoding: "windows-1251"}), "<meta charset=koi8-r><p>é</p>"))
}

func TestAppend(t *testing.T) {
	c := newConverter(t, core.Options{MaxInputBytes: 20})
	dst := make([]byte, 0, 100)
	dst = append(dst, "# "...)

	out, err := c.AppendText(context.Background(), dst, []byte("<p>a</p>"))
	require.NoError(t, err)
	assert.Equal(t, "# a", string(out))
	assert.Same(t, &dst[0], &out[0])

	out, err = c.AppendBytes(context.Background(), out, []byte("<p>\xE9</p>"))
	require.NoError(t, err)
	assert.Equal(t, "# aé", string(out))

	out, err = c.AppendValidText(context.Background(), out, []byte("\uFEFF<p>世</p>"))
	require.NoError(t, err)
	assert.Equal(t, "# aé世", string(out))

	failed, err := c.AppendText(context.Background(), out, []byte(strings.Repeat("a", 21)))
	require.Error(t, err)
	assert.Equal(t, "# aé世", string(failed))
}

// One converter serves many goroutines, and what it used for one document shows in no other.
func TestConcurrentUse(t *testing.T) {
	c := newConverter(t, core.Options{})
	documents := []string{
		"<h1>a</h1><p>b <b>c</b></p>", strings.Repeat("<p>long <i>text</i></p>", 500), "<ul><li>x<li>y</ul>",
		"<table><tr><th>a<th>b<tr><td>1<td>2</table>", "", "<pre>code</pre>",
	}
	want := make([]string, len(documents))
	for i, html := range documents {
		want[i] = convert(t, newConverter(t, core.Options{}), html)
	}
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for i := range 60 {
				n := (g + i) % len(documents)
				markdown, err := c.Convert(context.Background(), documents[n])
				assert.NoError(t, err)
				assert.Equal(t, want[n], markdown)
			}
		})
	}
	wg.Wait()
}

func FuzzConvertBytes(f *testing.F) {
	for _, seed := range []string{
		"", "<p>a", "\x00", "\xFF\xFE<\x00p\x00", "\xEF\xBB\xBF<h1>a</h1>", "<meta charset=gbk>\x81\x30\x81",
		"<table><tr><td>a|b<td><ul><li>c</table>", "<b>a<i>b</b>c</i>", "<pre>\n```\n</pre>", "<a href='javascript:x'>y</a>",
		"<a href=//[::1/%zz>y</a>", "<ol start=-9><li><p>a<li>b</ol>", "<svg><title>a</svg><math><mi>x", "<template><tr><td>",
		"<select><option>a</select><textarea>\n<b>", "<p>1. a\n# b\n- c\n* * *\n&amp;lt;", "a<b> b </b>c", "<img alt='a]' src='b c(d'>",
		"\a\uF002\uFFFD\u00AD\u200B", "<!DOCTYPE<!--->--!>-->", "<font><font><p></font>x", "<li><li></p><br></br>",
	} {
		f.Add([]byte(seed))
	}
	c := newConverter(f, core.Options{MaxInputBytes: 1 << 16, MaxOutputBytes: 1 << 20})
	f.Fuzz(func(t *testing.T, html []byte) {
		markdown, err := c.ConvertBytes(context.Background(), html)
		if err != nil {
			var e *core.Error
			require.ErrorAs(t, err, &e)
			require.Equal(t, core.CodeInputTooLarge, e.Code)
			require.Empty(t, markdown)
			return
		}
		require.True(t, utf8.ValidString(markdown), "%q", markdown)
		require.False(t, strings.HasSuffix(markdown, "\n"), "%q", markdown)
	})
}
