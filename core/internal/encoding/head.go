package encoding

import (
	"bytes"
	"slices"
	"strings"

	"tidemark/core/internal/ascii"
)

// longestHead is how many bytes are looked at for a <meta> in the head: a stream keeps as many until it knows the encoding.
const longestHead = 1 << 20

// head looks for the <meta> that has tree construction change the encoding, wherever it is in the head of a document that may come in
// pieces: https://html.spec.whatwg.org/multipage/parsing.html#changing-the-encoding-while-parsing. Unlike the prescan it knows
// scripts and titles for what they are.
type head struct {
	pos  int    // up to where all has been read
	from int    // up to where the end of a comment or of raw text has been looked for in vain
	raw  string // the name of the element of raw text that is open
	over bool   // the head has ended

	isAnywhere bool // The body is looked at, too.
}

// find reads on in what has come of the document, and returns the encoding once it is declared. When it is not, and the head has not
// ended, there may be more.
func (h *head) find(src []byte, last bool) Encoding {
	if len(src) >= longestHead {
		src, last = src[:longestHead], true
	}
	for !h.over {
		e, more := h.next(src)
		switch {
		case e.coding != nil:
			return e
		case more:
			h.over = last
			return Encoding{}
		}
	}
	return Encoding{}
}

// next reads what comes next. It reports whether it needs more for that.
func (h *head) next(src []byte) (e Encoding, more bool) {
	if h.raw != "" {
		return Encoding{}, h.skipRawText(src)
	}
	for h.pos < len(src) && ascii.IsSpace(src[h.pos]) {
		h.pos++
	}
	switch rest := src[h.pos:]; {
	case len(rest) < len("<!--") && (len(rest) == 0 || rest[0] == '<'):
		return Encoding{}, true
	case rest[0] != '<':
		h.passText(src)
	case bytes.HasPrefix(rest, []byte("<!--")):
		return Encoding{}, h.skipPast(src, h.pos+len("<!"), "-->")
	case ascii.IsLetter(rest[1]) || rest[1] == '/' && ascii.IsLetter(rest[2]):
		return h.tag(src)
	case rest[1] == '!' || rest[1] == '?' || rest[1] == '/':
		return Encoding{}, h.skipPast(src, h.pos, ">")
	default:
		h.passText(src)
	}
	return Encoding{}, false
}

// passText goes on behind text, which begins the body.
func (h *head) passText(src []byte) {
	h.over = !h.isAnywhere
	if length := bytes.IndexByte(src[h.pos+1:], '<'); length >= 0 {
		h.pos += 1 + length
	} else {
		h.pos = len(src)
	}
}

// skipPast goes on behind the end of what comes next. It reports whether that has yet to come.
func (h *head) skipPast(src []byte, start int, end string) (more bool) {
	start = max(start, h.from)
	length := bytes.Index(src[start:], []byte(end))
	if length < 0 {
		h.from = max(start, len(src)-len(end)+1)
		return true
	}
	h.pos, h.from = start+length+len(end), 0
	return false
}

// skipRawText goes on at the end tag of raw text.
func (h *head) skipRawText(src []byte) (more bool) {
	for at := max(h.pos, h.from); ; at += len("</") {
		length := bytes.Index(src[at:], []byte("</"))
		if length < 0 {
			h.from = max(at, len(src)-1)
			return true
		}
		at += length
		end := at + len("</") + len(h.raw)
		if end >= len(src) {
			h.from = at
			return true
		}
		if c := src[end]; strings.EqualFold(string(src[at+len("</"):end]), h.raw) && (ascii.IsSpace(c) || c == '/' || c == '>') {
			h.pos, h.from, h.raw = at, 0, ""
			return false
		}
	}
}

// tag reads a tag.
func (h *head) tag(src []byte) (e Encoding, more bool) {
	at := h.pos + 1
	isEnd := src[at] == '/'
	if isEnd {
		at++
	}
	start := at
	for at < len(src) && !ascii.IsSpace(src[at]) && src[at] != '/' && src[at] != '>' {
		at++
	}
	m := meta{}
	end := m.attributes(src, at)
	if end < 0 {
		return Encoding{}, true
	}
	h.pos = end
	switch name := tagName(src[start:at]); {
	case isEnd:
		h.over = !h.isAnywhere && (name == "body" || name == "html" || name == "br")
	case name == "meta":
		return m.encoding(), false
	case name == "title" || name == "style" || name == "script" || name == "noscript" || name == "noframes",
		h.isAnywhere && (name == "textarea" || name == "iframe" || name == "noembed" || name == "xmp"):
		h.raw = name
	case name == "html" || name == "head" || name == "base" || name == "basefont" || name == "bgsound" || name == "link":
	default:
		h.over = !h.isAnywhere
	}
	return Encoding{}, false
}

