//go:build async_runtime

package pool

import (
	"context"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
)

// task is a Task made of functions that counts its settlements.
//
//tidemark:crossing handedover
type task struct {
	run     func(context.Context) error
	settled chan error
	count   atomic.Int32
}

func newTask(run func(context.Context) error) *task {
	return &task{run: run, settled: make(chan error, 8)}
}

func (t *task) Run(ctx context.Context) error { return t.run(ctx) }

func (t *task) Settle(err error) {
	t.count.Add(1)
	t.settled <- err
}

// held is a task that runs until its context ends or let is closed.
func held() (t *task, begun, let chan struct{}) {
	begun, let = make(chan struct{}), make(chan struct{})
	t = newTask(func(ctx context.Context) error {
		close(begun)
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-let:
			return nil
		}
	})
	return t, begun, let
}

func nothing(context.Context) error { return nil }

// started is a runtime with n workers and a pool on its queue; both end with the test.
func started(t *testing.T, n, limit int) (*Runtime, *AsyncWorkerPool) {
	t.Helper()
	r, queue := newRuntime(), NewQueue(limit)
	require.NoError(t, r.Start(Crew{queue, n}))
	p := New(queue)
	t.Cleanup(func() {
		p.Close()
		p.Wait()
		r.Stop()
	})
	return r, p
}
