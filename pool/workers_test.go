//go:build async_runtime

package pool

import (
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestStartAndStop(t *testing.T) {
	before := runtime.GOMAXPROCS(0)
	r, queue := newRuntime(), NewQueue(1)
	assert.Zero(t, r.Workers())
	r.Stop() // without workers: nothing

	require.NoError(t, r.Start(Crew{queue, 3}))
	assert.Equal(t, 3, r.Workers())
	assert.Equal(t, 4, runtime.GOMAXPROCS(0), "one processor is spare")
	assert.ErrorIs(t, r.Start(Crew{queue, 3}), ErrStarted)

	r.Stop()
	assert.Zero(t, r.Workers())
	assert.Equal(t, before, runtime.GOMAXPROCS(0))
	assert.ErrorIs(t, New(queue).Submit(1, newTask(nothing)), ErrClosed, "the queue is closed")

	require.NoError(t, r.Start(Crew{NewQueue(1), 1}), "a stopped runtime can be started again")
	r.Stop()
}

// badSource panics where the workers wait.
//
//tidemark:crossing immutable
type badSource struct{ taken chan struct{} }

func (s badSource) Take() (*Job, bool) {
	s.taken <- struct{}{}
	panic("a source that is broken")
}
func (badSource) Close() {}

func TestPanickingSourceEndsTheWorkerNotTheProcess(t *testing.T) {
	r, source := newRuntime(), badSource{taken: make(chan struct{})}
	require.NoError(t, r.Start(Crew{source, 2}))
	<-source.taken
	<-source.taken
	r.Stop()
}
