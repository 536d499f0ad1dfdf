package html

import (
	"bytes"
	"encoding/binary"
	"math/bits"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/vector"
	"tidemark/core/internal/watch"
)

// attributes reads attributes from behind the name of a tag on, and returns the place behind the tag, or -1 if it is not
// whole.
// https://html.spec.whatwg.org/multipage/parsing.html#before-attribute-name-state
func (z *tokenizer) attributes(i int) int {
	src := z.src
	for far := i + watch.Every; ; {
		if i = z.plainAttributes(i); i < 0 {
			return -1
		}
		if i < len(src) && src[i] == '>' {
			return i + 1
		}
		if i > far {
			z.watch.Look()
			far = i + watch.Every
		}
		for i < len(src) && ascii.IsSpace(src[i]) {
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
		z.token.traits |= dom.TraitsOf(a.Name)
		// After attribute name state.
		for i < len(src) && ascii.IsSpace(src[i]) {
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

// plainAttributes reads attributes as they are nearly always written: a space, a regular name, and a value between quotation
// marks. It gives the place behind the last of them, or -1 if the tag is not whole.
func (z *tokenizer) plainAttributes(i int) int {
	src, traits := z.src[:len(z.src):len(z.src)], dom.Traits(0)
	for limit := min(len(src), i+watch.Every); i+64 <= limit; {
		tag := src[i : i+64 : i+64]
		if tag[0] != ' ' {
			break
		}
		word := ascii.Word(tag, 1)
		head, length := upTo(word, ascii.Zeros(word^'='*ascii.Ones))
		name, at := dom.FindShortAttr(head), i+1+length
		b := tag[1+length : 1+length+40 : 1+length+40]
		if name == dom.AttrOther {
			if !ascii.IsLetter(tag[1]) {
				break // It is mostly the end of the tag.
			}
			if name, at = longAttrName(src, i+1); at < 0 || at+40 > len(src) {
				break
			}
			b = src[at : at+40 : at+40]
		}
		if binary.LittleEndian.Uint16(b) != '='|'"'<<8 {
			break
		}
		n := 0
		if vector.Usable() {
			n = bits.TrailingZeros32(quotationMark.Equal((*vector.Block)(b[len(`="`):])))
		} else {
			n = quoteByWords(b[len(`="`):])
		}
		if n == vector.Size {
			if n = farQuote(src[at+2:]); n < 0 {
				return -1
			}
		}
		t := dom.TraitsOf(name)
		if name == dom.AttrClass && z.classes != nil && !z.classes.MayHold(src, at+2, at+2+n) {
			t = dom.HasClass
		}
		traits |= t
		z.doc.AddAttr(name, uint32(i+1), uint32(at), uint32(at+2), uint32(at+2+n))
		i = at + n + 3
	}
	z.token.traits |= traits
	return i
}

// quotationMark ends most values.
var quotationMark = vector.ByteOf('"')

// quoteByWords returns where the first quotation mark is in the bytes of a block, or its size if there is none, without vectors.
func quoteByWords(b []byte) int {
	n := quoteIn(ascii.Word(b, 0), ascii.Word(b, 8))
	if n == 16 {
		n += quoteIn(ascii.Word(b, 16), ascii.Word(b, 24))
	}
	return n
}

// quoteIn returns which byte of two words is the first quotation mark, or 16 if none is.
func quoteIn(word, next uint64) int {
	found, n := ascii.Zeros(word^'"'*ascii.Ones), 0
	if found == 0 {
		found, n = ascii.Zeros(next^'"'*ascii.Ones), 8
	}
	return n + bits.TrailingZeros64(found)/8
}

// farQuote returns the length of a value that has the size of a block at least, or -1 if no quotation mark ends it.
func farQuote(value []byte) int {
	const near = 4 * vector.Size
	if len(value) >= near && vector.Usable() {
		for i := vector.Size; i < near; i += vector.Size {
			if found := quotationMark.Equal((*vector.Block)(value[i:])); found != 0 {
				return i + bits.TrailingZeros32(found)
			}
		}
	}
	return bytes.IndexByte(value, '"')
}

// longAttrName reads a regular name that has more than eight bytes or is not known, and returns the place behind it, or -1.
func longAttrName(src []byte, i int) (name dom.AttrKey, end int) {
	b := src[i : i+16 : i+16]
	head, next := ascii.Word(b, 0), ascii.Word(b, 8)
	if ascii.Zeros(head^'='*ascii.Ones) == 0 {
		tail, longer := upTo(next, ascii.Zeros(next^'='*ascii.Ones))
		if name = dom.FindLongAttr(head, tail, longer); name != dom.AttrOther {
			return name, i + 8 + longer
		}
	}
	if end = regularNameEnd(src, i); end > i+16 {
		name = dom.FindAttr(src[i:end])
	}
	return name, end
}

// regularNameEnd returns the place of the equals sign after the name at i, or -1 if there is none or the name has others than
// small letters and hyphens, and a few that stand for themselves too.
func regularNameEnd(src []byte, i int) int {
	for start := i; i+8 <= len(src); i += 8 {
		word := ascii.Word(src, i)
		equals := ascii.Zeros(word ^ '='*ascii.Ones)
		hyphens := word ^ '-'*ascii.Ones
		hyphens = ^(hyphens&^ascii.Highs + ^uint64(ascii.Highs) | hyphens) // exact for all bytes
		if others := ^(word<<1&(word<<2) | hyphens) & ascii.Highs; others&(equals&-equals-1) != 0 {
			return -1
		}
		if equals != 0 {
			if i += bits.TrailingZeros64(equals) / 8; i > start {
				return i
			}
			return -1
		}
	}
	return -1
}

// attrName reads the name of an attribute, and returns the place behind it. An equals sign in front belongs to it.
// https://html.spec.whatwg.org/multipage/parsing.html#attribute-name-state
func (z *tokenizer) attrName(start int, a *dom.Attr) int {
	a.NameStart = uint32(start)
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

// attrValue reads a value from behind the equals sign on, and returns the place behind it, or -1 if the tag is not whole.
// https://html.spec.whatwg.org/multipage/parsing.html#before-attribute-value-state
func (z *tokenizer) attrValue(i int, a *dom.Attr) int {
	src := z.src
	for i < len(src) && ascii.IsSpace(src[i]) {
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
	for i < len(src) && src[i] != '>' && !ascii.IsSpace(src[i]) {
		i++
	}
	a.End = uint32(i)
	return i
}
