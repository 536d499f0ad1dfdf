package mathml

import (
	"strings"
	"unicode/utf8"

	"tidemark/core/internal/ascii"
)

// letter writes a letter in the style that it has by itself or by the mathvariant attribute.
func (t *Translator) letter(c rune, variant string) {
	plain, own := unstyled(c)
	if variant == "" || own != "" {
		variant = own
	}
	font := latin(variant)
	if plain >= utf8.RuneSelf {
		font = ""
		if strings.Contains(variant, "bold") {
			font = "boldsymbol"
		}
	} else if variant == "normal" && !ascii.IsLetter(byte(plain)) {
		font = "" // There is no other form of it.
	}
	if font == "" {
		t.symbol(plain)
		return
	}
	t.command(font)
	t.raw("{")
	t.symbol(plain)
	t.raw("}")
}

// latin is the command for Latin letters of a mathvariant, empty for the one that they have without.
func latin(variant string) string {
	switch variant {
	case "normal":
		return "mathrm"
	case "bold":
		return "mathbf"
	case "bold-italic":
		return "boldsymbol"
	case "double-struck":
		return "mathbb"
	case "script", "bold-script":
		return "mathcal"
	case "fraktur", "bold-fraktur":
		return "mathfrak"
	case "sans-serif", "bold-sans-serif", "sans-serif-italic", "sans-serif-bold-italic":
		return "mathsf"
	case "monospace":
		return "mathtt"
	}
	return ""
}

// The variants of the Mathematical Alphanumeric Symbols, in their order.
// https://www.unicode.org/charts/PDF/U1D400.pdf
var (
	latinVariants = [...]string{"bold", "italic", "bold-italic", "script", "bold-script", "fraktur", "double-struck",
		"bold-fraktur", "sans-serif", "bold-sans-serif", "sans-serif-italic", "sans-serif-bold-italic", "monospace"}
	greekVariants = [...]string{"bold", "italic", "bold-italic", "bold-sans-serif", "sans-serif-bold-italic"}
	digitVariants = [...]string{"bold", "double-struck", "sans-serif", "bold-sans-serif", "monospace"}
)

// unstyled takes a styled letter or digit apart.
func unstyled(c rune) (plain rune, variant string) {
	const (
		latins, dotless, greeks, digits, end = 0x1D400, 0x1D6A4, 0x1D6A8, 0x1D7CE, 0x1D800
		latinLetters, greekLetters           = 52, 58
	)
	switch {
	case c < latins || c >= end:
		if l, ok := letterlike[c]; ok {
			return l.plain, l.variant
		}
		return c, ""
	case c < dotless:
		i := c - latins
		plain = 'A' + i%latinLetters
		if i%latinLetters >= 26 {
			plain = 'a' + i%latinLetters - 26
		}
		variant = latinVariants[i/latinLetters]
	case c < greeks:
		return 'ı' + (c-dotless)*('ȷ'-'ı'), ""
	case c < digits:
		i := c - greeks
		if int(i/greekLetters) >= len(greekVariants) {
			return c, ""
		}
		plain, variant = greek(i%greekLetters), greekVariants[i/greekLetters]
	default:
		i := c - digits
		return '0' + i%10, digitVariants[i/10]
	}
	if variant == "italic" {
		variant = "" // as letters in formulas are
	}
	return plain, variant
}

// greek returns a character by its place in the alphabets of the block.
func greek(i rune) rune {
	switch {
	case i == 17:
		return 'Θ'
	case i < 25:
		return 'Α' + i
	case i == 25:
		return '∇'
	case i < 51:
		return 'α' + i - 26
	}
	return []rune("∂ϵϑϰϕϱϖ")[i-51]
}

type styledLetter struct {
	plain   rune
	variant string
}

// letterlike are the styled letters that had a place of their own before.
// https://www.unicode.org/charts/PDF/U2100.pdf
var letterlike = map[rune]styledLetter{
	'ℂ': {'C', "double-struck"}, 'ℍ': {'H', "double-struck"}, 'ℕ': {'N', "double-struck"}, 'ℙ': {'P', "double-struck"},
	'ℚ': {'Q', "double-struck"}, 'ℝ': {'R', "double-struck"}, 'ℤ': {'Z', "double-struck"},
	'ℬ': {'B', "script"}, 'ℰ': {'E', "script"}, 'ℱ': {'F', "script"}, 'ℋ': {'H', "script"}, 'ℐ': {'I', "script"},
	'ℒ': {'L', "script"}, 'ℳ': {'M', "script"}, 'ℛ': {'R', "script"}, 'ℯ': {'e', "script"}, 'ℊ': {'g', "script"}, 'ℴ': {'o', "script"},
	'ℭ': {'C', "fraktur"}, 'ℌ': {'H', "fraktur"}, 'ℨ': {'Z', "fraktur"},
	'ℎ': {'h', ""},
}
