package core_test

import (
	"bytes"
	"context"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core"
)

// streamed converts a document in pieces as long as the function says.
func streamed(c *core.Converter, document []byte, length func() int) (string, error) {
	var out bytes.Buffer
	s := c.Stream(context.Background(), &out)
	for len(document) > 0 {
		n := min(length(), len(document))
		if _, err := s.Write(document[:n]); err != nil {
			s.Abort()
			return out.String(), err
		}
		document = document[n:]
	}
	err := s.Close()
	return out.String(), err
}

func always(n int) func() int { return func() int { return n } }

// upTo gives random lengths, small ones as likely as large ones.
func upTo(random *rand.Rand, most int) func() int {
	return func() int { return 1 + random.IntN(1+random.IntN(most)) }
}

// goldenInputs are the documents of the golden files.
func goldenInputs(t testing.TB) map[string][]byte {
	files, err := filepath.Glob("testdata/golden/*/*.html")
	require.NoError(t, err)
	require.Greater(t, len(files), 80)
	inputs := map[string][]byte{}
	for _, file := range files {
		input, err := os.ReadFile(file)
		require.NoError(t, err)
		inputs[file] = input
	}
	return inputs
}

// However a document is cut, its Markdown is that of the whole.
func TestStreamIsConvert(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for name, options := range map[string]core.Options{
		"default": {},
		"other": {
			LinkStyle: "referenced", LinkReferenceStyle: "collapsed", HeadingStyle: "setext", Wrap: 40, Tables: "html", BaseURL: "https://example.org/a/",
		},
		"front matter": {Frontmatter: true},
	} {
		c := newConverter(t, options)
		for file, input := range goldenInputs(t) {
			want, err := c.ConvertBytes(context.Background(), input)
			require.NoError(t, err)
			for _, length := range []func() int{always(1), always(7), always(1 << 20), upTo(random, 64), upTo(random, 1000)} {
				got, err := streamed(c, input, length)
				require.NoError(t, err)
				if !assert.Equal(t, want, got, "%s: %s", name, file) {
					break
				}
			}
		}
	}
}

// soup makes documents of what is hard for a stream: elements that are moved, reopened or never closed, what a page says about
// itself, what is hidden, and what looks back or ahead.
func soup(random *rand.Rand, parts int) []byte {
	pieces := [...]string{
		"<p>", "</p>", "<div>", "</div>", "<div class=x>", "<section>", "</section>", "<b>", "</b>", "<i>", "</i>", "<em>", "</em>", "<a href=/u>", "</a>",
		"<table>", "</table>", "<tr>", "<td>", "<th>", "</td>", "<caption>", "<form>", "</form>", "<ul>", "</ul>", "<li>", "<ol start=3>", "</ol>",
		"<blockquote>", "</blockquote>", "<pre>", "</pre>", "<code>", "</code>", "<h1>", "</h1>", "<h2>", "</h2>", "<hr>", "<br>", "<img src=/i alt=j>",
		"<span>", "</span>", "<font>", "</font>", "<x-y>", "</x-y>", "<x-long-name>", "</x-long-name>", "<Y>", "</y>", "<dl>", "<dt>", "<dd>", "</dl>", "<button>", "</button>", "<select><option>", "</select>",
		"a", " b", "c ", "\n", "d e", "&amp;", "&lt;f>", "&#x20AC;", "&notin;", "&not", "\x00", "\r\n", "é", "日本", "😀", "*", "_", "[^1]", "1. ", "- ", "# ",
		"$x$", "costs $5", `\(y\)`, "<script>MathJax={tex:{inlineMath:[['$','$']]}}</script>", "<script src=mathjax></script>", "<span class=arithmatex>",
		"<sup><a href=#n1>1</a></sup>", "<a href=#n2 role=doc-noteref>2</a>", "<section class=footnotes><ol><li id=n1>n<li id=n2>o</ol></section>",
		"<div hidden>hidden text</div>", "<p style=display:none>none</p>", "<dialog>g</dialog>", "<template>t</template>", "<svg><path/></svg>", "<math><mi>x",
		"</math>", "<ruby>k<rt>l", "</ruby>", "<rp>(</rp>", "<rt>m</rt>", "<span class=MathJax_Preview>v</span>", "<script type=math/tex>z</script>",
		"<div class='admonition note'>", "<!-- c -->", "<!", "</", "<q>", "</q>", "<textarea>", "</textarea>", "<title>u</title>", "<object>", "</object>",
		"<body class=mathjax_ignore>", "<html lang=en>", "<frameset>", "<details><summary>", "</details>", "<nobr>", "<u>", "</u>", "<sup>", "</sup>", "< ",
	}
	var b bytes.Buffer
	for range parts {
		b.WriteString(pieces[random.IntN(len(pieces))])
	}
	return b.Bytes()
}

