//go:build async_runtime

package pool

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
)

// task is a Task made of functions that counts its settlements.
//
//tidemark:crossing handedover
type task struct {
	run     func() error
	settled chan error
	count   atomic.Int32
}

func newTask(run func() error) *task {
	return &task{run: run, settled: make(chan error, 8)}
}

func (t *task) Run() error { return t.run() }

func (t *task) Settle(err error) {
	t.count.Add(1)
	t.settled <- err
}

// held returns a task that runs until let is closed.
func held() (t *task, begun, let chan struct{}) {
	begun, let = make(chan struct{}), make(chan struct{})
	t = newTask(func() error {
		close(begun)
		<-let
		return nil
	})
	return t, begun, let
}

func nothing() error { return nil }

func cancelled() error { return context.Canceled }

// queue is a Source that waits as a channel does.
type queue chan Job

func (q queue) Take() (Job, bool) { job, ok := <-q; return job, ok }

// started returns a queue with n workers, which end with the test.
func started(t *testing.T, n int) queue {
	t.Helper()
	before := runtime.GOMAXPROCS(0)
	q := make(queue, 1<<14)
	require.NoError(t, new(Runtime).Start(Crew{q, n}))
	t.Cleanup(func() {
		close(q)
		runtime.GOMAXPROCS(before)
	})
	return q
}

// waitFor returns a task that tells a group when it is settled.
func waitFor(group *sync.WaitGroup, run func() error) *counted {
	group.Add(1)
	return &counted{newTask(run), group}
}

type counted struct {
	*task
	group *sync.WaitGroup
}

func (c *counted) Settle(err error) {
	c.task.Settle(err)
	c.group.Done()
}
