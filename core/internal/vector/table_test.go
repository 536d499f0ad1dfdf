package vector

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTableCannotHold(t *testing.T) {
	assert.Panics(t, func() { TableOf("+;") })
	assert.Panics(t, func() { TableOf("\x80") })
}
