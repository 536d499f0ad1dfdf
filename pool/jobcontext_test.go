//go:build async_runtime

package pool

import (
	"context"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestContextOfAJob(t *testing.T) {
	type key struct{}
	var c jobContext
	child, cancel := context.WithCancel(context.WithValue(&c, key{}, "value"))
	defer cancel()
	_, limited := child.Deadline()
	assert.False(t, limited)
	assert.NoError(t, c.Err())
	assert.NoError(t, child.Err())
	assert.NoError(t, context.Cause(&c))
	assert.Equal(t, "value", child.Value(key{}))
	assert.Nil(t, c.Value(key{}))

	c.cancel()
	c.cancel()
	assert.Equal(t, context.Canceled, c.Err())
	<-c.Done()
	assert.Equal(t, context.Canceled, child.Err(), "before cancel returns, and without a goroutine")
	assert.Equal(t, context.Canceled, context.Cause(child))
}

func TestContextThatWasCancelledBeforeItWasAsked(t *testing.T) {
	var c jobContext
	c.cancel()
	assert.Equal(t, context.Canceled, c.Err())
	<-c.Done()
	child, cancel := context.WithCancel(&c)
	defer cancel()
	assert.Equal(t, context.Canceled, child.Err())
	assert.Equal(t, context.Canceled, context.Cause(&c))
}

// Whoever asks while others ask and cancel gets the one channel, and it is closed.
func TestContextAskedAndCancelledAtOnce(t *testing.T) {
	for range 200 {
		var c jobContext
		var all sync.WaitGroup
		var channels [4]<-chan struct{}
		for i := range channels {
			all.Go(func() { channels[i] = c.Done() })
		}
		all.Go(c.cancel)
		all.Wait()
		for _, channel := range channels {
			<-channel
			require.Equal(t, channels[0], channel)
		}
		require.Equal(t, context.Canceled, c.Err())
	}
}

func TestAJobOfNothingCostsOneAllocation(t *testing.T) {
	p, task := New(nil), &onlyLooks{}
	id := uint64(0)
	assert.Equal(t, 1.0, testing.AllocsPerRun(100, func() {
		id++
		job, _ := p.Admit(id, task)
		job.run()
	}))
}

// onlyLooks asks no more of its context than the engine does.
//
//tidemark:crossing handedover
type onlyLooks struct{}

func (*onlyLooks) Run(ctx context.Context) error { return ctx.Err() }
func (*onlyLooks) Settle(error)                  {}
