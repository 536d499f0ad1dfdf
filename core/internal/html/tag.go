package html

import (
	"bytes"

	"tidemark/core/internal/dom"
)

// startTag reads a start tag from its name on.
// https://html.spec.whatwg.org/multipage/parsing.html#tag-open-state
func (z *tokenizer) startTag(name int) bool { return z.tag(startTag, name) }

// endTagOpen reads on behind "</".
// https://html.spec.whatwg.org/multipage/parsing.html#end-tag-open-state
func (z *tokenizer) endTagOpen(i int) bool {
	switch {
	case i == len(z.src):
		if !z.last {
			return z.needMore()
		}
		return z.emitCharacters(i, false)
	case isLetter(z.src[i]):
		return z.tag(endTag, i)
	case z.src[i] == '>':
		z.pos = i + 1
		return z.next() // "</>" is nothing.
	}
	return z.bogusComment(i)
}

func (z *tokenizer) tag(kind tokenKind, name int) bool {
	t := &z.token
	t.kind, t.selfClosing, t.attrs = kind, false, z.doc.AttrCount()
	i := z.tagName(name)
	if i < len(z.src) && z.src[i] == '>' {
		t.start, t.end = z.pos, i+1
		z.pos = i + 1
		if kind == startTag {
			z.lastStartTag = t.name
		}
		return true
	}
	end := z.attributes(i)
	if end < 0 {
		z.doc.DropAttrs(t.attrs)
		if !z.last {
			return z.needMore()
		}
		return z.emitEndOfFile() // A tag that the file ends in is nothing.
	}
	t.start, t.end = z.pos, end
	z.pos = end
	if kind == startTag {
		z.lastStartTag = t.name
	} else {
		z.doc.DropAttrs(t.attrs)
	}
	return true
}

// tagName reads the name of a tag, and gives the place behind it.
// https://html.spec.whatwg.org/multipage/parsing.html#tag-name-state
func (z *tokenizer) tagName(start int) int {
	t := &z.token
	if head, length := shortName(z.src, start, endsTagName); length > 0 {
		if t.tag = dom.FindShortTag(head, length); t.tag != dom.Unknown {
			t.name = dom.Name(t.tag)
			return start + length
		}
	}
	end, seen := nameEnd(z.src, start, endsTagName)
	if end == len(z.src) {
		return end // It is not whole, and must not come into the table of names.
	}
	name := z.src[start:end]
	if seen&irregular != 0 {
		z.scratch = dom.AppendLower(z.scratch[:0], name)
		name = z.scratch
	}
	if t.tag = dom.FindTag(name); t.tag != dom.Unknown {
		t.name = dom.Name(t.tag)
	} else if t.kind == startTag {
		t.name = z.doc.Intern(name)
	} else {
		t.name = z.doc.Lookup(name) // Without a start tag before, there is nothing that it ends.
	}
	return end
}

// nameEnd gives the place after a name that begins at i, and the classes of the bytes in it.
func nameEnd(src []byte, i int, ends byteClass) (end int, seen byteClass) {
	for ; i < len(src); i++ {
		c := classes[src[i]]
		if c&ends != 0 {
			break
		}
		seen |= c
	}
	return i, seen
}

// attributes reads attributes from behind the name of a tag on, and gives the place behind the tag, or -1 if it is not
// whole.
// https://html.spec.whatwg.org/multipage/parsing.html#before-attribute-name-state
func (z *tokenizer) attributes(i int) int {
	src := z.src
	for {
		for i < len(src) && isSpace(src[i]) {
			i++
		}
		if i >= len(src) {
			return -1
		}
		switch src[i] {
		case '>':
			return i + 1
		case '/':
			i++
			if i < len(src) && src[i] == '>' {
				z.token.selfClosing = true
				return i + 1
			}
			continue
		}

		a := z.doc.PushAttr()
		i = z.attrName(i, a)
		// After attribute name state.
		for i < len(src) && isSpace(src[i]) {
			i++
		}
		if i >= len(src) {
			return -1
		}
		if src[i] == '=' {
			if i = z.attrValue(i+1, a); i < 0 {
				return -1
			}
		}
	}
}

// attrName reads the name of an attribute, and gives the place behind it. An equals sign in front belongs to it.
// https://html.spec.whatwg.org/multipage/parsing.html#attribute-name-state
func (z *tokenizer) attrName(start int, a *dom.Attr) int {
	a.NameStart = uint32(start)
	if head, length := shortName(z.src, start, endsAttrName); length > 0 {
		a.Name = dom.FindShortAttr(head, length)
		a.NameEnd = uint32(start + length)
		return start + length
	}
	first := start
	if z.src[start] == '=' {
		first++
	}
	end, seen := nameEnd(z.src, first, endsAttrName)
	name := z.src[start:end]
	if seen&irregular != 0 {
		z.scratch = dom.AppendLower(z.scratch[:0], name)
		name = z.scratch
	}
	a.Name = dom.FindAttr(name)
	a.NameEnd = uint32(end)
	return end
}

// attrValue reads a value from behind the equals sign on, and gives the place behind it, or -1 if the tag is not whole.
// https://html.spec.whatwg.org/multipage/parsing.html#before-attribute-value-state
func (z *tokenizer) attrValue(i int, a *dom.Attr) int {
	src := z.src
	for i < len(src) && isSpace(src[i]) {
		i++
	}
	if i >= len(src) {
		return -1
	}
	switch quote := src[i]; quote {
	case '"', '\'':
		i++
		length := bytes.IndexByte(src[i:], quote)
		if length < 0 {
			return -1
		}
		a.Start, a.End = uint32(i), uint32(i+length)
		return i + length + 1
	case '>':
		return i
	}
	a.Start = uint32(i)
	for i < len(src) && src[i] != '>' && !isSpace(src[i]) {
		i++
	}
	a.End = uint32(i)
	return i
}
