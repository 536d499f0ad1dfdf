package html

import (
	"encoding/binary"

	"tidemark/core/internal/ascii"
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
	case ascii.IsLetter(z.src[i]):
		return z.tag(endTag, i)
	case z.src[i] == '>':
		return z.emitNothing(i + 1) // "</>"
	}
	return z.bogusComment(i)
}

func (z *tokenizer) tag(kind tokenKind, name int) bool {
	t := &z.token
	t.kind, t.selfClosing, t.attrs, t.traits = kind, false, z.doc.AttrCount(), 0
	src := z.src[:len(z.src):len(z.src)]
	end, tag, key := 0, dom.Unknown, dom.Name(0)
	if name+16 <= len(src) {
		b := src[name : name+16 : name+16]
		word := binary.LittleEndian.Uint64(b)
		head, length := upTo(word, tagNameStops(word))
		if end = name + length; b[length] == '>' || b[length] == ' ' {
			tag = dom.FindShortTag(head)
			if key = dom.Name(tag); tag == dom.Unknown {
				key = z.doc.InternedShort(head)
			}
		}
	}
	if t.tag, t.name = tag, key; key == 0 {
		end = z.tagName(name)
	}
	if end < len(src) && src[end] == '>' {
		end++
	} else if end = z.attributes(end); end < 0 {
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

// tagName reads the name of a tag, and returns the place behind it.
// https://html.spec.whatwg.org/multipage/parsing.html#tag-name-state
func (z *tokenizer) tagName(start int) int {
	t := &z.token
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
	} else if t.tag = z.islandTag(name); t.tag != dom.Unknown {
		t.name = dom.Name(t.tag)
	} else if t.kind == startTag {
		t.name = z.doc.Intern(name)
	} else {
		t.name = z.doc.Lookup(name) // Without a start tag before, there is nothing that it ends.
	}
	return end
}

// nameEnd returns the place after a name that begins at i, and the classes of the bytes in it.
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
