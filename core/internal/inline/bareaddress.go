package inline

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"tidemark/core/internal/ascii"
)

// What may be in a bare address that is left as it is: to no reader it means anything else, or the address is looked at for that too.
// Other characters of ASCII end an address for some readers, and not for others.
var (
	addressBytes = ascii.SetOf("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'()*+,;=%{}\"")
	mailboxBytes = ascii.SetOf("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._+")
)

// literal is text of a token that is being written.
type literal struct {
	token        int
	text         []byte
	start        int32 // where it begins in the text of the run
	done         int   // up to where it has been written
	before, next byte  // what is written before it, and after it
}

// bareAddress returns the end of the address that startsAutolink has found at a place of the text, if it can be left as it is, and
// 0 if not: every reader either makes a link of just that address, or none.
func (e *escaper) bareAddress(w *Writer, l literal, at int) int {
	if !e.keepsAddresses || e.inLink {
		return 0
	}
	text, done, start, before := l.text, l.done, l.start, l.before
	if text[at] == '@' {
		return bareMailbox(w.out[w.At.LineStart:], l, at)
	}
	from := at - len("www")
	if text[at] == ':' {
		from = at - schemeBefore(text[:at])
	}
	if from < done || ascii.IsAlnum(byteBefore(text, from, before)) || start+int32(at) < e.unsafe {
		return 0
	}
	host := at + 1
	if text[at] == ':' {
		host = at + len("://")
	}
	end, unsafe := e.wordEnd(w, l, host)
	switch {
	case unsafe:
		e.unsafe = start + int32(end)
	case isAgreedOn(text[host:end], byteBefore(text, from, before)):
		return end
	}
	return 0
}

// wordEnd returns where a word ends that begins with an address, or the place in it that it cannot be left as it is for: to readers an
// address goes on up to white space or a tag.
func (e *escaper) wordEnd(w *Writer, l literal, at int) (end int, unsafe bool) {
	text := l.text
	for at < len(text) && text[at] != ' ' {
		c := text[at]
		if c >= utf8.RuneSelf {
			// Words of scripts without spaces are no part of an address, but readers would take them for one.
			r, size := utf8.DecodeRune(text[at:])
			if !unicode.In(r, unicode.L, unicode.M, unicode.Nd) || isSpaceless(r) {
				return at, true
			}
			at += size
			continue
		}
		switch {
		case !addressBytes.Has(c):
			return at, true
		case c == '&' && IsEntity(text[at:]), c == '$' && e.formulas, c == '@' && startsAutolink(text, at, 0, ' '):
			return at, true
		case byteClasses[c]&delimiting != 0 && e.willDelimit(&w.run.delims, int32(l.token), l.start+int32(at)):
			return at, true
		}
		at++
	}
	// Of text that is not the whole token, white space follows as character references.
	return at, at == len(text) && !(l.start+int32(at) == w.run.tokens[l.token].end && w.endsWord(l.token))
}

// isAgreedOn reports whether readers agree on what an address without its scheme is: on its host, and on what ends it, for they leave out
// what may be the punctuation of a sentence.
func isAgreedOn(address []byte, before byte) bool {
	address = bytes.TrimRight(address, "?!.,:)")
	n := len(address)
	if n == 0 || !ascii.IsAlnum(address[0]) {
		return false
	}
	if last := address[n-1]; last == before && (last == '"' || last == '\'') {
		n--
		address = address[:n]
	}
	host := bytes.IndexFunc(address, func(c rune) bool {
		return c < utf8.RuneSelf && !ascii.IsAlnum(byte(c)) && c != '.' && c != '-' && c != '_'
	})
	switch {
	case bytes.IndexByte(address, '"') >= 0,
		host > 0 && strings.IndexByte("/?#:", address[host]) < 0,
		host > 0 && address[host] == ':' && !ascii.IsDigit(byteAfter(address, host, 0)):
		return false
	}
	last := address[n-1]
	return ascii.IsAlnum(last) || last >= utf8.RuneSelf || strings.IndexByte("/-=#%+}", last) >= 0
}

// endsWord reports whether a word that token i ends with goes no further in what is written.
func (w *Writer) endsWord(i int) bool {
	for {
		t := w.run.after(i)
		if t.kind != closeToken || t.delimiter != '*' {
			break
		}
		for i++; &w.run.tokens[i] != t; i++ { // Readers leave out asterisks, too.
		}
	}
	switch t := w.run.after(i); t.kind {
	case breakToken:
		return t.isEdge() || w.At.Lines != ParagraphLines || !w.escape.backslash
	case openToken, closeToken:
		return t.format != LinkFormat && t.delimiter == 0 // a tag
	case textToken:
		return w.run.text[t.start] == ' '
	}
	return false
}

// precedesAddress reports whether a space and what may be an address follow a backslash: goldmark makes a link of the address, and takes what
// comes behind it for escaped by the backslash.
func precedesAddress(text []byte) bool {
	if len(text) == 0 || text[0] != ' ' {
		return false
	}
	word := text[1:]
	if end := bytes.IndexByte(word, ' '); end >= 0 {
		word = word[:end]
	}
	return bytes.IndexByte(word, '@') > 0 || bytes.Contains(word, []byte("://")) || bytes.HasPrefix(word, []byte("www."))
}

// willDelimit reports whether a delimiter that comes at that place, in token i, is going to have an escape.
func (e *escaper) willDelimit(d *delimiters, i, at int32) bool {
	for k := e.delimiter; k < len(d.list) && d.list[k].first <= i; k++ {
		if m := &d.list[k]; m.literal && m.at+m.length > at {
			return m.at <= at && m.escaped
		}
	}
	return false
}

// bareMailbox is bareAddress for an e-mail address after what is written of its line: readers agree that it ends with its domain, whatever comes after it.
func bareMailbox(line []byte, l literal, at int) int {
	text := l.text
	from := at
	for from > 0 && mailboxBytes.Has(text[from-1]) {
		from--
	}
	if from == at || from < l.done {
		return 0
	}
	if c := byteBefore(text, from, l.before); c != '*' && isEmailChar(c) || c == '@' || c == '*' && endsInMailbox(line, text[l.done:from]) {
		return 0
	}
	end := at + 1
	for end < len(text) && mailboxBytes.Has(text[end]) && text[end] != '+' {
		end++
	}
	next := byteAfter(text, end-1, l.next)
	end = at + 1 + len(bytes.TrimRight(text[at+1:end], "."))
	if !ascii.IsAlnum(text[end-1]) || bytes.IndexByte(text[at+1:end], '_') >= 0 || bytes.Contains(text[at+1:end], []byte("..")) {
		return 0
	}
	switch next {
	case '/', '@', '=', '#', '&', '%', '+', '_', '~', '$', '{', '|':
		return 0
	}
	return end
}

// endsInMailbox reports whether what is written of a line, and text after it, ends with more than delimiters that readers take for part of an e-mail
// address, whatever these do.
func endsInMailbox(line, text []byte) bool {
	const most = 64
	for range most {
		if len(text) == 0 {
			line, text = nil, line
		}
		n := len(text)
		if n == 0 || !isEmailChar(text[n-1]) {
			return false
		}
		if ascii.IsAlnum(text[n-1]) {
			return true
		}
		text = text[:n-1]
	}
	return true
}
