//go:build async_runtime

package pool

import (
	"context"
	"errors"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
)

// AsyncWorkerPool is one environment's share of the runtime: it makes jobs of tasks, counts them, and ends what waits for nothing
// when it is closed. Its methods may be called from any goroutine.
//
//tidemark:crossing guarded mu
type AsyncWorkerPool struct {
	closed atomic.Bool
	counts [8]*counts // of every eighth job, so that workers seldom write to the same

	mu      sync.Mutex
	bridges map[*AsyncBridge]struct{} // nil once the pool is closed
}

// counts are those of some jobs of a pool.
//
//tidemark:crossing immutable
type counts struct {
	running                      atomic.Int64
	completed, failed, cancelled atomic.Uint64
	_                            [32]byte // the rest of a line of the processor's caches
}

// Stats counts the jobs of a pool that workers have begun, or ended.
type Stats struct {
	Running                      int
	Completed, Failed, Cancelled uint64
}

// New returns an open pool.
func New() *AsyncWorkerPool {
	p := &AsyncWorkerPool{bridges: make(map[*AsyncBridge]struct{})}
	for i := range p.counts {
		p.counts[i] = new(counts)
	}
	return p
}

// Admit makes a job of a task, for a Source's Take to hand to a worker. Jobs with ids in sequence are counted apart.
//
//tidemark:crosses
func (p *AsyncWorkerPool) Admit(id uint64, task Task) Job {
	return Job{pool: p, counts: p.countsOf(id), task: task}
}

func (p *AsyncWorkerPool) countsOf(id uint64) *counts { return p.counts[id%uint64(len(p.counts))] }

// Close has jobs that have not begun settled with context.Canceled, when a worker comes to them, or at once if they wait in a bridge.
// Those that run go on.
func (p *AsyncWorkerPool) Close() {
	p.closed.Store(true)
	p.mu.Lock()
	bridges := slices.Collect(maps.Keys(p.bridges))
	p.bridges = nil
	p.mu.Unlock()
	for _, bridge := range bridges {
		bridge.drop()
	}
}

// enter reports whether the bridge will be dropped with the pool.
func (p *AsyncWorkerPool) enter(bridge *AsyncBridge) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bridges == nil {
		return false
	}
	p.bridges[bridge] = struct{}{}
	return true
}

func (p *AsyncWorkerPool) leave(bridge *AsyncBridge) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.bridges, bridge)
}

// Stats returns the counts of this moment.
func (p *AsyncWorkerPool) Stats() Stats {
	var stats Stats
	for _, c := range p.counts {
		stats.Running += int(c.running.Load())
		stats.Completed += c.completed.Load()
		stats.Failed += c.failed.Load()
		stats.Cancelled += c.cancelled.Load()
	}
	return stats
}

func (c *counts) add(err error) {
	switch {
	case err == nil:
		c.completed.Add(1)
	case errors.Is(err, context.Canceled):
		c.cancelled.Add(1)
	default:
		c.failed.Add(1)
	}
}
