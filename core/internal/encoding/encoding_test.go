package encoding

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func lookup(t *testing.T, label string) Encoding {
	t.Helper()
	if label == "" {
		return Encoding{}
	}
	e, ok := Lookup(label)
	require.True(t, ok, "label %q", label)
	return e
}

func TestBytes(t *testing.T) {
	late := strings.Repeat(" ", 1100) // beyond the prescan
	tests := []struct {
		name, label, raw, want string
	}{
		{"empty", "", "", ""},
		{"empty with a label", "shift_jis", "", ""},
		{"only a mark", "", "\xEF\xBB\xBF", ""},

		{"UTF-8 mark", "", "\xEF\xBB\xBFé", "é"},
		{"UTF-8 mark wins over the label", "windows-1252", "\xEF\xBB\xBFé", "é"},
		{"UTF-8 mark wins over meta", "", "\xEF\xBB\xBF<meta charset=windows-1251>é", "<meta charset=windows-1251>é"},
		{"UTF-16LE mark", "", "\xFF\xFEA\x00\xE9\x00\x3D\xD8\x00\xDE", "Aé😀"},
		{"UTF-16BE mark", "", "\xFE\xFF\x00A\x00\xE9\xD8\x3D\xDE\x00", "Aé😀"},
		{"UTF-16 mark wins over the label", "utf-8", "\xFF\xFEA\x00", "A"},
		{"UTF-16 lone surrogate", "", "\xFF\xFE\x00\xD8A\x00", "\uFFFDA"},
		{"UTF-16 odd byte at the end", "", "\xFF\xFEA\x00B", "A\uFFFD"},

		{"utf-16le by label", "utf-16le", "A\x00\xE9\x00", "Aé"},
		{"utf-16be by label", "utf-16be", "\x00A\x00\xE9", "Aé"},
		{"utf-16 is little-endian", "utf-16", "A\x00", "A"},
		{"label wins over meta", "windows-1251", "<meta charset=utf-8>\xCF", "<meta charset=utf-8>П"},
		{"label in capitals and spaces", " UTF8 ", "é", "é"},
		{"ISO-8859-1 is windows-1252", "ISO-8859-1", "\x80\x93a\x94\xE9", "€“a”é"},
		{"windows-1251", "windows-1251", "\xCF\xF0\xE8\xE2\xE5\xF2", "Привет"},
		{"shift_jis", "Shift_JIS", "\x93\xFA\x96\x7B\xB1", "日本ｱ"},
		{"euc-jp", "euc-jp", "\xC6\xFC\xCB\xDC", "日本"},
		{"iso-2022-jp", "iso-2022-jp", "\x1B$BF|K\\\x1B(B!", "日本!"},
		{"euc-kr", "euc-kr", "\xC7\xD1\xB1\xDB", "한글"},
		{"ks_c_5601-1987 is euc-kr", "ks_c_5601-1987", "\xC7\xD1", "한"},
		{"gbk", "gbk", "\xD6\xD0\xCE\xC4", "中文"},
		{"gb2312 is gbk", "gb2312", "\x80", "€"},
		{"gb18030 of four bytes", "gb18030", "\x94\x39\xDA\x33", "💩"},
		{"big5", "big5", "\xA4\xA4\xA4\xE5", "中文"},
		{"koi8-r", "koi8-r", "\xF0\xD2\xC9\xD7\xC5\xD4", "Привет"},
		{"x-user-defined", "x-user-defined", "A\x80\xFF", "A\uF780\uF7FF"},

		{"meta charset", "", "<meta charset=windows-1251>\xCF", "<meta charset=windows-1251>П"},
		{"meta charset in quotes and capitals", "", `<META CHARSET="Shift_JIS">` + "\x93\xFA", `<META CHARSET="Shift_JIS">日`},
		{"meta http-equiv", "", `<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">` + "\xC7\xD1", `<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">한`},
		{"meta content without http-equiv", "", `<meta content="text/html; charset=euc-kr">` + "\xC7\xD1", `<meta content="text/html; charset=euc-kr">ÇÑ`},
		{"meta in a comment", "", "<!-- <meta charset=windows-1251> -->\xCF", "<!-- <meta charset=windows-1251> -->Ï"},
		{"meta after another of no use", "", "<meta charset=nope><meta charset=gbk>\xD6\xD0", "<meta charset=nope><meta charset=gbk>中"},
		{"meta utf-16 is UTF-8", "", "<meta charset=utf-16>é", "<meta charset=utf-16>é"},
		{"meta x-user-defined is windows-1252", "", "<meta charset=x-user-defined>\xE9", "<meta charset=x-user-defined>é"},
		{"meta windows-1252 over valid UTF-8", "", "<meta charset=iso-8859-1>é", "<meta charset=iso-8859-1>Ã©"},
		{"meta utf-8 over invalid bytes", "", "<meta charset=utf-8>\xE9!", "<meta charset=utf-8>\uFFFD!"},
		{"meta of the replacement encoding", "", "<meta charset=iso-2022-kr>hello", "\uFFFD"},
		{"meta behind the prescan", "", late + "<meta charset=windows-1251>\xCF", late + "<meta charset=windows-1251>П"},
		{"meta behind a long comment", "", "<!--" + late + "--><meta charset=windows-1251>\xCF", "<!--" + late + "--><meta charset=windows-1251>П"},
		{"meta behind a title", "", "<!doctype html><HTML><head data-a='>'>" + late + "<title>\xCF</title><meta charset=windows-1251>", "<!doctype html><HTML><head data-a='>'>" + late + "<title>П</title><meta charset=windows-1251>"},
		{"meta behind the head", "", "<script></script>" + late + "</head>\n<meta content='text/html; charset = \"windows-1251\"' HTTP-EQUIV=content-type><p>\xCF", "<script></script>" + late + "</head>\n<meta content='text/html; charset = \"windows-1251\"' HTTP-EQUIV=content-type><p>П"},
		{"meta in the body", "", "<p>" + late + "<meta charset=windows-1251>\xCF", "<p>" + late + "<meta charset=windows-1251>Ï"},
		{"meta in a script", "", "<script>'<meta charset=koi8-r>'</script><meta charset=windows-1251>\xCF", "<script>'<meta charset=koi8-r>'</script><meta charset=windows-1251>П"},
		{"meta in a style that has no end", "", "<style>" + late + "<meta charset=windows-1251>\xCF", "<style>" + late + "<meta charset=windows-1251>Ï"},

		{"XML declaration", "", "<?xml version='1.0' encoding='windows-1251'?>\xCF", "<?xml version='1.0' encoding='windows-1251'?>П"},
		{"meta wins over an XML declaration", "", "<?xml version='1.0' encoding='koi8-r'?><meta charset=windows-1251>\xCF", "<?xml version='1.0' encoding='koi8-r'?><meta charset=windows-1251>П"},
		{"XML declaration of UTF-16 is UTF-8", "", "<?xml encoding = \"utf-16\" ?>é", "<?xml encoding = \"utf-16\" ?>é"},
		{"XML declaration that is not the first", "", " <?xml encoding='windows-1251'?>\xCF", " <?xml encoding='windows-1251'?>Ï"},
		{"XML declaration with a space in the label", "", "<?xml encoding='windows-1251 '?>\xCF", "<?xml encoding='windows-1251 '?>Ï"},
		{"XML declaration in UTF-16LE", "", "<\x00?\x00x\x00m\x00", "<?xm"},
		{"XML declaration in UTF-16BE", "", "\x00<\x00?\x00x\x00m", "<?xm"},

		{"UTF-8 without a word", "", "é", "é"},
		{"UTF-8 only far in", "", late + "日本", late + "日本"},
		{"UTF-8 cut at the end", "", "日本\xE6\x97", "日本\uFFFD"},
		{"UTF-8 with one bad byte far in", "", "日本" + late + "\xFF!", "日本" + late + "\uFFFD!"},
		{"windows-1252 without a word", "", "caf\xE9 \x93a\x94", "café “a”"},
		{"windows-1252 only far in", "", late + "caf\xE9", late + "café"},
		{"controls of windows-1252", "", "\xE9 \x81", "é \u0081"},
		{"a lead byte does not eat ASCII after it", "big5", "\x81@<b>", "\uFFFD@<b>"},
		{"private use of shift_jis", "shift_jis", "\xF0\x40", "\uE000"},
		{"private use of gbk", "gbk", "\xA1\x40", "\uE4C6"},
		{"a letter with a mark in big5", "big5", "\x88\x62", "Ê\u0304"},

		{"surrogates written as UTF-8", "utf-8", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
		{"too large for Unicode", "utf-8", "\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
		{"longer than needed", "utf-8", "\xC0\xAF", "\uFFFD\uFFFD"},
		{"a sequence that stops is one character", "utf-8", "\xF0\x9F\x98<", "\uFFFD<"},
		{"a lead byte does not eat the tag after it", "shift_jis", "\x81<b>", "\uFFFD<b>"},
		{"NUL stays for the parser", "", "a\x00b", "a\x00b"},
	}
	var d Decoder // one for all: nothing may be left from the one before
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := d.Bytes(context.Background(), []byte(test.raw), lookup(t, test.label))
			require.NoError(t, err)
			assert.Equal(t, test.want, string(got))

			for _, size := range []int{1, 7, 1000} {
				var s Stream
				s.Reset(lookup(t, test.label))
				var out []byte
				for rest := []byte(test.raw); ; rest = rest[size:] {
					if len(rest) <= size {
						out = append(out, s.Decode(rest, true)...)
						break
					}
					out = append(out, s.Decode(rest[:size], false)...)
				}
				assert.Equal(t, test.want, string(out), "in pieces of %d", size)
			}
		})
	}
}

