package style

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestReader(t *testing.T) {
	var a Reader
	for value, want := range map[string]Style{
		"font-weight:bold":                              {Weight: Bold},
		"FONT-WEIGHT : 700 ;":                           {Weight: Bold},
		"font-weight:500":                               {Weight: Normal},
		"font-weight:bold;font-weight:normal":           {Weight: Normal},
		"font-weight:bold!important;font-weight:normal": {Weight: Bold | important},
		"mso-bidi-font-weight:bold":                     {},
		"font-weight:inherit":                           {},
		"font-weight:var(--x)":                          {},
		"font-weight:bold /* ; */ ; font-style:italic":  {Weight: Bold, Slant: Italic},
		"background:url(a;font-weight:bold)":            {},
		"content:';font-weight:bold'":                   {},
		"font-style:oblique 10deg":                      {Slant: Italic},
		"font:italic bold 12px/1 'Courier New'":         {Weight: Bold, Slant: Italic, Face: Monospaced},
		"font:12px Arial":                               {Weight: Normal, Slant: Normal, Face: Normal},
		"font:inherit":                                  {},
		"text-decoration:underline line-through red":    {Line: LineThrough},
		"text-decoration-line:line-through":             {Line: LineThrough},
		"text-decoration:none":                          {Line: Normal},
		"white-space:pre;font-family:Arial,monospace":   {Space: Pre, Face: Monospaced},
		"white-space:-moz-pre-wrap":                     {Space: PreWrap},
		"list-style:square inside":                      {Marker: Bullets},
		"list-style-type:lower-alpha":                   {Marker: Numbers},
		"color:red;width:9px":                           {},
		"font-weight":                                   {},
		":":                                             {},
		"":                                              {},
	} {
		assert.Equal(t, want, a.Read(value), value)
	}
}

func TestLongAttributes(t *testing.T) {
	var a Reader
	assert.Equal(t, Style{Weight: Bold}, a.Read(strings.Repeat(" ", longestAttribute-len("font-weight:bold"))+"font-weight:bold"))
	assert.Equal(t, Style{}, a.Read(strings.Repeat(" ", longestAttribute)+"font-weight:bold"))
	assert.Less(t, a.Room(), 2*longestAttribute)
}

func TestEndsAsSaying(t *testing.T) {
	for _, name := range []string{"font-weight", "FONT-STYLE", "color:red;font", "white-space", "text-decoration", "mso-bidi-font-weight"} {
		assert.True(t, EndsAsSaying(name), name)
	}
	for _, name := range []string{"", "t", "color", "weight", "line-height", "font-size", "display"} {
		assert.False(t, EndsAsSaying(name), name)
	}
}
