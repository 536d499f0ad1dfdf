package main

// #include "internal/queue/result.h"
//
// #cgo noescape tm_job_may_again
// #cgo nocallback tm_job_may_again
// #cgo noescape tm_job_drop_document
// #cgo nocallback tm_job_drop_document
// #cgo noescape tm_job_drop_result
// #cgo nocallback tm_job_drop_result
import "C"

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"tidemark/core"
	"tidemark/pool"
)

// call is the context of a conversion: it ends when the JavaScript thread sets the flag of the job, and has the memory of the conversion
// counted. It is a part of the worker's buffer, since it would take an allocation of its own.
//
//tidemark:crossing handedover
type call struct {
	job     *C.tm_job
	account pool.Account
}

var _ core.Memory = (*call)(nil)

func (c *call) begin(job *C.tm_job, kind pool.AccountKind) {
	c.job = job
	c.account.Open(budget, kind)
}

func (c *call) end() {
	c.account.Close()
	c.job = nil
}

// giveWay gives everything back, what has been written of the outcome included, and waits until no other conversion goes on.
func (c *call) giveWay() error {
	C.tm_job_drop_result(c.job)
	c.account.Close()
	return c.account.Alone(c)
}

// makeRoom takes memory for the outcome. Where there is none the document goes first: unless the job can be done again, for which it is
// needed.
func (c *call) makeRoom(bytes int, job *C.tm_job) error {
	err := c.Take(bytes)
	if errors.Is(err, pool.ErrOverBudget) && !bool(C.tm_job_may_again(job)) {
		C.tm_job_drop_document(job)
		err = c.Take(bytes)
	}
	if errors.Is(err, pool.ErrGiveWay) {
		if err = c.giveWay(); err == nil {
			err = c.Take(bytes)
		}
	}
	return err
}

// pause ends a message of a stream, which keeps what it has.
func (c *call) pause() {
	c.account.Pause()
	c.job = nil
}

// Err looks at the flag of the job; pairs with tm_cancel and tm_slots_cancel.
func (c *call) Err() error {
	if cancelled(c.job) {
		return context.Canceled
	}
	return nil
}

func cancelled(job *C.tm_job) bool { return atomic.LoadUint32((*uint32)(&job.cancelled)) != 0 }

// Done returns nil: work looks at Err now and then, and what waits for memory is woken to do so.
func (c *call) Done() <-chan struct{} { return nil }

// Deadline returns none: timeouts are JavaScript's.
func (c *call) Deadline() (time.Time, bool) { return time.Time{}, false }

// Value returns nil.
func (c *call) Value(any) any { return nil }

// Take takes memory of the budget of the process.
//
//tidemark:blocks
func (c *call) Take(bytes int) error {
	collector.follow()
	return c.account.Take(c, int64(bytes))
}

// Keeps is how much memory may lie idle in each worker.
func (c *call) Keeps() int { return kept() }

// Give gives memory back.
func (c *call) Give(bytes int) { c.account.Give(int64(bytes)) }
