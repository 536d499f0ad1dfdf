package pool

import (
	"testing"

	"go.uber.org/goleak"
)

// Every goroutine that a test makes must have ended with it.
func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }
