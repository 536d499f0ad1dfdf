package ascii

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAfterSpace(t *testing.T) {
	for _, space := range []string{"", " ", "\n", "\n\t\t", " \f\r\n", strings.Repeat(" ", 7), strings.Repeat(" ", 8), "\n" + strings.Repeat(" ", 30), strings.Repeat("\t \n", 9)} {
		for _, rest := range []string{"", "x", "\v", "\x00", "\u00a0", "words after it", "x        "} {
			for _, before := range []string{"", "ab"} {
				s := before + space + rest
				assert.Equal(t, len(before)+len(space), AfterSpace(s, len(before)), "%q", s)
			}
		}
	}
}
