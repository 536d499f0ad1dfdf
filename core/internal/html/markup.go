package html

import (
	"bytes"

	"tidemark/core/internal/dom"
)

// longestMarkup is the length of what tells markup declarations apart, [CDATA[ and DOCTYPE.
const longestMarkup = 7

// markupDeclaration reads on behind "<!".
// https://html.spec.whatwg.org/multipage/parsing.html#markup-declaration-open-state
func (z *tokenizer) markupDeclaration(i int) bool {
	rest := z.src[i:]
	switch {
	case len(rest) < longestMarkup && !z.last:
		return z.needMore()
	case bytes.HasPrefix(rest, []byte("--")):
		return z.comment(i + 2)
	case len(rest) >= longestMarkup && bytes.EqualFold(rest[:longestMarkup], []byte("doctype")):
		return z.doctype(i + longestMarkup)
	case bytes.HasPrefix(rest, []byte("[CDATA[")) && z.holdsCDATA():
		z.pos = i + longestMarkup
		z.state = cdataSectionState
		return z.cdataSection()
	}
	return z.bogusComment(i)
}

// comment reads a comment from behind "<!--" on. It ends at "-->" or "--!>", or at once at ">" or "->".
// https://html.spec.whatwg.org/multipage/parsing.html#comment-start-state
func (z *tokenizer) comment(start int) bool {
	rest := z.src[start:]
	switch {
	case bytes.HasPrefix(rest, []byte(">")):
		return z.emitComment(start, start, start+1)
	case bytes.HasPrefix(rest, []byte("->")):
		return z.emitComment(start, start, start+2)
	}
	for i := start; ; i++ {
		length := bytes.Index(z.src[i:], []byte("--"))
		if length < 0 {
			break
		}
		i += length
		switch after := z.src[i+2:]; {
		case bytes.HasPrefix(after, []byte(">")):
			return z.emitComment(start, i, i+3)
		case bytes.HasPrefix(after, []byte("!>")):
			return z.emitComment(start, i, i+4)
		}
	}
	if !z.last {
		return z.needMore()
	}
	for _, unfinished := range []string{"--!", "--", "-"} {
		if data, ok := bytes.CutSuffix(rest, []byte(unfinished)); ok {
			rest = data
			break
		}
	}
	return z.emitComment(start, start+len(rest), len(z.src))
}

// bogusComment reads what is taken for a comment, from its data on.
// https://html.spec.whatwg.org/multipage/parsing.html#bogus-comment-state
func (z *tokenizer) bogusComment(start int) bool {
	length := bytes.IndexByte(z.src[start:], '>')
	if length >= 0 {
		return z.emitComment(start, start+length, start+length+1)
	}
	if !z.last {
		return z.needMore()
	}
	return z.emitComment(start, len(z.src), len(z.src))
}

func (z *tokenizer) emitComment(dataStart, dataEnd, end int) bool {
	z.token = token{kind: comment, start: z.pos, end: end, dataStart: dataStart, dataEnd: dataEnd}
	z.pos = end
	return true
}

// cdataSection reads the text of a CDATA section, and leaves it at its end.
// https://html.spec.whatwg.org/multipage/parsing.html#cdata-section-state
func (z *tokenizer) cdataSection() bool {
	length := bytes.Index(z.src[z.pos:], []byte("]]>"))
	if length < 0 && !z.last {
		return z.needMore()
	}
	z.state = dataState
	if length < 0 {
		if length = len(z.src) - z.pos; length == 0 {
			return z.emitEndOfFile()
		}
		return z.emitText(len(z.src), hasRaw(z.src[z.pos:]), dom.NoReferences, dom.KeepNUL)
	}
	if length == 0 {
		return z.emitNothing(z.pos + len("]]>"))
	}
	end := z.pos + length
	z.emitText(end, hasRaw(z.src[z.pos:end]), dom.NoReferences, dom.KeepNUL)
	z.pos = end + len("]]>")
	return true
}
