//go:build async_runtime

package pool

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Messages of many bridges arrive in any order and from many workers: each bridge sees its own in order, one at a time.
func TestBridgeKeepsOrder(t *testing.T) {
	const bridges, messages = 50, 200
	q, p := started(t, 4), New()
	var seen [bridges][]uint64 // written by one worker at a time; the race detector looks
	var settled sync.WaitGroup
	all := make([]*AsyncBridge, bridges)
	for i := range all {
		all[i] = NewBridge(p)
	}
	for _, i := range rand.New(rand.NewPCG(1, 2)).Perm(bridges * messages) {
		bridge, number := i%bridges, uint64(i/bridges)
		q <- all[bridge].Admit(uint64(i), number, waitFor(&settled, func() error {
			seen[bridge] = append(seen[bridge], number)
			return nil
		}))
	}
	settled.Wait()
	for i := range seen {
		require.Len(t, seen[i], messages)
		for number, got := range seen[i] {
			require.Equal(t, uint64(number), got)
		}
		all[i].Close()
	}
	assert.Equal(t, Stats{Completed: bridges * messages}, p.Stats())
	p.mu.Lock()
	defer p.mu.Unlock()
	assert.Empty(t, p.bridges)
}

// A message that waits for its turn holds no worker, and is settled when the pool is closed.
func TestBridgeWaitsWithoutAWorker(t *testing.T) {
	q, p := started(t, 1), New()
	b := NewBridge(p)
	defer b.Close()
	second, other := newTask(nothing), newTask(nothing)
	q <- b.Admit(2, 1, second)
	q <- p.Admit(3, other)
	require.NoError(t, <-other.settled, "the only worker went on")
	assert.Equal(t, Stats{Completed: 1}, p.Stats())
	p.Close()
	assert.ErrorIs(t, <-second.settled, context.Canceled)
	assert.EqualValues(t, 1, second.count.Load())
}

// A message that fails, panics or is cancelled does not keep those after it from their turn.
func TestBridgeGoesOn(t *testing.T) {
	q, p := started(t, 2), New()
	b := NewBridge(p)
	defer b.Close()
	tasks := []*task{
		newTask(func() error { panic("a") }),
		newTask(func() error { return fmt.Errorf("b") }),
		newTask(cancelled),
		newTask(nothing),
	}
	for i, task := range tasks {
		q <- b.Admit(uint64(i), uint64(i), task)
	}
	var panicked *PanicError
	assert.ErrorAs(t, <-tasks[0].settled, &panicked)
	assert.EqualError(t, <-tasks[1].settled, "b")
	assert.ErrorIs(t, <-tasks[2].settled, context.Canceled)
	assert.NoError(t, <-tasks[3].settled)
}

func TestBridgeOfAClosedPool(t *testing.T) {
	q, p := started(t, 1), New()
	before := NewBridge(p)
	p.Close()
	for _, b := range []*AsyncBridge{before, NewBridge(p)} {
		second := newTask(nothing)
		q <- b.Admit(1, 1, second)
		assert.ErrorIs(t, <-second.settled, context.Canceled)
		b.Close()
	}
	assert.Equal(t, Stats{Cancelled: 2}, p.Stats())
}

// The worker of a message closes the pool under it: what waits is settled, and so is what comes.
func TestPoolClosedDuringAMessage(t *testing.T) {
	q, p := started(t, 2), New()
	b := NewBridge(p)
	defer b.Close()
	first, begun, let := held()
	second, third := newTask(nothing), newTask(nothing)
	q <- b.Admit(0, 0, first)
	<-begun
	q <- b.Admit(1, 1, second)
	p.Close()
	assert.ErrorIs(t, <-second.settled, context.Canceled)
	close(let)
	assert.NoError(t, <-first.settled)
	q <- b.Admit(2, 2, third)
	assert.ErrorIs(t, <-third.settled, context.Canceled)
}
