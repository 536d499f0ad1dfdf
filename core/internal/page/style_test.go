package page

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestMayHide(t *testing.T) {
	for _, style := range []string{"display:none", "DISPLAY : None", "a:b;visibility:\thidden !important", "display:none;"} {
		assert.True(t, mayHide(style), style)
		assert.True(t, hidesElement(style), style)
	}
	for _, style := range []string{"", ":", "display", "display:", "list-style:none", "display:block", "none:display", "overflow:hidden"} {
		assert.False(t, mayHide(style), style)
		assert.False(t, hidesElement(style), style)
	}
}
