//go:build async_runtime

package pool

import (
	"context"
	"sync/atomic"
	"time"
)

// jobContext is the context of a job, and part of it, so that it costs no memory of its own. Work that looks at Err now and then
// needs no more than the flag; whoever asks for Done, or derives a context, gets those of one of the standard library's, which
// is made then.
//
//tidemark:crossing immutable
type jobContext struct {
	cancelled atomic.Bool
	standard  atomic.Pointer[standardContext] // nil until somebody asks
}

// standardContext is a context of the standard library with the function that cancels it.
//
//tidemark:crossing immutable
type standardContext struct {
	context.Context
	cancel context.CancelFunc
}

// cancel may be called more than once. The flag is set before the look at standard, and asked sets standard before it looks at
// the flag: one of the two sees the other.
func (c *jobContext) cancel() {
	if c.cancelled.Swap(true) {
		return
	}
	if made := c.standard.Load(); made != nil {
		made.cancel()
	}
}

func (c *jobContext) asked() *standardContext {
	if made := c.standard.Load(); made != nil {
		return made
	}
	made := &standardContext{}
	made.Context, made.cancel = context.WithCancel(context.Background())
	if !c.standard.CompareAndSwap(nil, made) {
		made.cancel()
		return c.standard.Load()
	}
	if c.cancelled.Load() {
		made.cancel()
	}
	return made
}

// Err is that of the standard context if there is one, so that it does not come before Done.
func (c *jobContext) Err() error {
	if !c.cancelled.Load() {
		return nil
	}
	if made := c.standard.Load(); made != nil {
		made.cancel()
	}
	return context.Canceled
}

// Done is that of the standard context.
//
//tidemark:recurses once: no standard context is made of this one
func (c *jobContext) Done() <-chan struct{} { return c.asked().Done() }

// Value lets context.Cause and the functions that derive contexts find the standard one behind this.
//
//tidemark:recurses once: no standard context is made of this one
func (c *jobContext) Value(key any) any { return c.asked().Value(key) }

func (c *jobContext) Deadline() (time.Time, bool) { return time.Time{}, false }
