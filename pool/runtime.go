package pool

import (
	"context"
	"sync"
)

// Runtime is what all environments of a process share. Its zero value is not usable; see Shared.
type Runtime struct {
	workers workers // empty without the build tag async_runtime
}

// shared is made on first use and lives as long as the process: a runtime per call or per environment would pay for its
// threads again and again.
var shared = sync.OnceValue(newRuntime)

// Shared returns the one runtime of the process.
func Shared() *Runtime { return shared() }

func newRuntime() *Runtime { return &Runtime{} }

// BlockOn runs work on the calling goroutine and returns when it has ended. A panic in work is returned as a *PanicError.
// While workers run, one processor (P) is kept spare for such callers, so that they need not wait for a worker to end.
func (r *Runtime) BlockOn(ctx context.Context, work func(context.Context) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return protect(ctx, work)
}
