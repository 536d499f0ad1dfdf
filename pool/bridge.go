//go:build async_runtime

package pool

import "sync"

// AsyncBridge carries work that goes on for long, such as a stream, as messages. Each is a job of a pool, with a task that does
// its part and is told the outcome. They are worked off one at a time and in the order of their numbers, by whichever worker
// comes with one: between messages the work holds no goroutine, and many thousands of bridges share the workers.
//
//tidemark:crossing guarded mu
type AsyncBridge struct {
	pool *AsyncWorkerPool

	mu      sync.Mutex
	waiting map[uint64]*Job // by number: their turn has not come
	next    uint64
	busy    bool // a worker is at a message
}

// NewBridge makes a bridge whose messages are jobs of p.
func NewBridge(p *AsyncWorkerPool) *AsyncBridge {
	return &AsyncBridge{pool: p, waiting: make(map[uint64]*Job)}
}

// Admit is AsyncWorkerPool.Admit for the message of that number; the first is 0. A message whose turn does not come, since one
// before it never arrives, is to be cancelled.
//
//tidemark:crosses
func (b *AsyncBridge) Admit(id, number uint64, task Task) (*Job, error) {
	return admit(newMessage(b, id, number, task))
}

// arrive works off the message of a job if it is its turn, and those after it that wait. Where another worker is at a message,
// or an earlier one is still to arrive, it leaves the message there and returns.
func (b *AsyncBridge) arrive(message *Job) {
	b.mu.Lock()
	b.waiting[message.number] = message
	for !b.busy {
		turn := b.waiting[b.next]
		if turn == nil {
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
