package html

import (
	"bytes"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/watch"
)

// rawText emits the text in front of an end tag at the given distance, or up to the end of the file if that is -1. The end
// tag is then read in the data state. It waits for the end tag, so that the text is one token however it is cut.
// https://html.spec.whatwg.org/multipage/parsing.html#rcdata-state
// https://html.spec.whatwg.org/multipage/parsing.html#rawtext-state
func (z *tokenizer) rawText(length int) bool {
	rcdata := z.state == rcdataState
	if length < 0 {
		if !z.last {
			return z.needMore()
		}
		length = len(z.src) - z.pos
	}
	z.state = dataState
	if length == 0 {
		return z.data()
	}
	text := z.src[z.pos : z.pos+length]
	raw, references := hasRaw(text), dom.NoReferences
	if rcdata {
		raw, references = raw || bytes.IndexByte(text, '&') >= 0, dom.InText
	}
	return z.emitText(z.pos+length, raw, references, dom.ReplaceNUL)
}

// rawTextEnd returns the distance to the end tag with that name, or -1. No name ends the text of a fragment.
func rawTextEnd(w *watch.Watch, src []byte, name string) int {
	if name == "" {
		return -1
	}
	for i, far := 0, watch.Every; ; i++ {
		if i >= far {
			w.Look()
			far = i + watch.Every
		}
		next := bytes.IndexByte(src[i:], '<')
		if next < 0 {
			return -1
		}
		i += next
		if i+1 < len(src) && src[i+1] == '/' && beginsTag(src[i+2:], name) {
			return i
		}
	}
}

// beginsTag reports whether src begins with the name and something that ends a name.
func beginsTag(src []byte, name string) bool {
	return len(src) > len(name) && classes[src[len(name)]]&endsTagName != 0 && equalsLower(src[:len(name)], name)
}

// equalsLower reports whether b is a name up to the case of ASCII letters.
func equalsLower(b []byte, lower string) bool {
	for i := range b {
		if ascii.Lower(b[i]) != lower[i] {
			return false
		}
	}
	return true
}

// scriptEnd returns the distance to the end tag of a script, whose name is given, or -1. In what looks like a comment another script can be
// opened, whose end tag is not the one.
// https://html.spec.whatwg.org/multipage/parsing.html#script-data-state
func scriptEnd(w *watch.Watch, src []byte, name string) int {
	if name == "" {
		return -1
	}
	const (
		plain = iota
		escaped
		doubleEscaped
	)
	state := plain
	for i, far := 0, watch.Every; i < len(src); {
		if i >= far {
			w.Look()
			far = i + watch.Every
		}
		if state == plain {
			next := bytes.IndexByte(src[i:], '<')
			if next < 0 {
				return -1
			}
			i += next
		}
		rest := src[i:]
		switch {
		case rest[0] == '<' && state == plain && bytes.HasPrefix(rest, []byte("<!--")):
			state = escaped
			i += 2 // The dashes may be those that end it.
		case rest[0] == '<' && state != doubleEscaped && len(rest) > 1 && rest[1] == '/' && beginsTag(rest[2:], name):
			return i
		case rest[0] == '<' && state == escaped && beginsTag(rest[1:], "script"):
			state = doubleEscaped
			i += len("<script>")
		case rest[0] == '<' && state == doubleEscaped && len(rest) > 1 && rest[1] == '/' && beginsTag(rest[2:], "script"):
			state = escaped
			i += len("</script>")
		case bytes.HasPrefix(rest, []byte("-->")):
			state = plain
			i += len("-->")
		default:
			i++
		}
	}
	return -1
}
