package fault_test

import (
	"runtime/debug"
	"testing"

	"github.com/stretchr/testify/assert"

	"tidemark/internal/fault"
)

func TestMessageNamesTheFunctionThatPanicked(t *testing.T) {
	defer func() {
		value := recover()
		assert.Equal(t, "Converting failed inside the engine (ebb in tidemark/internal/fault_test.panics); please report it with the document.",
			fault.Message(value, debug.Stack()))
	}()
	panics()
}

//go:noinline
func panics() { panic("ebb") }

func TestMessageWithoutStack(t *testing.T) {
	assert.Equal(t, "Converting failed inside the engine (ebb); please report it with the document.", fault.Message("ebb", nil))
}
