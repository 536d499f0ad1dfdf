package mathml

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// content is the text of a token element without the white space around it.
func (t *Translator) content(id dom.ID) string {
	if t.isDrawn(id) {
		return t.drawnText(id)
	}
	n := t.doc.Node(id)
	if n.First != 0 && n.First == n.Last && t.doc.Node(n.First).Kind == dom.KindText {
		return ascii.Trim(t.doc.Text(n.First))
	}
	return ascii.Trim(string(t.doc.AppendTextContent(nil, id)))
}

// sole is the character of a token element that holds no more than one, or 0.
func (t *Translator) sole(id dom.ID) rune {
	id = t.core(id)
	if id == 0 {
		return 0
	}
	switch t.name(id) {
	case "mo", "mi", "mtext", "mn":
		return soleRune(t.content(id))
	}
	return 0
}

func soleRune(s string) rune {
	c, size := utf8.DecodeRuneInString(s)
	if size == 0 || size < len(s) && s[size:] != "\ufe0e" {
		return 0
	}
	return c
}

// identifier translates <mi>: a letter is italic, a word is upright.
func (t *Translator) identifier(id dom.ID) {
	s, variant := t.content(id), t.doc.Value(id, dom.AttrMathvariant)
	switch {
	case s == "":
	case soleRune(s) != 0:
		t.letter(soleRune(s), variant)
	case functions[s]:
		t.command(s)
	case !t.isWord(s):
		t.quoted("text", s)
	case variant == "" || variant == "normal":
		t.styledSymbols("mathrm", s)
	default:
		t.styledSymbols(latin(variant), s)
	}
}

// isWord reports whether font commands can be applied to a text.
func (t *Translator) isWord(s string) bool {
	for _, c := range s {
		t.look()
		if c >= utf8.RuneSelf && commands[c] == "" || c < utf8.RuneSelf && !ascii.IsLetter(byte(c)) && !ascii.IsDigit(byte(c)) {
			return false
		}
	}
	return true
}

func (t *Translator) styledSymbols(font, s string) {
	if font == "" {
		t.symbols(s)
		return
	}
	t.command(font)
	t.raw("{")
	t.symbols(s)
	t.raw("}")
}

// number translates <mn>.
func (t *Translator) number(id dom.ID) {
	s, font := t.content(id), latin(t.doc.Value(id, dom.AttrMathvariant))
	if font == "mathrm" {
		font = "" // Digits are upright anyway.
	}
	if font != "" {
		t.command(font)
		t.raw("{")
	}
	for _, c := range s {
		t.look()
		if c == ',' {
			t.raw("{,}") // without the space behind a comma
		} else {
			t.symbol(c)
		}
		if len(t.out) > t.limit {
			return
		}
	}
	if font != "" {
		t.raw("}")
	}
}

// operator translates <mo>.
func (t *Translator) operator(id dom.ID) {
	s := t.content(id)
	switch bold := strings.HasPrefix(t.doc.Value(id, dom.AttrMathvariant), "bold"); {
	case functions[s]:
		t.command(s)
	case len(s) > 1 && strings.Trim(s, asciiLetters) == "":
		t.styledSymbols("operatorname", s)
	case bold:
		t.styledSymbols("boldsymbol", s)
	default:
		t.symbols(s)
	}
}

const asciiLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// text translates <mtext> and its like.
func (t *Translator) text(id dom.ID) {
	s := t.content(id)
	if t.name(id) == "mglyph" {
		s = t.doc.Value(id, dom.AttrAlt)
	}
	if strings.TrimFunc(s, unicode.IsSpace) == "" {
		if s != "" {
			t.raw(`\ `)
		}
		return
	}
	command := "text"
	switch t.doc.Value(id, dom.AttrMathvariant) {
	case "bold":
		command = "textbf"
	case "italic":
		command = "textit"
	case "monospace":
		command = "texttt"
	}
	t.quoted(command, s)
}

// quoted writes text as text.
func (t *Translator) quoted(command, s string) {
	t.command(command)
	t.raw("{")
	space := false
	for _, c := range s {
		if t.look(); len(t.out) > t.limit {
			return
		}
		if unicode.IsSpace(c) {
			space = true
			continue
		}
		if space {
			t.raw(" ")
		}
		space = false
		if c < utf8.RuneSelf && textEscapes[c] != "" {
			t.raw(textEscapes[c])
			continue
		}
		t.out = utf8.AppendRune(t.out, c)
	}
	if space {
		t.raw(" ")
	}
	t.raw("}")
}

// textEscapes are the characters that mean something in text.
var textEscapes = [utf8.RuneSelf]string{
	'\\': `\textbackslash `, '{': `\{`, '}': `\}`, '$': `\$`, '%': `\%`, '#': `\#`, '&': `\&`, '_': `\_`,
	'^': `\textasciicircum `, '~': `\textasciitilde `,
}
