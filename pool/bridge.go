//go:build async_runtime

package pool

import (
	"context"
	"sync"
)

// AsyncBridge carries work that goes on for long, such as a stream, as messages. Each is a job of a pool, with a task that does
// its part and is told the outcome. They are worked off one at a time and in the order of their numbers, by whichever worker
// comes with one: between messages the work holds no goroutine, and many thousands of bridges share the workers.
//
//tidemark:crossing guarded mu
type AsyncBridge struct {
	pool *AsyncWorkerPool

	mu      sync.Mutex
	waiting map[uint64]Job // by number: their turn has not come
	next    uint64
	busy    bool // a worker is at a message
	closed  bool
}

// NewBridge returns a bridge whose messages are jobs of p, to be closed after the last.
func NewBridge(p *AsyncWorkerPool) *AsyncBridge {
	b := &AsyncBridge{pool: p, waiting: make(map[uint64]Job)}
	if !p.enter(b) {
		b.closed = true // The pool may drop one that has entered by now.
	}
	return b
}

// Admit is AsyncWorkerPool.Admit for the message of that number; the first is 0. The host is to see to it that no number is left out as
// long as the pool is open: those after it would wait for ever.
//
//tidemark:crosses
func (b *AsyncBridge) Admit(id, number uint64, task Task) Job {
	return Job{pool: b.pool, counts: b.pool.countsOf(id), task: task, bridge: b, number: number}
}

// Close ends a bridge to which no more messages come.
func (b *AsyncBridge) Close() { b.pool.leave(b) }

// arrive works off a message if it is its turn, and those after it that wait. Where another worker is at a message,
// or an earlier one is still to arrive, it leaves the message there and returns.
func (b *AsyncBridge) arrive(message Job) {
	b.mu.Lock()
	if b.closed {
		b.mu.Unlock()
		message.settle(context.Canceled)
		return
	}
	b.waiting[message.number] = message
	for !b.busy {
		turn, ok := b.waiting[b.next]
		if !ok {
			break
		}
		delete(b.waiting, b.next)
		b.next++
		b.busy = true
		b.mu.Unlock()
		turn.work() // what it wrote is seen by the next message's worker, through mu
		b.mu.Lock()
		b.busy = false
	}
	b.mu.Unlock()
}

// drop settles what waits for its turn: the pool is closed, and what it waits for may never come.
func (b *AsyncBridge) drop() {
	b.mu.Lock()
	waiting := b.waiting
	b.waiting, b.closed = nil, true
	b.mu.Unlock()
	for _, message := range waiting {
		message.settle(context.Canceled)
	}
}
