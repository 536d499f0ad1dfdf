//go:build cgo

package transcode

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// asUTF8 is UTF8 with the memory that an input has: exactly so much that the UTF-8 cannot overtake the UTF-16.
func asUTF8(units []uint16) []byte {
	block := make([]byte, 3*len(units)+1)
	at := len(units) + len(units)%2 // Units lie at even addresses.
	block = block[:at+2*len(units)]
	for i, unit := range units {
		binary.NativeEndian.PutUint16(block[at+2*i:], unit)
	}
	if len(units) == 0 {
		return nil
	}
	return UTF8(block, at, len(units))
}

// asV8Text is text in the form that V8 gets, read back by the standard library.
func asV8Text(t *testing.T, text []byte) (back string, wide bool) {
	t.Helper()
	if !IsWide(text) {
		if latin, fits := Latin1(make([]byte, len(text)), text); fits {
			runes := make([]rune, len(latin))
			for i, b := range latin {
				runes[i] = rune(b)
			}
			return string(runes), false
		}
		require.False(t, utf8.Valid(text), "valid text that is not wide must fit in Latin-1")
	}
	return string(utf16.Decode(UTF16(make([]uint16, len(text)), text))), true
}

var texts = map[string]string{
	"empty":        "",
	"short ASCII":  "abc",
	"long ASCII":   strings.Repeat("tidemark ", 100),
	"Latin-1":      strings.Repeat("é in the middle é", 9),
	"last Latin-1": "\u0080ÿ",
	"Greek":        strings.Repeat("παλίρροια ", 20),
	"CJK":          strings.Repeat("世界世界 a 世", 20),
	"pairs":        strings.Repeat("🌊a🌊🌊", 20),
	"NUL":          "a\x00b",
	"noncharacter": "\uFFFE\uFFFF\U0010FFFF",
	"replacement":  "\uFFFD",
}

func TestThereAndBack(t *testing.T) {
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			units := utf16.Encode([]rune(text))
			assert.Equal(t, text, string(asUTF8(units)))
			back, wide := asV8Text(t, []byte(text))
			assert.Equal(t, text, back)
			assert.Equal(t, strings.ContainsFunc(text, func(r rune) bool { return r > 0xFF }), wide)
		})
	}
}

// The vectors take so many characters at once: one that they do not take can be anywhere in them.
func TestEveryPlaceInTheVectors(t *testing.T) {
	for _, special := range []string{"\x7f", "\u0080", "ÿ", "Ā", "߿", "世", "🌊"} {
		for length := range 140 {
			for place := 0; place <= length; place += 1 + length/16 {
				text := strings.Repeat("a", place) + special + strings.Repeat("z", length-place)
				require.Equal(t, text, string(asUTF8(utf16.Encode([]rune(text)))), "%q at %d of %d", special, place, length)
				back, _ := asV8Text(t, []byte(text))
				require.Equal(t, text, back, "%q at %d of %d", special, place, length)
			}
		}
	}
}

func TestLoneSurrogatesBecomeReplacements(t *testing.T) {
	for _, c := range []struct {
		units []uint16
		want  string
	}{
		{[]uint16{0xD83C}, "\uFFFD"},
		{[]uint16{0xDF0A}, "\uFFFD"},
		{[]uint16{'a', 0xD83C, 'b'}, "a\uFFFDb"},
		{[]uint16{0xDF0A, 0xD83C}, "\uFFFD\uFFFD"},
		{[]uint16{0xD83C, 0xD83C, 0xDF0A}, "\uFFFD🌊"},
		{[]uint16{0xD83C, 0xFFFD, 'x'}, "\uFFFD\uFFFDx"},
	} {
		assert.Equal(t, c.want, string(asUTF8(c.units)), "%x", c.units)
	}
}

// An error's message can quote what is not UTF-8.
func TestInvalidUTF8BecomesReplacements(t *testing.T) {
	for _, text := range []string{
		"\x80", "a\xffb", "\xc3", "\xc3(", "\xc0\xaf", "\xe4\xb8", "\xe0\x80\x80", "\xed\xa0\x80", "\xf0\x9f\x8c", "\xf0\x80\x80\x80",
		"\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80", "世\x80世",
	} {
		back, wide := asV8Text(t, []byte(text))
		assert.Equal(t, string([]rune(text)), back, "%x", text)
		assert.True(t, wide)
	}
}

// The standard library does the same, whatever V8 or the engine gives: a lone surrogate becomes U+FFFD once and stays that.
func FuzzAgainstStandardLibrary(f *testing.F) {
	f.Add([]byte("a\x00\xd8\x3c\xdf\x0a\xff\xff"))
	for _, text := range texts {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		units := make([]uint16, len(data)/2)
		for i := range units {
			units[i] = uint16(data[2*i])<<8 | uint16(data[2*i+1])
		}
		text := asUTF8(units)
		require.Equal(t, string(utf16.Decode(units)), string(text))
		for _, text := range [][]byte{text, data} {
			back, wide := asV8Text(t, text)
			require.Equal(t, string([]rune(string(text))), back)
			require.Equal(t, strings.ContainsFunc(back, func(r rune) bool { return r > 0xFF }), wide)
		}
	})
}

// The rate at which Markdown that is mostly ASCII, or not at all, crosses the border, in bytes of UTF-8.
func BenchmarkTranscode(b *testing.B) {
	for name, line := range map[string]string{
		"mostlyASCII": strings.Repeat("The tide’s range is largest at new and full moon. ", 20),
		"accents":     "La marée est la variation de la hauteur du niveau des mers et des océans. ",
		"CJK":         "潮汐是海水在天体引潮力作用下所产生的周期性运动 ",
	} {
		text := []byte(strings.Repeat(line, 500_000/len(line)))
		units := utf16.Encode([]rune(string(text)))
		at := 4 * len(units) // The input must be there the next time.
		block := make([]byte, at+2*len(units))
		for i, unit := range units {
			binary.NativeEndian.PutUint16(block[at+2*i:], unit)
		}
		wide := make([]uint16, len(text))
		b.Run(fmt.Sprintf("to=utf8/text=%s", name), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for range b.N {
				UTF8(block, at, len(units))
			}
		})
		b.Run(fmt.Sprintf("to=utf16/text=%s", name), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for range b.N {
				UTF16(wide, text)
			}
		})
	}
}
