package inline_test

import (
	"bytes"
	"context"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	xhtml "golang.org/x/net/html"

	"tidemark/core/internal/inline"
	"tidemark/core/internal/watch"
)

// texts are what random content is made of: all that may mean something in Markdown, and what may stand next to it.
var texts = []string{
	"a", "word ", " ", "b c", "é", "中文", "。", "“", "€", "\u00a0", "\u2003", "\u2028", "\v", "1", "*", "**", "_", "__", "~", "~~", "`", "``", "[", "]", "](", "(", ")",
	"<", "<b>", "</b>", "<!--", ">", "&", "&amp;", "&#1;", `\`, `\*`, "!", "|", "#", "# ", "- ", "+ ", "1. ", "1) ", "=", "---", "***", ":", "::", "http://a.b/c", "www.x.y",
	"a@b.c", "[^1]", "[^2]", "^", "]:", "[ ] ", "[x] ", "[!NOTE]", "$", ".", ",", "\n", "\t", "```", "~~~",
}

var (
	codes   = []string{"x", "`", "``", " a ", "a|b", `a\|b`, "](", "*", "<b>", "a@b"}
	tex     = []string{"x", "x_1*y", "a [b] c", "x<y", `\alpha`, "a`b", "~x~", "x^*"}
	targets = []string{"x", "http://a.b/c", "a b", "a(b", "a)", "<a>", "a*b*", "#a", "", "mailto:a@b.c", `a\b`}
	titles  = []string{"", "t", `q"`, "a*b*", "[a](b)", "&amp;", "`", "a\nb"}
	kinds   = []inline.FormatKind{
		inline.EmFormat, inline.StrongFormat, inline.DelFormat, inline.SubFormat, inline.SupFormat, inline.KbdFormat, inline.MarkFormat, inline.InsFormat,
	}
	tags = []string{"em", "strong", "del", "sub", "sup", "kbd", "mark", "ins"}
)

// letter is something that is seen, and the formatting around it.
type letter struct {
	char  rune
	marks uint16
}

const linkMark = 1 << 15

// objects are a document with one footnote.
type objects struct{}

func (objects) Image(ref int32) inline.Image {
	return inline.Image{Alt: texts[int(ref)%len(texts)], Source: targets[int(ref)%len(targets)], Title: titles[int(ref)%len(titles)]}
}
func (objects) FootnoteLabel(int32) string    { return "1" }
func (objects) HasFootnote(label []byte) bool { return string(label) == "1" }

