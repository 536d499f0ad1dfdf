package pool

import (
	"fmt"
	"os"
	"testing"

	"go.uber.org/goleak"
)

// Every goroutine that a test makes must have ended with it. Find waits for half a second, in which a busy machine may run none of
// them; one that never ends is there after all of them.
func TestMain(m *testing.M) {
	code := m.Run()
	for tries := 100; code == 0; tries-- {
		leak := goleak.Find()
		if leak == nil {
			break
		}
		if tries == 0 {
			fmt.Fprintln(os.Stderr, leak)
			code = 1
		}
	}
	os.Exit(code)
}
