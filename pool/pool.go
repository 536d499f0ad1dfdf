//go:build async_runtime

package pool

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
)

// AsyncWorkerPool is one environment's share of the runtime: the jobs that it has in flight, which can be cancelled one by
// one or all together, and their counts. Its methods may be called from any goroutine.
//
//tidemark:crossing guarded mu
type AsyncWorkerPool struct {
	queue    *Queue // nil if jobs wait elsewhere and come through Admit
	inFlight sync.WaitGroup
	running  atomic.Int64 // of jobs; written apart from mu, but never more than jobs holds

	mu     sync.Mutex
	jobs   map[uint64]*Job // queued or running
	closed bool
	ended  Stats // without Queued and Running
}

// Stats counts the jobs of a pool. Every admitted job is in exactly one of the five.
type Stats struct {
	Queued, Running              int
	Completed, Failed, Cancelled uint64
}

// New makes a pool whose Submit puts jobs on queue. With a nil queue jobs enter by Admit alone.
func New(queue *Queue) *AsyncWorkerPool {
	return &AsyncWorkerPool{queue: queue, jobs: make(map[uint64]*Job)}
}

// Submit queues task under an id that no other unsettled job of the pool has. It never waits: with a full queue it returns
// ErrQueueFull, after Close ErrClosed, and then the task is not settled.
//
//tidemark:crosses
func (p *AsyncWorkerPool) Submit(id uint64, task Task) error {
	job, err := p.Admit(id, task)
	if err != nil {
		return err
	}
	if err := p.queue.put(job); err != nil {
		if job.withdraw() {
			p.forget(job)
			return err
		}
	}
	return nil
}

// Admit registers a task that has waited in a queue of the host's, so that it can be cancelled, and returns the job for a
// Source's Take to hand to a worker. Its errors are Submit's, but for ErrQueueFull.
//
//tidemark:crosses
func (p *AsyncWorkerPool) Admit(id uint64, task Task) (*Job, error) {
	return p.admit(newJob(p, id, task))
}

func (p *AsyncWorkerPool) admit(job *Job) (*Job, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return nil, ErrClosed
	}
	if p.jobs[job.id] != nil {
		return nil, ErrDuplicateID
	}
	p.jobs[job.id] = job
	p.inFlight.Add(1) // pairs with Done in Job.settle and forget
	return job, nil
}

// Cancel cancels the job of that id: one that waits is settled with context.Canceled before Cancel returns, one that runs
// has its context cancelled. It reports whether there was such a job.
func (p *AsyncWorkerPool) Cancel(id uint64) bool {
	p.mu.Lock()
	job := p.jobs[id]
	p.mu.Unlock()
	if job == nil {
		return false
	}
	job.abort()
	return true
}

// Close refuses new jobs and cancels those in flight. It does not wait for the running ones: see Wait.
func (p *AsyncWorkerPool) Close() {
	p.mu.Lock()
	p.closed = true
	jobs := make([]*Job, 0, len(p.jobs))
	for _, job := range p.jobs {
		jobs = append(jobs, job)
	}
	p.mu.Unlock()
	for _, job := range jobs {
		job.abort()
	}
}

// Wait returns when a closed pool has settled its last job.
//
//tidemark:blocks
func (p *AsyncWorkerPool) Wait() { p.inFlight.Wait() }

// Stats returns the counts of this moment.
func (p *AsyncWorkerPool) Stats() Stats {
	p.mu.Lock()
	defer p.mu.Unlock()
	stats := p.ended
	stats.Running = int(p.running.Load())
	stats.Queued = len(p.jobs) - stats.Running
	return stats
}

func (p *AsyncWorkerPool) settled(job *Job, err error, ran bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.jobs, job.id)
	if ran {
		p.running.Add(-1) // pairs with the addition in Job.work
	}
	switch {
	case err == nil:
		p.ended.Completed++
	case errors.Is(err, context.Canceled):
		p.ended.Cancelled++
	default:
		p.ended.Failed++
	}
}

// forget undoes Admit for a job that was withdrawn.
func (p *AsyncWorkerPool) forget(job *Job) {
	p.mu.Lock()
	delete(p.jobs, job.id)
	p.mu.Unlock()
	p.inFlight.Done() // pairs with Add in Admit
}
