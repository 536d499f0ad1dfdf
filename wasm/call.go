//go:build wasip1

package main

import (
	"context"
	"errors"
	"time"

	"tidemark/core"
)

// hostCancelled reports whether the call has been cancelled: not 0 if so.
//
//go:wasmimport tidemark cancelled
func hostCancelled() uint32

// hostTake takes memory of the host's budget. It returns 0 if there is none.
//
//go:wasmimport tidemark take
func hostTake(kibibytes uint32) uint32

// hostGive gives memory back.
//
//go:wasmimport tidemark give
func hostGive(kibibytes uint32)

var errNoMemory = errors.New("Converting the document needs more memory than memoryLimit leaves; convert fewer or smaller documents at a time, or raise the limit.") //lint:ignore ST1005 users read it as it is

// call is the context of a conversion: it ends when the host says so, and has the memory of the conversion counted.
type call struct {
	held  int // bytes
	taken int // of the host, in kibibytes
}

var _ core.Memory = (*call)(nil)

// end gives everything back.
func (c *call) end() { c.Give(c.held) }

func (c *call) hold(bytes int) {
	c.held += bytes
	follow(bytes)
}

// Take takes memory of the host's budget.
func (c *call) Take(bytes int) error {
	c.hold(bytes)
	if more := kibibytes(c.held) - c.taken; more > 0 {
		if hostTake(uint32(more)) == 0 {
			c.hold(-bytes)
			return errNoMemory
		}
		c.taken += more
	}
	return nil
}

// Give gives memory back.
func (c *call) Give(bytes int) {
	c.hold(-bytes)
	if less := c.taken - kibibytes(c.held); less > 0 {
		hostGive(uint32(less))
		c.taken -= less
	}
}

func kibibytes(bytes int) int { return (bytes + 1<<10 - 1) >> 10 }

// Keeps is how much memory may lie idle.
func (c *call) Keeps() int { return largestKept }

// Err asks the host whether the call has been cancelled.
func (c *call) Err() error {
	if hostCancelled() != 0 {
		return context.Canceled
	}
	return nil
}

// Done returns nil: work looks at Err now and then.
func (c *call) Done() <-chan struct{} { return nil }

// Deadline returns none: timeouts are JavaScript's.
func (c *call) Deadline() (time.Time, bool) { return time.Time{}, false }

// Value returns nil.
func (c *call) Value(any) any { return nil }
