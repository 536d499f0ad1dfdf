//go:build async_runtime

package pool

import "errors"

var (
	// ErrClosed is returned for a job that is offered to a pool after Close.
	ErrClosed = errors.New("the pool is closed")
	// ErrQueueFull is returned by Submit when the queue holds as many jobs as it may.
	ErrQueueFull = errors.New("the queue is full")
	// ErrDuplicateID is returned for a job whose id another unsettled job of the pool has.
	ErrDuplicateID = errors.New("a job with this id is in flight")
	// ErrStarted is returned by Start on a runtime that has workers.
	ErrStarted = errors.New("the runtime has workers already")
)
