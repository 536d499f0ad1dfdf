package main

// #include "shim.h"
import "C"

import (
	"context"
	"sync/atomic"

	"tidemark/core"
	"tidemark/pool"
)

// call is the context of a conversion: it ends with the job's, or when the JavaScript thread sets the flag of the job, and has the
// memory of the conversion counted. It is a part of the worker's buffer, since it would take an allocation of its own.
//
//tidemark:crossing handedover
type call struct {
	context.Context
	job     *C.tm_job
	account pool.Account
}

var _ core.Memory = (*call)(nil)

func (c *call) begin(ctx context.Context, job *C.tm_job, kind pool.AccountKind) {
	c.Context, c.job = ctx, job
	c.account.Open(budget, kind)
}

func (c *call) end() {
	c.account.Close()
	c.Context, c.job = nil, nil
}

// pause ends a message of a stream, which keeps what it has.
func (c *call) pause() {
	c.account.Pause()
	c.Context, c.job = nil, nil
}

// Err looks at the flag of the job, too; pairs with tm_cancel. The control goroutine ends the context behind it, but where all
// processors of the machine are busy the system may let it wait for milliseconds.
func (c *call) Err() error {
	if atomic.LoadUint32((*uint32)(&c.job.cancelled)) != 0 {
		return context.Canceled
	}
	return c.Context.Err()
}

// Take takes memory of the budget of the process.
//
//tidemark:blocks
func (c *call) Take(bytes int) error {
	collector.follow()
	return c.account.Take(c.Context, int64(bytes))
}

// Give gives memory back.
func (c *call) Give(bytes int) { c.account.Give(int64(bytes)) }
