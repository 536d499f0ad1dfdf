package chunk_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// writer makes documents at random.
type writer struct {
	strings.Builder
	random *rand.Rand
}

func (w *writer) block(depth int) {
	kinds := []string{"p", "p", "p", "h1", "h2", "h3", "pre", "ul", "ol", "blockquote", "table", "hr", "div"}
	name := kinds[w.random.IntN(len(kinds))]
	if depth == 0 {
		name = "p"
	}
	fmt.Fprintf(w, "<%s>", name)
	switch name {
	case "ul", "ol":
		for range 1 + w.random.IntN(5) {
			w.WriteString("<li>")
			w.text(12)
			if w.random.IntN(3) == 0 {
				w.block(depth - 1)
			}
		}
	case "blockquote", "div":
		for range 1 + w.random.IntN(3) {
			w.block(depth - 1)
		}
	case "table":
		for range 1 + w.random.IntN(6) {
			w.WriteString("<tr>")
			for range 3 {
				w.WriteString([]string{"<td>", "<th>"}[w.random.IntN(2)])
				w.text(4)
			}
		}
	case "pre":
		for range 1 + w.random.IntN(12) {
			w.text(5)
			w.WriteString("\n")
		}
	case "h1", "h2", "h3":
		w.text(4)
	case "p":
		w.text(60)
	}
	fmt.Fprintf(w, "</%s>", name)
}

func (w *writer) text(most int) {
	for range 1 + w.random.IntN(most) {
		switch w.random.IntN(24) {
		case 0:
			w.WriteString("漢字かな、漢字。「引用」")
		case 1:
			w.WriteString("\U0001f469\u200d\U0001f680\U0001f1e9\U0001f1ea e\u0301 ")
		case 2:
			w.WriteString(`<a href="/` + strings.Repeat("long", w.random.IntN(20)) + `">a link. With text</a> `)
		case 3:
			w.WriteString("<code>some code</code> ")
		case 4:
			w.WriteString("&amp;amp; *x* 1. [a] ")
		case 5:
			w.WriteString(strings.Repeat("huge", w.random.IntN(40)) + " ")
		case 6:
			w.WriteString(`<img src=i.png alt="a picture, yes">`)
		case 7:
			w.WriteString("<br>")
		case 8:
			w.WriteString("end. ")
		default:
			w.WriteString("word ")
		}
	}
}
