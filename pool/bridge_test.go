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
	_, p := started(t, 4, bridges*messages)
	var seen [bridges][]uint64 // written by one worker at a time; the race detector looks
	var settled sync.WaitGroup
	order := rand.New(rand.NewPCG(1, 2)).Perm(bridges * messages)
	all := make([]*AsyncBridge, bridges)
	for i := range all {
		all[i] = NewBridge(p)
	}
	settled.Add(len(order))
	for _, i := range order {
		bridge, number := i%bridges, uint64(i/bridges)
		task := newTask(func(context.Context) error { seen[bridge] = append(seen[bridge], number); return nil })
		job, err := all[bridge].Admit(uint64(i+1), number, &counted{task, &settled})
		require.NoError(t, err)
		require.NoError(t, p.queue.put(job))
	}
	settled.Wait()
	for i := range seen {
		require.Len(t, seen[i], messages)
		for number, got := range seen[i] {
			require.Equal(t, uint64(number), got)
		}
	}
	assert.Equal(t, Stats{Completed: bridges * messages}, p.Stats())
}

// counted is a task that tells a group when it is settled.
//
//tidemark:crossing handedover
type counted struct {
	*task
	group *sync.WaitGroup
}

func (c *counted) Settle(err error) {
	c.task.Settle(err)
	c.group.Done()
}

// A message that waits for its turn holds no worker, and can be cancelled; the pool counts it as it does others.
func TestBridgeWaitsWithoutAWorker(t *testing.T) {
	_, p := started(t, 1, 10)
	b := NewBridge(p)
	second, other := newTask(nothing), newTask(nothing)
	job, err := b.Admit(2, 1, second)
	require.NoError(t, err)
	require.NoError(t, p.queue.put(job))
	require.NoError(t, p.Submit(3, other))
	require.NoError(t, <-other.settled, "the only worker went on")
	assert.Equal(t, Stats{Queued: 1, Completed: 1}, p.Stats())
	assert.True(t, p.Cancel(2))
	assert.ErrorIs(t, <-second.settled, context.Canceled)
	assert.EqualValues(t, 1, second.count.Load())
}

// A message that fails or panics does not keep those after it from their turn.
func TestBridgeGoesOn(t *testing.T) {
	_, p := started(t, 2, 10)
	b := NewBridge(p)
	tasks := []*task{
		newTask(func(context.Context) error { panic("a") }),
		newTask(func(context.Context) error { return fmt.Errorf("b") }),
		newTask(nothing),
	}
	for i, task := range tasks {
		job, err := b.Admit(uint64(i+1), uint64(i), task)
		require.NoError(t, err)
		require.NoError(t, p.queue.put(job))
	}
	var panicked *PanicError
	assert.ErrorAs(t, <-tasks[0].settled, &panicked)
	assert.EqualError(t, <-tasks[1].settled, "b")
	assert.NoError(t, <-tasks[2].settled)
}

func TestBridgeOfAClosedPool(t *testing.T) {
	_, p := started(t, 1, 10)
	b := NewBridge(p)
	p.Close()
	_, err := b.Admit(1, 0, newTask(nothing))
	assert.ErrorIs(t, err, ErrClosed)
}
