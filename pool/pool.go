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

// AsyncWorkerPool is one environment's share of the runtime: the jobs that it has in flight, which can be cancelled one by
// one or all together, and their counts. Its methods may be called from any goroutine.
//
//tidemark:crossing immutable
type AsyncWorkerPool struct {
	queue  *Queue // nil if jobs wait elsewhere and come through Admit
	shares [8]*share
}

// share holds the jobs of every eighth id, so that workers seldom meet at a lock.
//
//tidemark:crossing guarded mu
type share struct {
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
	p := &AsyncWorkerPool{queue: queue}
	for i := range p.shares {
		p.shares[i] = &share{jobs: make(map[uint64]*Job)}
	}
	return p
}

func (p *AsyncWorkerPool) shareOf(id uint64) *share { return p.shares[id%uint64(len(p.shares))] }

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
			job.share.forget(job)
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
	return admit(newJob(p, id, task))
}

func admit(job *Job) (*Job, error) {
	if err := job.share.add(job); err != nil {
		return nil, err
	}
	return job, nil
}

func (s *share) add(job *Job) error {
	s.mu.Lock()
	var err error
	switch {
	case s.closed:
		err = ErrClosed
	case s.jobs[job.id] != nil:
		err = ErrDuplicateID
	default:
		s.jobs[job.id] = job
		s.inFlight.Add(1) // pairs with Done in Job.settle and forget
	}
	s.mu.Unlock() // not deferred, which takes as long as the lock
	return err
}

// Cancel cancels the job of that id: one that waits is settled with context.Canceled before Cancel returns, one that runs
// has its context cancelled. It reports whether there was such a job.
func (p *AsyncWorkerPool) Cancel(id uint64) bool {
	s := p.shareOf(id)
	s.mu.Lock()
	job := s.jobs[id]
	s.mu.Unlock()
	if job == nil {
		return false
	}
	job.abort()
	return true
}

// Close refuses new jobs and cancels those in flight. It does not wait for the running ones: see Wait.
func (p *AsyncWorkerPool) Close() {
	var jobs []*Job
	for _, s := range p.shares {
		jobs = s.close(jobs)
	}
	for _, job := range jobs {
		job.abort()
	}
}

// close appends the jobs in flight.
func (s *share) close(jobs []*Job) []*Job {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	return slices.AppendSeq(jobs, maps.Values(s.jobs))
}

// Wait returns when a closed pool has settled its last job.
//
//tidemark:blocks
func (p *AsyncWorkerPool) Wait() {
	for _, s := range p.shares {
		s.inFlight.Wait()
	}
}

// Stats returns the counts of this moment.
func (p *AsyncWorkerPool) Stats() Stats {
	var stats Stats
	for _, s := range p.shares {
		s.addTo(&stats)
	}
	return stats
}

func (s *share) addTo(stats *Stats) {
	s.mu.Lock()
	defer s.mu.Unlock()
	running := int(s.running.Load())
	stats.Running += running
	stats.Queued += len(s.jobs) - running
	stats.Completed += s.ended.Completed
	stats.Failed += s.ended.Failed
	stats.Cancelled += s.ended.Cancelled
}

func (s *share) settled(job *Job, err error, ran bool) {
	completed := err == nil
	cancelled := !completed && errors.Is(err, context.Canceled)
	s.mu.Lock()
	delete(s.jobs, job.id)
	if ran {
		s.running.Add(-1) // pairs with the addition in Job.work
	}
	switch {
	case completed:
		s.ended.Completed++
	case cancelled:
		s.ended.Cancelled++
	default:
		s.ended.Failed++
	}
	s.mu.Unlock() // see add
}

// forget undoes Admit for a job that was withdrawn.
func (s *share) forget(job *Job) {
	s.mu.Lock()
	delete(s.jobs, job.id)
	s.mu.Unlock()
	s.inFlight.Done() // pairs with Add in add
}
