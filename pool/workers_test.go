//go:build async_runtime

package pool

import (
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestStart(t *testing.T) {
	before := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(before)
	r, one, two := new(Runtime), make(queue), make(queue)
	defer close(one)
	defer close(two)
	require.NoError(t, r.Start(Crew{one, 2}, Crew{two, 1}))
	assert.Equal(t, 4, runtime.GOMAXPROCS(0), "one processor is spare")
	assert.ErrorIs(t, r.Start(Crew{one, 3}), ErrStarted)

	p := New()
	for _, source := range []queue{one, two} {
		job := newTask(nothing)
		source <- p.Admit(1, job)
		assert.NoError(t, <-job.settled)
	}
}

// badSource panics where the workers wait.
type badSource chan struct{}

func (s badSource) Take() (Job, bool) {
	s <- struct{}{}
	panic("a source that is broken")
}

func TestPanickingSourceEndsTheWorkerNotTheProcess(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	source := make(badSource)
	require.NoError(t, new(Runtime).Start(Crew{source, 2}))
	<-source
	<-source
}
