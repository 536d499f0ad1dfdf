package charref_test

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"tidemark/core/internal/charref"
)

func TestAppend(t *testing.T) {
	for source, want := range map[string]string{
		"&amp;x":                             "&",
		"&amp":                               "&",
		"&ampx":                              "&",
		"&notit;":                            "¬",
		"&notin;":                            "∉",
		"&NotEqualTilde;":                    "≂̸",
		"&x;":                                "",
		"&":                                  "",
		"& amp;":                             "",
		"&#":                                 "",
		"&#;":                                "",
		"&#x;":                               "",
		"&#xg":                               "",
		"&#65":                               "A",
		"&#x41;":                             "A",
		"&#X41z":                             "A",
		"&#0;":                               "\ufffd",
		"&#x80;":                             "€",
		"&#x81;":                             "\u0081",
		"&#xD800;":                           "\ufffd",
		"&#x110000;":                         "\ufffd",
		"&#99999999999999999999;":            "\ufffd",
		"&CounterClockwiseContourIntegral;":  "∳",
		"&" + strings.Repeat("a", 100) + ";": "",
	} {
		got, n := charref.Append(nil, []byte(source), false)
		assert.Equal(t, want, string(got), source)
		assert.Equal(t, want == "", n == 0, source)
	}
}

func TestAppendInAttribute(t *testing.T) {
	for source, want := range map[string]string{
		"&amp;=":  "&",
		"&amp=":   "",
		"&ampx":   "",
		"&amp1":   "",
		"&amp":    "&",
		"&amp ":   "&",
		"&notit;": "",
		"&#65x":   "A",
	} {
		got, _ := charref.Append(nil, []byte(source), true)
		assert.Equal(t, want, string(got), source)
	}
}

func TestIsName(t *testing.T) {
	for name, want := range map[string]bool{
		"AElig;": true, "AElig": true, "semi;": true, "zwnj;": true, "zwnjs;": false, "notit;": false, "": false, ";": false, "aaaa;": false, "zzzz;": false,
	} {
		assert.Equal(t, want, charref.IsName(name), name)
		assert.Equal(t, want, charref.IsName([]byte(name)), name)
	}
}

func TestUnfinished(t *testing.T) {
	for text, want := range map[string]int{"a&": 1, "a&am": 1, "a&#x4": 1, "a&amp;": 6, "a& b": 4, "abc": 3, "": 0, "&&l": 1} {
		assert.Equal(t, want, charref.Unfinished([]byte(text)), text)
	}
}

// The standard library wants a semicolon after a single digit, takes one without digits for a character, counts in 32 bits, and leaves
// what would become longer; the standard does none of it.
var readOtherwise = regexp.MustCompile(`^&n[LG]t;|^&#(\d([^\d;]|$)|[xX][\da-fA-F]([^\da-fA-F;]|$)|[xX]?;|[xX]?[\da-fA-F]{8})`)

// FuzzAppend compares with the standard library, which reads text as an attribute is not.
func FuzzAppend(f *testing.F) {
	for _, seed := range []string{"&amp;", "&notit;", "&#x80;", "&#13;", "&NotEqualTilde;x", "&#0A"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		if !strings.HasPrefix(source, "&") || strings.Count(source, "&") > 1 || readOtherwise.MatchString(source) {
			return
		}
		got, n := charref.Append(nil, []byte(source), false)
		if n == 0 {
			got, n = append(got, '&'), 1
		}
		assert.Equal(t, html.UnescapeString(source), string(got)+source[n:])
	})
}

func TestReferencesThatBecomeLonger(t *testing.T) {
	for source, want := range map[string]string{"&nLt;": "≪⃒", "&nGt;": "≫⃒"} {
		got, n := charref.Append(nil, []byte(source), false)
		assert.Equal(t, want, string(got))
		assert.Equal(t, len(source), n)
	}
}
