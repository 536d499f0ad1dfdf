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
	_, p := started(t, 2, 8)
	failure := errors.New("no")
	good, bad, ugly := newTask(nothing), newTask(func(context.Context) error { return failure }), newTask(func(context.Context) error { panic("boom") })
	require.NoError(t, p.Submit(1, good))
	require.NoError(t, p.Submit(2, bad))
	require.NoError(t, p.Submit(3, ugly))

	assert.NoError(t, <-good.settled)
	assert.Same(t, failure, <-bad.settled)
	var panicked *PanicError
	require.ErrorAs(t, <-ugly.settled, &panicked)
	assert.Equal(t, "boom", panicked.Value)
	assert.Equal(t, Stats{Completed: 1, Failed: 2}, p.Stats())

	again := newTask(nothing)
	require.NoError(t, p.Submit(3, again), "the id is free again, and the worker lives")
	assert.NoError(t, <-again.settled)
}

func TestPanicInSettleDoesNotEndTheWorker(t *testing.T) {
	_, p := started(t, 1, 8)
	bad := newTask(nothing)
	close(bad.settled) // sending to it panics
	require.NoError(t, p.Submit(1, bad))
	good := newTask(nothing)
	require.NoError(t, p.Submit(2, good))
	assert.NoError(t, <-good.settled)
}

func TestCancelWhileRunning(t *testing.T) {
	_, p := started(t, 1, 8)
	job, begun, _ := held()
	require.NoError(t, p.Submit(7, job))
	<-begun
	assert.Equal(t, Stats{Running: 1}, p.Stats())
	assert.True(t, p.Cancel(7))
	assert.ErrorIs(t, <-job.settled, context.Canceled)
	assert.False(t, p.Cancel(7), "it is settled")
	assert.False(t, p.Cancel(8), "there never was one")
	assert.Equal(t, Stats{Cancelled: 1}, p.Stats())
}

func TestCancelWhileQueued(t *testing.T) {
	_, p := started(t, 1, 8)
	first, begun, let := held()
	require.NoError(t, p.Submit(1, first))
	<-begun
	second := newTask(func(context.Context) error { panic("ran although it was cancelled") })
	require.NoError(t, p.Submit(2, second))
	assert.Equal(t, Stats{Queued: 1, Running: 1}, p.Stats())

	assert.True(t, p.Cancel(2))
	assert.ErrorIs(t, <-second.settled, context.Canceled, "before a worker is free")
	close(let)
	assert.NoError(t, <-first.settled)
	assert.Equal(t, Stats{Completed: 1, Cancelled: 1}, p.Stats())
}

func TestRefusals(t *testing.T) {
	_, p := started(t, 1, 1)
	first, begun, let := held()
	require.NoError(t, p.Submit(1, first))
	<-begun
	second, third := newTask(nothing), newTask(nothing)
	assert.ErrorIs(t, p.Submit(1, second), ErrDuplicateID)
	require.NoError(t, p.Submit(2, second))
	assert.ErrorIs(t, p.Submit(3, third), ErrQueueFull)
	assert.Equal(t, Stats{Queued: 1, Running: 1}, p.Stats(), "a refused job leaves no trace")
	close(let)
	assert.NoError(t, <-first.settled)
	assert.NoError(t, <-second.settled)
	require.NoError(t, p.Submit(3, third))
	assert.NoError(t, <-third.settled)
	assert.EqualValues(t, 1, third.count.Load(), "the refusal did not settle it")
}

func TestClose(t *testing.T) {
	_, p := started(t, 1, 8)
	running, begun, _ := held()
	queued := newTask(nothing)
	require.NoError(t, p.Submit(1, running))
	<-begun
	require.NoError(t, p.Submit(2, queued))

	p.Close()
	assert.ErrorIs(t, p.Submit(3, newTask(nothing)), ErrClosed)
	p.Wait()
	assert.ErrorIs(t, <-running.settled, context.Canceled)
	assert.ErrorIs(t, <-queued.settled, context.Canceled)
	assert.Equal(t, Stats{Cancelled: 2}, p.Stats())
	p.Close()
	p.Wait()
}

func TestPoolsOfOneRuntimeAreApart(t *testing.T) {
	r, queue := newRuntime(), NewQueue(8)
	require.NoError(t, r.Start(Crew{queue, 2}))
	defer r.Stop()
	one, two := New(queue), New(queue)
	job, begun, let := held()
	other := newTask(nothing)
	require.NoError(t, one.Submit(1, job))
	require.NoError(t, two.Submit(1, other), "ids are the pool's own")
	<-begun
	assert.NoError(t, <-other.settled)
	two.Close()
	two.Wait()
	close(let)
	assert.NoError(t, <-job.settled, "the other pool's end does not touch it")
	one.Close()
	one.Wait()
}

// Admit is the door for jobs that have waited elsewhere.
//
//tidemark:crossing immutable
type handSource struct{ jobs chan *Job }

func (s handSource) Take() (*Job, bool) { job, ok := <-s.jobs; return job, ok }
func (s handSource) Close()             { close(s.jobs) }

func TestAdmit(t *testing.T) {
	r, source := newRuntime(), handSource{jobs: make(chan *Job)}
	require.NoError(t, r.Start(Crew{source, 1}))
	p := New(nil)
	done := newTask(nothing)
	job, err := p.Admit(1, done)
	require.NoError(t, err)
	source.jobs <- job
	assert.NoError(t, <-done.settled)

	cancelled := newTask(func(context.Context) error { panic("ran although it was cancelled") })
	job, err = p.Admit(2, cancelled)
	require.NoError(t, err)
	assert.True(t, p.Cancel(2))
	source.jobs <- job
	assert.ErrorIs(t, <-cancelled.settled, context.Canceled)

	p.Close()
	_, err = p.Admit(3, done)
	assert.ErrorIs(t, err, ErrClosed)
	p.Wait()
	r.Stop()
}