func TestStreamOfSoup(t *testing.T) {
	skipWithRaces(t)
	random := rand.New(rand.NewPCG(3, 4))
	converters := []*core.Converter{newConverter(t, core.Options{}), newConverter(t, core.Options{LinkStyle: "referenced", Math: "drop"})}
	for i := range 20_000 {
		c := core.Shrunk(converters[i%len(converters)], []int{1 << 20, 40, 200}[random.IntN(3)], []int{1 << 20, 20, 100}[random.IntN(3)],
			[]int{1, 1000, 1 << 20}[random.IntN(3)])
		input := soup(random, 1+random.IntN(60))
		want, err := c.ConvertBytes(context.Background(), input)
		require.NoError(t, err)
		for _, length := range []func() int{always(1), upTo(random, 100)} {
			got, err := streamed(c, input, length)
			require.NoError(t, err)
			require.Equal(t, want, got, "of %q", input)
		}
	}
}

func FuzzStream(f *testing.F) {
	f.Add([]byte("<p>a<b>b<p>c</b><table>d<td>e</table>&amp;\xE9"), uint64(1))
	random := rand.New(rand.NewPCG(5, 6))
	for seed := range uint64(20) {
		f.Add(soup(random, 30), seed)
	}
	c := core.Shrunk(newConverter(f, core.Options{}), 100, 50, 1)
	f.Fuzz(func(t *testing.T, input []byte, seed uint64) {
		want, err := c.ConvertBytes(context.Background(), input)
		got, streamedErr := streamed(c, input, upTo(rand.New(rand.NewPCG(seed, 0)), 50))
		if err != nil {
			require.Error(t, streamedErr)
			return
		}
		require.NoError(t, streamedErr)
		require.Equal(t, want, got)
	})
}

func TestStreamDecodes(t *testing.T) {
	ascii := strings.Repeat("a ", 700)
	for _, document := range []string{
		"\xEF\xBB\xBFé", "\xFF\xFEA\x00\xE9\x00\x3D\xD8\x00\xDE", "\xFE\xFF\x00A", "\xEF\xBB", "\xFF", "é", "caf\xE9",
		"<meta charset=shift_jis>\x93\xFA\x96\x7B", "<meta charset=utf-8>\xE9!\xF0\x9F\x98", ascii + "日本", ascii + "caf\xE9", ascii + "日本\xE6",
		ascii + "<meta charset=windows-1251>\xCF", "日本" + ascii + "\xFF!", ascii + "é" + ascii + "\xE9", "<meta charset=utf-16>\xE9",
	} {
		for _, label := range []string{"", "windows-1251", "gb18030", "utf-8"} {
			c := newConverter(t, core.Options{Encoding: label})
			want, err := c.ConvertBytes(context.Background(), []byte(document))
			require.NoError(t, err)
			for _, n := range []int{1, 2, 3, 1000, 1 << 20} {
				got, err := streamed(c, []byte(document), always(n))
				require.NoError(t, err)
				assert.Equal(t, want, got, "%q as %q in pieces of %d", document, label, n)
			}
		}
	}
}

func TestStreamOfText(t *testing.T) {
	c := newConverter(t, core.Options{Encoding: "windows-1251"})
	var out bytes.Buffer
	s := c.Stream(context.Background(), &out)
	for _, b := range []byte("\uFEFF<p>é\xFF</p>") {
		_, err := s.WriteString(string([]byte{b}))
		require.NoError(t, err)
	}
	_, err := s.Write([]byte("<p>\xCF</p>"))
	require.NoError(t, err)
	_, err = s.WriteString("<p>日本")
	require.NoError(t, err)
	require.NoError(t, s.Close())
	assert.Equal(t, "é\uFFFD\n\nП\n\n日本", out.String())
	_, err = s.Write([]byte("a"))
	require.Error(t, err)
	require.Error(t, s.Close())
}

