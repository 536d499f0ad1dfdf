package pool

import (
	"context"
	"sync/atomic"
)

// Runtime is what all environments of a process share. Its zero value has no workers; see Shared.
//
//tidemark:crossing immutable
type Runtime struct {
	started atomic.Bool
}

// A runtime per call or per environment would pay for its threads again and again.
var shared Runtime

// Shared returns the one runtime of the process, which lives as long.
func Shared() *Runtime { return &shared }

// BlockOn runs work on the calling goroutine and returns when it has ended. A panic in work is returned as a *PanicError.
// While workers run, one processor (P) is kept spare for such callers, so that they need not wait for a worker to end.
func (r *Runtime) BlockOn(ctx context.Context, work func(context.Context) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return protect(func() error { return work(ctx) })
}
