package html

import (
	"bytes"

	"tidemark/core/internal/ascii"
)

// doctypeToken is what a DOCTYPE says: ranges of the source, nil where they are missing.
type doctypeToken struct {
	name, public, system []byte
	forceQuirks          bool
}

// doctype reads on behind "<!DOCTYPE". A > ends it wherever it stands.
// https://html.spec.whatwg.org/multipage/parsing.html#doctype-state
func (z *tokenizer) doctype(start int) bool {
	length := bytes.IndexByte(z.src[start:], '>')
	end := start + length + 1
	if length < 0 {
		if !z.last {
			return z.needMore()
		}
		length = len(z.src) - start
		end = len(z.src)
	}
	z.token = token{kind: doctype, start: z.pos, end: end, dataStart: start, dataEnd: start + length}
	z.pos = end
	return true
}

// parseDoctype reads what is between "<!DOCTYPE" and the > that ends it, or the end of the file.
func parseDoctype(data []byte, ended bool) doctypeToken {
	d := doctypeToken{forceQuirks: !ended}
	i := spaceEnd(data, 0, len(data))
	start := i
	for i < len(data) && !ascii.IsSpace(data[i]) {
		i++
	}
	if start == i {
		d.forceQuirks = true
		return d
	}
	d.name = data[start:i]
	rest := data[spaceEnd(data, i, len(data)):]
	if len(rest) == 0 {
		return d
	}
	// After DOCTYPE name state.
	keyword := rest[:min(6, len(rest))]
	ok := false
	switch {
	case bytes.EqualFold(keyword, []byte("public")):
		d.public, rest, ok = identifier(rest[6:])
		if rest = rest[spaceEnd(rest, 0, len(rest)):]; ok && len(rest) > 0 {
			d.system, rest, ok = identifier(rest)
		}
	case bytes.EqualFold(keyword, []byte("system")):
		d.system, rest, ok = identifier(rest[6:])
	}
	// What follows a system identifier is skipped, the end of the file too.
	skipped := ok && d.system != nil && spaceEnd(rest, 0, len(rest)) < len(rest)
	d.forceQuirks = !ok || !ended && !skipped
	return d
}

// identifier reads a public or system identifier in quotes, and reports whether it is whole.
// https://html.spec.whatwg.org/multipage/parsing.html#before-doctype-public-identifier-state
func identifier(data []byte) (value, rest []byte, ok bool) {
	data = data[spaceEnd(data, 0, len(data)):]
	if len(data) == 0 || data[0] != '"' && data[0] != '\'' {
		return nil, nil, false
	}
	value, rest, ok = bytes.Cut(data[1:], data[:1])
	if value == nil {
		value = []byte{}
	}
	return value, rest, ok
}
