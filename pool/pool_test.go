//go:build async_runtime

package pool

import (
	"context"
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestOutcomes(t *testing.T) {
	q, p := started(t, 2), New()
	failure := errors.New("no")
	good, bad, ugly := newTask(nothing), newTask(func() error { return failure }), newTask(func() error { panic("boom") })
	aborted := newTask(cancelled)
	for i, task := range []*task{good, bad, ugly, aborted} {
		q <- p.Admit(uint64(i), task)
	}
	assert.NoError(t, <-good.settled)
	assert.Same(t, failure, <-bad.settled)
	assert.ErrorIs(t, <-aborted.settled, context.Canceled)
	var panicked *PanicError
	require.ErrorAs(t, <-ugly.settled, &panicked)
	assert.Equal(t, "boom", panicked.Value)
	assert.Equal(t, Stats{Completed: 1, Failed: 2, Cancelled: 1}, p.Stats())

	again := newTask(nothing)
	q <- p.Admit(3, again)
	assert.NoError(t, <-again.settled, "the worker lives")
}

func TestPanicInSettleDoesNotEndTheWorker(t *testing.T) {
	q, p := started(t, 1), New()
	bad, good := newTask(nothing), newTask(nothing)
	close(bad.settled) // sending to it panics
	q <- p.Admit(1, bad)
	q <- p.Admit(2, good)
	assert.NoError(t, <-good.settled)
}

func TestStatsOfWhatRuns(t *testing.T) {
	q, p := started(t, 1), New()
	job, begun, let := held()
	q <- p.Admit(7, job)
	<-begun
	assert.Equal(t, Stats{Running: 1}, p.Stats())
	close(let)
	assert.NoError(t, <-job.settled)
	assert.Equal(t, Stats{Completed: 1}, p.Stats())
}

func TestClose(t *testing.T) {
	q, p, other := started(t, 1), New(), New()
	running, begun, let := held()
	waiting := newTask(func() error { panic("ran although its pool was closed") })
	elsewhere := newTask(nothing)
	q <- p.Admit(1, running)
	<-begun
	q <- p.Admit(2, waiting)
	q <- other.Admit(2, elsewhere)

	p.Close()
	p.Close()
	close(let)
	assert.NoError(t, <-running.settled)
	assert.ErrorIs(t, <-waiting.settled, context.Canceled)
	assert.NoError(t, <-elsewhere.settled, "the pool's end does not touch another")
	assert.Equal(t, Stats{Completed: 1, Cancelled: 1}, p.Stats())
	assert.Equal(t, Stats{Completed: 1}, other.Stats())
}

// looks is a task that costs nothing.
type looks struct{}

func (*looks) Run() error   { return nil }
func (*looks) Settle(error) {}

func TestAJobCostsNoAllocation(t *testing.T) {
	p, task := New(), &looks{}
	id := uint64(0)
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		id++
		p.Admit(id, task).run()
	}))
}
