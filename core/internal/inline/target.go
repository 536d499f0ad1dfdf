package inline

import (
	"bytes"
	"strings"
)

// escapeTarget escapes what some readers find in the destination and the title of a link or an image, which start there, before they
// see the link: brackets where it is in the text of another one, and asterisks where there is emphasis.
func (w *Writer) escapeTarget(start int) {
	special := ""
	if w.run.escape.inLink {
		special = "[]"
	}
	if w.run.formatted {
		special += "*"
	}
	if !bytes.ContainsAny(w.out[start:], special) {
		return
	}
	target := bytes.Clone(w.out[start:])
	out := w.out[:start]
	for i := 0; i < len(target); i++ {
		switch c := target[i]; {
		case c == '\\' && i+1 < len(target):
			out = append(out, c)
			i++
		case strings.IndexByte(special, c) >= 0:
			out = append(out, '\\')
		}
		out = append(out, target[i])
	}
	w.out = out
}
