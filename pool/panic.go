package pool

import (
	"fmt"
	"runtime/debug"
)

// PanicError is a panic that was recovered while work ran.
type PanicError struct {
	Value any    // what panic was called with
	Stack []byte // the goroutine's stack at that point, as runtime/debug.Stack prints it
}

// Error names the panic's value; the stack is left to whoever reports the error.
func (e *PanicError) Error() string { return fmt.Sprintf("panic: %v", e.Value) }

// Unwrap returns the panic's value where that is an error.
func (e *PanicError) Unwrap() error {
	err, _ := e.Value.(error)
	return err
}

// protect runs work and turns a panic into a *PanicError.
func protect(work func() error) (err error) {
	defer func() {
		if value := recover(); value != nil {
			err = &PanicError{Value: value, Stack: debug.Stack()}
		}
	}()
	return work()
}