func TestText(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"empty", "", ""},
		{"valid", "aé日😀", "aé日😀"},
		{"declares nothing", "<meta charset=windows-1251>é", "<meta charset=windows-1251>é"},
		{"mark", "\uFEFFa", "a"},
		{"only the first mark", "\uFEFF\uFEFFa", "\uFEFFa"},
		{"no UTF-16 here", "\xFF\xFEa", "\uFFFD\uFFFDa"},
		{"surrogate", "a\xED\xB0\x80b", "a\uFFFD\uFFFD\uFFFDb"},
		{"windows-1252 is not guessed", "caf\xE9", "caf\uFFFD"},
	}
	var d Decoder
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := d.Text(context.Background(), []byte(test.text))
			require.NoError(t, err)
			assert.Equal(t, test.want, string(got))
		})
	}
}

// A character must survive the border between two pieces wherever that falls.
func TestLongInput(t *testing.T) {
	const times = 300_000
	for shift := range 4 {
		pad := strings.Repeat("x", shift)
		for label, character := range map[string]string{
			"utf-8": "\xF0\x9F\x98\x80", "utf-16le": "\x3D\xD8\x00\xDE", "gb18030": "\x94\x39\xDA\x33", "windows-1252": "\x80",
		} {
			raw := pad + strings.Repeat(character, times) + "\xFF"
			if label == "utf-16le" {
				raw = strings.Repeat("x\x00", shift) + strings.Repeat(character, times) + "\xFF"
			}
			var d Decoder
			got, err := d.Bytes(context.Background(), []byte(raw), lookup(t, label))
			require.NoError(t, err)
			last := "\uFFFD"
			if label == "windows-1252" {
				last = "ÿ"
			}
			wide := map[string]string{"utf-8": "😀", "utf-16le": "😀", "gb18030": "💩", "windows-1252": "€"}[label]
			require.True(t, pad+strings.Repeat(wide, times)+last == string(got), "%s shifted by %d", label, shift)
		}
	}
}

