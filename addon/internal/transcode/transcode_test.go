package transcode

import (
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
)

func TestAppendUTF8(t *testing.T) {
	for name, text := range map[string]string{
		"empty":        "",
		"short ASCII":  "abc",
		"long ASCII":   strings.Repeat("tidemark ", 100),
		"Latin-1":      "é in the middle é",
		"CJK":          "世界世界 a 世",
		"pairs":        "🌊a🌊🌊",
		"NUL":          "a\x00b",
		"noncharacter": "\uFFFE\uFFFF",
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, "> "+text, string(AppendUTF8([]byte("> "), utf16.Encode([]rune(text)))))
		})
	}
}

func TestAppendUTF8ReplacesLoneSurrogates(t *testing.T) {
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
		assert.Equal(t, c.want, string(AppendUTF8(nil, c.units)), "%x", c.units)
	}
}

func TestMeasureAndWrite(t *testing.T) {
	for _, c := range []struct {
		text string
		want Form
	}{
		{"", Form{false, 0}},
		{"plain ASCII text", Form{false, 16}},
		{"naïve café", Form{false, 10}},
		{"ÿ", Form{false, 1}},
		{"Ā", Form{true, 1}},
		{"12345678世界", Form{true, 10}},
		{"🌊", Form{true, 2}},
		{"\uFFFD", Form{true, 1}},
	} {
		form := Measure([]byte(c.text))
		assert.Equal(t, c.want, form, c.text)
		if form.Wide {
			units := make([]uint16, form.Length)
			WriteUTF16(units, []byte(c.text))
			assert.Equal(t, c.text, string(utf16.Decode(units)))
			continue
		}
		latin := make([]byte, form.Length)
		WriteLatin1(latin, []byte(c.text))
		runes := make([]rune, len(latin))
		for i, b := range latin {
			runes[i] = rune(b)
		}
		assert.Equal(t, c.text, string(runes))
	}
}

// What V8 gives comes back as it was, whatever it is: a lone surrogate becomes U+FFFD once and stays that.
func FuzzThereAndBack(f *testing.F) {
	f.Add([]byte("a\x00\xd8\x3c\xdf\x0a\xff\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		units := make([]uint16, len(data)/2)
		for i := range units {
			units[i] = uint16(data[2*i])<<8 | uint16(data[2*i+1])
		}
		text := AppendUTF8(nil, units)
		assert.Equal(t, string(utf16.Decode(units)), string(text))
		if form := Measure(text); form.Wide {
			assert.Len(t, units, form.Length)
			back := make([]uint16, form.Length)
			WriteUTF16(back, text)
			assert.Equal(t, utf16.Encode([]rune(string(text))), back)
		}
	})
}

func TestAllocations(t *testing.T) {
	units := utf16.Encode([]rune(strings.Repeat("tide 世界 🌊 é ", 500)))
	dst := AppendUTF8(nil, units)
	assert.Zero(t, testing.AllocsPerRun(20, func() { dst = AppendUTF8(dst[:0], units) }))
	latin := []byte(strings.Repeat("é tide ", 500))
	out := make([]byte, Measure(latin).Length)
	assert.Zero(t, testing.AllocsPerRun(20, func() { WriteLatin1(out, latin) }))
}
