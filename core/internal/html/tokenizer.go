package html

import (
	"unicode/utf8"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/charref"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/watch"
)

// contentModel is the state in which the tokenizer begins a token.
type contentModel uint8

const (
	dataState contentModel = iota
	rcdataState
	rawtextState
	scriptDataState
	plaintextState
	cdataSectionState
)

// tokenizer cuts the source into tokens. It may be given the source in pieces that end anywhere: at a token that is not
// whole it stops before it, and begins it again when there is more.
// https://html.spec.whatwg.org/multipage/parsing.html#tokenization
type tokenizer struct {
	doc *dom.Document
	src []byte
	pos int

	// last tells that nothing follows src.
	last bool

	// retry is the length of src from which on it is worth to look again at a token that was not whole. It doubles, so that
	// a long token in small pieces is not looked at for each of them.
	retry int

	state contentModel

	// watch ends the work when its context does, be it in the middle of a token that is very long.
	watch watch.Watch

	// foreign tells that the adjusted current node is not an HTML element. There can be CDATA sections then.
	foreign bool

	// islands tells that there are elements of XML: see Options.Islands.
	islands bool

	// classes are those that elements are to be known by: see Options.Classes.
	classes *dom.WordFilter

	// lastStartTag is the name that makes an end tag appropriate.
	lastStartTag dom.Name

	token   token
	scratch []byte
}

func (z *tokenizer) reset(doc *dom.Document) {
	*z = tokenizer{doc: doc, watch: z.watch, scratch: z.scratch[:0]}
}

// next makes the next token. It returns false if that needs more of the source.
func (z *tokenizer) next() bool {
	switch z.state {
	case dataState:
		return z.data()
	case rcdataState, rawtextState:
		return z.rawText(rawTextEnd(&z.watch, z.src[z.pos:], z.doc.NameText(z.lastStartTag)))
	case scriptDataState:
		return z.rawText(scriptEnd(&z.watch, z.src[z.pos:], z.doc.NameText(z.lastStartTag)))
	case plaintextState:
		return z.plaintext()
	default:
		return z.cdataSection()
	}
}

// needMore tells that the token at z.pos is not whole; at the end of the source it is for the caller to say what it is.
func (z *tokenizer) needMore() bool {
	z.retry = 2*len(z.src) - z.pos
	return false
}

func (z *tokenizer) emitEndOfFile() bool {
	z.pos = len(z.src)
	z.token.kind, z.token.start, z.token.end = endOfFile, z.pos, z.pos
	return true
}

// emitNothing emits what is to be passed over. To read on here would take stack, and there may be millions of these in a row.
func (z *tokenizer) emitNothing(end int) bool {
	z.token.kind, z.token.start, z.token.end = nothing, z.pos, end
	z.pos = end
	return true
}

// emitCharacters emits characters of the data state, in which NUL is for the tree construction to see.
func (z *tokenizer) emitCharacters(end int, raw bool) bool {
	return z.emitText(end, raw, dom.InText, dom.KeepNUL)
}

func (z *tokenizer) emitText(end int, raw bool, references dom.References, nul dom.NUL) bool {
	t := &z.token
	t.kind, t.raw, t.decoded, t.references, t.nul = characters, raw, false, references, nul
	t.start, t.end = z.pos, end
	z.pos = end
	return true
}

// data is the data state with the tag open state.
// https://html.spec.whatwg.org/multipage/parsing.html#data-state
func (z *tokenizer) data() bool {
	from := z.pos
	if from == len(z.src) {
		if !z.last {
			return z.needMore()
		}
		return z.emitEndOfFile()
	}
	if z.src[from] == '<' {
		from++
		if from == len(z.src) {
			if !z.last {
				return z.needMore()
			}
			return z.emitCharacters(from, false)
		}
		switch c := z.src[from]; {
		case ascii.IsLetter(c):
			return z.startTag(from)
		case c == '/':
			return z.endTagOpen(from + 1)
		case c == '!':
			return z.markupDeclaration(from + 1)
		case c == '?':
			return z.bogusComment(from)
		}
		// A < that opens nothing is text.
	}
	return z.text(from)
}

// longestText is about how many bytes of text are one token: between those of a longer one there are looks at the context.
const longestText = 256 << 10

// window is the source up to where a text at i is cut if it is longer.
func window(src []byte, i int) []byte {
	if len(src)-i > longestText {
		return src[:i+longestText]
	}
	return src
}

// text emits the text at z.pos, of which what is before from is known.
func (z *tokenizer) text(from int) bool {
	src := window(z.src, from)
	end, raw := textEnd(src, from)
	if end == len(src) && (end < len(z.src) || !z.last) {
		end = z.holdBack(end, raw)
	}
	if end == z.pos && len(src) < len(z.src) { // It is all one character reference, or would be.
		if end, raw = textEnd(z.src, from); end == len(z.src) && !z.last {
			end = z.holdBack(end, raw)
		}
	}
	if end == z.pos {
		return z.needMore()
	}
	return z.emitCharacters(end, raw)
}

// holdBack returns where text up to the end of an unfinished source is to be cut, so that a character, a line end or a
// character reference is not.
func (z *tokenizer) holdBack(end int, raw bool) int {
	text := z.src[z.pos:end]
	for i := len(text) - 1; i >= max(0, len(text)-utf8.UTFMax); i-- {
		if utf8.RuneStart(text[i]) {
			if !utf8.FullRune(text[i:]) {
				text = text[:i]
			}
			break
		}
	}
	if raw {
		if n := len(text); n > 0 && text[n-1] == '\r' {
			text = text[:n-1]
		}
		text = text[:charref.Unfinished(text)]
	}
	return z.pos + len(text)
}

// https://html.spec.whatwg.org/multipage/parsing.html#plaintext-state
func (z *tokenizer) plaintext() bool {
	end := len(z.src)
	if z.pos == end && z.last {
		return z.emitEndOfFile()
	}
	if !z.last {
		if end = z.holdBack(end, true); end == z.pos {
			return z.needMore()
		}
	}
	return z.emitText(end, hasRaw(z.src[z.pos:end]), dom.NoReferences, dom.ReplaceNUL)
}