func TestConvertStream(t *testing.T) {
	c := newConverter(t, core.Options{})
	var out bytes.Buffer
	require.NoError(t, c.ConvertStream(context.Background(), &out, iotest.OneByteReader(strings.NewReader("<h1>a</h1><p>b"))))
	assert.Equal(t, "# a\n\nb", out.String())
	assert.ErrorIs(t, c.ConvertStream(context.Background(), &out, iotest.ErrReader(io.ErrUnexpectedEOF)), io.ErrUnexpectedEOF)
	assert.ErrorIs(t, c.ConvertStream(context.Background(), fullWriter{}, strings.NewReader("<p>a")), io.ErrShortWrite)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	assert.ErrorIs(t, c.ConvertStream(ctx, &out, strings.NewReader("<p>a")), context.Canceled)
	assert.ErrorIs(t, c.ConvertStream(ctx, &out, strings.NewReader("")), context.Canceled)
}

type fullWriter struct{}

func (fullWriter) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestStreamLimits(t *testing.T) {
	for _, test := range []struct {
		options core.Options
		html    string
	}{
		{core.Options{MaxInputBytes: 100}, strings.Repeat("<p>a", 26)},
		{core.Options{MaxOutputBytes: 100}, strings.Repeat("<p>a", 35)},
		{core.Options{MaxDepth: 10}, strings.Repeat("<ul><li>", 6) + "a"},
	} {
		c := newConverter(t, test.options)
		_, err := streamed(c, []byte(test.html), always(3))
		var e *core.Error
		if assert.ErrorAs(t, err, &e) {
			assert.Equal(t, core.CodeInputTooLarge, e.Code)
		}
		_, err = streamed(c, []byte(test.html[:len(test.html)-30]), always(3))
		assert.NoError(t, err)
	}
}

// What is certain is written at once.
func TestStreamWritesEarly(t *testing.T) {
	c := newConverter(t, core.Options{})
	var out bytes.Buffer
	s := c.Stream(context.Background(), &out)
	for _, step := range []struct{ html, markdown string }{
		{"<!doctype html><title>t</title><body><div><main><h1>a</h1>", "# a"},
		{"<p>b", ""},
		{"<p>", "\n\nb"},
		{"c</p><p>a reference<sup><a href=#n>1</a></sup></p>", "\n\nc"},
		{"<p>d</p>", ""},
		{"</main><section class=footnotes><ol><li id=n>note</ol></section>", ""},
	} {
		out.Reset()
		_, err := s.WriteString(step.html)
		require.NoError(t, err)
		assert.Equal(t, step.markdown, out.String(), step.html)
	}
	out.Reset()
	require.NoError(t, s.Close())
	assert.Equal(t, "\n\na reference[^1]\n\nd\n\n[^1]: note", out.String())
}

// A stream holds what is open and not what has been written, however long the document is, and whatever names are in it.
func TestStreamMemory(t *testing.T) {
	skipWithRaces(t)
	for name, part := range map[string]string{
		"the same again": "<article class=post><h2>Title</h2><p>Some <b>text</b> &amp; <a href='/u' title='t'>more</a><ul><li>a<li>b</ul>" +
			"<table><tr><th>c<tr><td>d</table><p hidden>e<x-y>f</x-y></article>\n",
		"ever new names": "<p><x-# data-a#=b data-c#><y#>d</y#></x-#><svg><z# e#=f /></svg>\n", // # is a number
	} {
		t.Run(name, func(t *testing.T) {
			s := newConverter(t, core.Options{MaxInputBytes: 1 << 30}).Stream(context.Background(), io.Discard)
			var piece []byte
			number := int64(0)
			write := func(megabytes int) {
				for written := 0; written < megabytes<<20; written += len(piece) {
					for piece = piece[:0]; len(piece) < 10_000; number++ {
						for i := range len(part) {
							if part[i] == '#' {
								piece = strconv.AppendInt(piece, number, 10)
							} else {
								piece = append(piece, part[i])
							}
						}
					}
					_, err := s.Write(piece)
					require.NoError(t, err)
				}
			}
			write(2) // All is kept up to the horizon.
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			write(20)
			runtime.GC()
			runtime.ReadMemStats(&after)
			assert.Less(t, int64(after.HeapAlloc)-int64(before.HeapAlloc), int64(1<<20))
			assert.Less(t, after.Mallocs-before.Mallocs, uint64(10_000))
			require.NoError(t, s.Close())
		})
	}
}
