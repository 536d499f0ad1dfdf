package style

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAttributes(t *testing.T) {
	var a Attributes
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
		for range 2 { // read, and known again
			assert.Equal(t, want, a.Read(value), value)
		}
	}
}

func TestAttributesThatAreLong(t *testing.T) {
	var a Attributes
	for _, n := range []int{longestKnown, longestAttribute} {
		assert.Equal(t, Style{Weight: Bold}, a.Read(strings.Repeat(" ", n-len("font-weight:bold"))+"font-weight:bold"), n)
	}
	assert.Equal(t, Style{}, a.Read(strings.Repeat(" ", longestAttribute)+"font-weight:bold"))
	assert.Less(t, a.Room(), 2*longestAttribute)
}

func TestKnownAttributesAreNotReadAgain(t *testing.T) {
	var a Attributes
	value := "color:red;font-weight:bold"
	a.Read(value)
	assert.Zero(t, testing.AllocsPerRun(10, func() { a.Read(value) }))
	assert.Zero(t, testing.AllocsPerRun(10, func() { a.Read("width:100px;color:#fff;text-align:center;line-height:1.5") }))
}
