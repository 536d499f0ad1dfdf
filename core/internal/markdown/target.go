package markdown

import (
	"bytes"
	"strings"
)

// escapeTarget escapes what some readers find in the destination and the title of a link or an image, which start there, before they
// see the link: brackets where it is in the text of another one, and asterisks where there is emphasis.
func (r *Renderer) escapeTarget(start int) {
	special := ""
	if r.run.escape.inLink {
		special = "[]"
	}
	if r.run.formatted {
		special += "*"
	}
	if !bytes.ContainsAny(r.w.out[start:], special) {
		return
	}
	target := bytes.Clone(r.w.out[start:])
	out := r.w.out[:start]
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
	r.w.out = out
}