// options takes the options from a number.
func options(n byte) inline.Options {
	o := inline.Options{
		Em: "*_"[n&1], Strong: []string{"**", "__"}[n>>1&1], Break: []string{`\`, "  "}[n>>2&1], LinkReferenced: n>>3&1 != 0,
		ReferenceStyle: inline.ReferenceStyle(n >> 4 & 3 % 3), Strikethrough: true, TaskLists: true, Autolinks: n>>6&1 != 0, Footnotes: true, Alerts: true,
	}
	if n>>7&1 != 0 {
		o.Wrap = 8
	}
	return o
}

// collect has the writer collect the content that steps say, and returns what is to be seen of it.
func collect(w *inline.Writer, steps []byte) []letter {
	var seen []letter
	open, levels, counts := []int{}, uint16(0), [16]int{}
	see := func(text string) {
		for _, c := range text {
			if !unicode.IsSpace(c) && c != '$' {
				seen = append(seen, letter{c, levels})
			}
		}
	}
	pop := func() {
		last := open[len(open)-1]
		open = open[:len(open)-1]
		if counts[last]--; counts[last] == 0 {
			levels &^= 1 << last
		}
		if last == 15 {
			w.PopLink(true, 0)
		} else {
			w.Pop()
		}
	}
	push := func(bit int) {
		open = append(open, bit)
		counts[bit]++
		levels |= 1 << bit
	}
	for i := 0; i+1 < len(steps); i += 2 {
		n := int(steps[i+1])
		switch steps[i] % 16 {
		case 0, 1, 2, 3, 4, 5:
			text := texts[n%len(texts)]
			w.AddText(text)
			see(text)
		case 6:
			w.AddSpace()
		case 7:
			w.AddBreak()
		case 8:
			if n%2 == 0 {
				w.AddSoftBreak()
			} else {
				w.AddSilentBreak()
			}
		case 9:
			w.AddCode([]byte(codes[n%len(codes)]), 0)
			see(codes[n%len(codes)])
		case 10:
			switch formula := tex[n%len(tex)]; n % 3 {
			case 0:
				w.AddImage(int32(n))
			case 1:
				if counts[15] == 0 {
					w.AddFootnote(0, 0)
					see("[^1]")
				}
			default:
				w.AddMath([]byte(formula), n%2 == 0)
				see(formula)
			}
		case 11:
			if counts[15] == 0 {
				w.PushLink(&inline.Link{Address: targets[n%len(targets)], Title: titles[n/16%len(titles)]}, 0)
				push(15)
			}
		case 12, 13:
			w.Push(kinds[n%len(kinds)], n%3 == 0, 0)
			push(n % len(kinds))
		default:
			if len(open) > 0 {
				pop()
			}
		}
	}
	for len(open) > 0 {
		pop()
	}
	return seen
}

// write writes what has been collected with its block around it: a paragraph, a heading or the cell of a table.
func write(w *inline.Writer, lines inline.LineMode) string {
	before, after := "", ""
	switch lines {
	case inline.HeadingLine:
		before = "# "
	case inline.CellLine:
		before, after = "| ", " |\n| --- |"
	}
	if !w.Finish() {
		return ""
	}
	out := []byte(before)
	w.At = inline.Place{Lines: lines, Limit: math.MaxInt, Document: true, Item: true, Quote: true, Wraps: lines == inline.ParagraphLines}
	out, _, _ = w.WriteRun(out)
	out = append(out, after...)
	for i := range w.Definitions() {
		if i == 0 {
			out = append(out, '\n')
		}
		out = w.AppendDefinition(append(out, '\n'), i)
	}
	return string(out)
}

var reader = goldmark.New(goldmark.WithExtensions(extension.Strikethrough, extension.Table, extension.Footnote), goldmark.WithRendererOptions(html.WithUnsafe()))

// read returns what a reader of Markdown sees.
func read(t *testing.T, markdown string) []letter {
	var b bytes.Buffer
	require.NoError(t, reader.Convert([]byte(markdown+"\n\n[^1]: note\n"), &b))
	doc, err := xhtml.Parse(&b)
	require.NoError(t, err)
	var seen []letter
	see := func(text string, marks uint16) {
		for _, c := range text {
			if !unicode.IsSpace(c) && c != '$' {
				seen = append(seen, letter{c, marks})
			}
		}
	}
	var walk func(n *xhtml.Node, marks uint16)
	walk = func(n *xhtml.Node, marks uint16) {
		switch n.Type {
		case xhtml.TextNode:
			see(n.Data, marks)
		case xhtml.ElementNode:
			for _, a := range n.Attr {
				switch {
				case a.Key == "class" && a.Val == "footnotes":
					return
				case a.Key == "id" && strings.HasPrefix(a.Val, "fnref"):
					see("[^1]", marks)
					return
				}
			}
			if n.Data == "a" {
				marks |= linkMark
			}
			for i, tag := range tags {
				if n.Data == tag {
					marks |= 1 << i
				}
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, marks)
		}
	}
	walk(doc, 0)
	return seen
}

func text(letters []letter) string {
	var b strings.Builder
	for _, l := range letters {
		b.WriteRune(l.char)
	}
	return b.String()
}

// checkRun holds of any content: all of it is seen with the formatting around it, and it is written alike whatever was before.
func checkRun(t *testing.T, reused *inline.Writer, o inline.Options, lines inline.LineMode, steps []byte) {
	var work watch.Watch
	begin := func(w *inline.Writer) {
		w.Start(&work, &o, objects{}, false)
		w.Reset()
	}
	fresh := new(inline.Writer)
	begin(fresh)
	want := collect(fresh, steps)
	markdown := write(fresh, lines)

	begin(reused)
	collect(reused, steps)
	require.Equal(t, markdown, write(reused, lines), "written into used memory")
	reused.End()

	got := read(t, markdown)
	require.Equal(t, text(want), text(got), "%+v\n%s", o, markdown)
	require.Equal(t, want, got, "%+v\n%s", o, markdown)
}

func FuzzRun(f *testing.F) {
	f.Add(byte(0), byte(0), []byte("\x00\x00\x0c\x00\x01\x0e\x0e\x00"))
	reused := new(inline.Writer)
	f.Fuzz(func(t *testing.T, n, lines byte, steps []byte) {
		checkRun(t, reused, options(n), inline.LineMode(lines%3), steps)
	})
}

func TestRandomRuns(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	reused := new(inline.Writer)
	for range 8_000 {
		steps := make([]byte, r.IntN(50))
		for i := range steps {
			steps[i] = byte(r.Uint32())
		}
		checkRun(t, reused, options(byte(r.Uint32())), inline.LineMode(r.IntN(3)), steps)
	}
}

// TestRunIsCancelled holds that a long run is not written to its end when its work is to end.
func TestRunIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	o := options(0)
	var work watch.Watch
	err := func() (err error) {
		work.Begin(ctx)
		defer work.End(&err)
		var w inline.Writer
		w.Start(&work, &o, objects{}, false)
		w.Reset()
		w.AddText(strings.Repeat("*", 1000) + strings.Repeat(" *a", 1000))
		cancel()
		write(&w, inline.ParagraphLines)
		return nil
	}()
	require.Equal(t, context.Canceled, err)
}
