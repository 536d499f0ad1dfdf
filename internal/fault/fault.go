// Package fault says what a panic of the engine was, for those who carry out calls and outlive it.
package fault

import (
	"bytes"
	"fmt"
)

// Message returns the message of the error that a panic becomes. The stack is as runtime/debug.Stack prints it.
func Message(panicked any, stack []byte) string {
	return fmt.Sprintf("Converting failed inside the engine (%v%s); please report it with the document.", panicked, place(stack))
}

// place names the innermost function of this module on a stack, as " in tidemark/core/internal/html.Parse", so that a report
// helps without showing a whole stack to whoever reads the message.
func place(stack []byte) string {
	_, below, found := bytes.Cut(stack, []byte("\npanic("))
	if !found {
		return ""
	}
	for line := range bytes.Lines(below) {
		if bytes.HasPrefix(line, []byte("tidemark/")) || bytes.HasPrefix(line, []byte("main.")) {
			name, _, _ := bytes.Cut(line, []byte("("))
			return " in " + string(bytes.TrimSpace(name))
		}
	}
	return ""
}
