package mathml

import (
	"unicode"
	"unicode/utf8"

	"tidemark/core/internal/ascii"
)

// symbols writes characters one by one.
func (t *Translator) symbols(s string) {
	for _, c := range s {
		if t.symbol(c); len(t.out) > t.limit {
			return
		}
	}
}

// symbol writes one character.
//
//tidemark:recurses once: a letter without its style has none
func (t *Translator) symbol(c rune) {
	t.look()
	if c < utf8.RuneSelf {
		t.ascii(byte(c))
		return
	}
	if name := commands[c]; name != "" {
		t.command(name)
		return
	}
	if tex, ok := replacements[c]; ok {
		if tex != "" {
			t.raw(tex)
		}
		return
	}
	if plain, variant := unstyled(c); plain != c {
		t.letter(plain, variant)
		return
	}
	if unicode.IsLetter(c) {
		t.quoted("text", string(c))
		return
	}
	t.out = utf8.AppendRune(t.out, c)
	t.word = false
}

func (t *Translator) ascii(c byte) {
	switch c {
	case ' ', '\t', '\n', '\f', '\r':
		t.raw(`\ `)
	case '#', '$', '%', '&', '_':
		t.out = append(t.out, '\\', c)
		t.word = false
	case '{':
		t.command("lbrace")
	case '}':
		t.command("rbrace")
	case '\\':
		t.command("backslash")
	case '*':
		t.command("ast")
	case '~':
		t.command("sim")
	case '^':
		t.command("wedge")
	default:
		if t.word && (ascii.IsLetter(c) || ascii.IsDigit(c)) {
			t.out = append(t.out, ' ')
		}
		t.out = append(t.out, c)
		t.word = false
	}
}

// functions are the names that are commands.
var functions = func() map[string]bool {
	names := map[string]bool{}
	for _, name := range []string{
		"arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "det", "dim", "exp", "gcd", "hom", "inf",
		"ker", "lg", "lim", "ln", "log", "max", "min", "Pr", "sec", "sin", "sinh", "sup", "tan", "tanh",
	} {
		names[name] = true
	}
	return names
}()

// replacements are the characters that are other characters in TeX, or nothing.
var replacements = map[rune]string{
	'\u00a0': `\ `, '\u2004': `\;`, '\u2005': `\:`, '\u2006': `\,`, '\u2009': `\,`, '\u200a': `\,`, '\u202f': `\,`, '\u205f': `\:`,
	'\u200b': "", '\u200c': "", '\u200d': "", '\u2060': "", '\u2061': "", '\u2062': "", '\u2063': "", '\u2064': "", '\ufe0e': "", '\ufeff': "",
	'−': "-", '∕': "/", '∶': ":", '≔': ":=", '′': "'", '″': "''", '‴': "'''", '⁗': "''''", '’': "'", 'ο': "o",
	'⟦': `[\![`, '⟧': `]\!]`, '⩵': "==",
	'Α': "A", 'Β': "B", 'Ε': "E", 'Ζ': "Z", 'Η': "H", 'Ι': "I", 'Κ': "K", 'Μ': "M", 'Ν': "N", 'Ο': "O", 'Ρ': "P", 'Τ': "T", 'Χ': "X",
}
