package inline

import "bytes"

// escapeTarget escapes what some readers find in the destination and the title of a link or an image, which start there, before they
// see the link: brackets where it is in the text of another one, and asterisks where there is emphasis.
func (w *Writer) escapeTarget(start int) {
	inLink, formatted := w.run.escape.inLink, w.run.formatted
	written := w.out[start:]
	if !(formatted && bytes.IndexByte(written, '*') >= 0) && !(inLink && (bytes.IndexByte(written, '[') >= 0 || bytes.IndexByte(written, ']') >= 0)) {
		return
	}
	target := bytes.Clone(written)
	out := w.out[:start]
	for i := 0; i < len(target); i++ {
		switch c := target[i]; {
		case c == '\\' && i+1 < len(target):
			out = append(out, c)
			i++
		case c == '*' && formatted, (c == '[' || c == ']') && inLink:
			out = append(out, '\\')
		}
		out = append(out, target[i])
	}
	w.out = out
}
