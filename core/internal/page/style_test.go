package page

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestStyleAttributes(t *testing.T) {
	var s styles
	for value, want := range map[string]styleSaid{
		"display:none": {isRead: true, hides: true}, "DISPLAY : None": {isRead: true, hides: true}, "display:none;": {isRead: true, hides: true},
		"a:b;visibility:\thidden !important": {isRead: true, hides: true}, "font-weight:bold;display:none": {hides: true},
		"": {isRead: true}, ":": {isRead: true}, "display": {isRead: true}, "display:": {isRead: true}, "display:block": {isRead: true},
		"none:display": {isRead: true}, "overflow:hidden": {isRead: true}, "color:red": {isRead: true}, "list-style:none": {},
		"font-style : italic": {}, "mso-list:l0 level1 lfo1": {isRead: true, indents: true}, "margin:0;text-indent:-18pt": {isRead: true, indents: true},
		"-en-codeblock:true": {isRead: true, isCode: true}, "--en-codeblock: true;": {isRead: true, isCode: true}, "-en-codeblock:false": {isRead: true},
		"font:7.0pt &quot;Times New Roman&quot;": {isSpace: true},
	} {
		assert.Equal(t, want, s.read(value), value)
	}
}