func TestValidUTF8IsNotCopied(t *testing.T) {
	raw := []byte("<p>日本</p>")
	var d Decoder
	got, err := d.Bytes(context.Background(), raw, Encoding{})
	require.NoError(t, err)
	assert.Same(t, &raw[0], &got[0])
	assert.Zero(t, d.Held())
}

func TestNothingIsAllocatedToFindTheEncoding(t *testing.T) {
	for _, head := range []string{
		"<h1>a</h1><p>b",
		`<!DOCTYPE html><html lang=en><head><title>a</title><meta name="description" content="a page"><link rel=icon href=a><script src=b></script><body><p>c`,
		`<head><meta name=viewport content="width=device-width"><meta charset="utf-8"><body>`,
	} {
		raw, decoder := []byte(head), new(Decoder)
		assert.Zero(t, testing.AllocsPerRun(10, func() { _, _ = decoder.Bytes(t.Context(), raw, Encoding{}) }), head)
	}
}

func TestBufferIsUsedAgain(t *testing.T) {
	raw := []byte(strings.Repeat("\xE9", 1000))
	var d Decoder
	latin := lookup(t, "latin1")
	_, err := d.Bytes(context.Background(), raw, latin)
	require.NoError(t, err)
	held := d.Held()
	require.NotZero(t, held)
	_, err = d.Bytes(context.Background(), raw, latin)
	require.NoError(t, err)
	assert.Equal(t, held, d.Held())
}

func TestContextEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var d Decoder
	_, err := d.Bytes(ctx, []byte("\xE9"), Encoding{})
	assert.ErrorIs(t, err, context.Canceled)
}

func TestLookupRefuses(t *testing.T) {
	for _, label := range []string{"", "nope", "replacement", "iso-2022-kr", "utf-8\x00", "utf-7", "\u212Aoi8-r", "utf-8 utf8"} {
		_, ok := Lookup(label)
		assert.False(t, ok, "%q", label)
	}
}

// TestRoomForTheNextPiece cuts a character where hardly more has room in what the decoder has than what came before it.
func TestRoomForTheNextPiece(t *testing.T) {
	for length := range 300 {
		s := Stream{stage: known, isUTF8: true, decoding: asUTF8.begin()}
		for _, size := range []int{length, length + 3, 1, length / 2} {
			text := strings.Repeat("a", size)
			got := string(s.Decode([]byte("\xff"+text+"\xe2\x82"), false))
			got += string(s.Decode([]byte("\xac"), false))
			require.Equal(t, "\ufffd"+text+"€", got, length)
		}
	}
}