// tagNames are the names of tags that matter here.
var tagNames = [...]string{
	"meta", "link", "script", "title", "style", "html", "head", "body", "br", "base", "basefont", "bgsound", "noscript", "noframes", "textarea", "iframe",
	"noembed", "xmp",
}

// tagName returns a name in lower case, and an empty one for those that do not matter.
func tagName(name []byte) string {
	for _, known := range &tagNames {
		if len(known) == len(name) && name[0]|0x20 == known[0] && bytes.EqualFold(name, []byte(known)) {
			return known
		}
	}
	return ""
}

// meta are the attributes of a <meta> that may declare an encoding.
type meta struct{ charset, httpEquiv, content []byte }

// attributes reads the attributes of a tag from behind its name on, and returns where it ends, or -1 if that has yet to come.
func (m *meta) attributes(src []byte, at int) (end int) {
	skip := func(stops func(c byte) bool) []byte {
		start := at
		for at < len(src) && !stops(src[at]) {
			at++
		}
		return src[start:at]
	}
	inGap := func(c byte) bool { return !ascii.IsSpace(c) && c != '/' }
	for {
		if skip(inGap); at == len(src) {
			return -1
		}
		if src[at] == '>' {
			return at + 1
		}
		start := at
		at++ // An equals sign may begin a name.
		skip(func(c byte) bool { return ascii.IsSpace(c) || c == '/' || c == '>' || c == '=' })
		name := src[start:at]
		var value []byte
		skip(func(c byte) bool { return !ascii.IsSpace(c) })
		if at < len(src) && src[at] == '=' {
			at++
			skip(func(c byte) bool { return !ascii.IsSpace(c) })
			if at == len(src) {
				return -1
			}
			if quote := src[at]; quote == '"' || quote == '\'' {
				at++
				value = skip(func(c byte) bool { return c == quote })
				if at == len(src) {
					return -1
				}
				at++
			} else {
				value = skip(func(c byte) bool { return ascii.IsSpace(c) || c == '>' })
			}
		}
		m.set(name, value)
	}
}

// set notes an attribute. Of those with the same name the first counts.
func (m *meta) set(name, value []byte) {
	for _, known := range [...]struct {
		name  string
		value *[]byte
	}{{"charset", &m.charset}, {"http-equiv", &m.httpEquiv}, {"content", &m.content}} {
		if bytes.EqualFold(name, []byte(known.name)) && *known.value == nil {
			*known.value = slices.Clip(value)
			if value == nil {
				*known.value = []byte{}
			}
		}
	}
}

// encoding returns what the attributes declare.
func (m *meta) encoding() Encoding {
	if e := declaredBy(string(m.charset)); e.coding != nil || !bytes.EqualFold(m.httpEquiv, []byte("content-type")) {
		return e
	}
	return declaredBy(charsetIn(string(m.content)))
}

// charsetIn returns the encoding that the content of a <meta> names.
// https://html.spec.whatwg.org/multipage/urls-and-fetching.html#extracting-character-encodings-from-meta-elements
func charsetIn(content string) string {
	const charset = "charset"
	for {
		at := strings.Index(strings.ToLower(content), charset)
		if at < 0 || !isASCII(content) {
			return ""
		}
		content = strings.TrimLeft(content[at+len(charset):], ascii.Space)
		if value, ok := strings.CutPrefix(content, "="); ok {
			value = strings.TrimLeft(value, ascii.Space)
			if value != "" && (value[0] == '"' || value[0] == '\'') {
				quoted, _, closed := strings.Cut(value[1:], value[:1])
				if !closed {
					return ""
				}
				return quoted
			}
			if end := strings.IndexAny(value, ascii.Space+";"); end >= 0 {
				value = value[:end]
			}
			return value
		}
	}
}

func isASCII(s string) bool { return asciiEnd([]byte(s)) == len(s) }

// declaredBy returns the encoding that a document declares by a label within it.
func declaredBy(label string) Encoding {
	switch c := labelled(label); c {
	case &codingUTF16LE, &codingUTF16BE:
		return asUTF8 // Whoever could read the label is not reading UTF-16.
	case &codingUserDefined:
		return asWindows1252
	default:
		return Encoding{c}
	}
}

// holdsMeta reports whether text may hold a <meta>: most that is looked at for one does not.
func holdsMeta(text []byte) bool {
	for {
		at := bytes.IndexByte(text, '<')
		if at < 0 || len(text) < at+len("<meta") {
			return false
		}
		if text = text[at+1:]; bytes.EqualFold(text[:len("meta")], []byte("meta")) {
			return true
		}
	}
}
