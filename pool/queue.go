//go:build async_runtime

package pool

import "sync"

// Queue is the Source for Go callers: a bounded first-in first-out channel of jobs.
//
//tidemark:crossing immutable
type Queue struct {
	jobs   chan *Job
	closed chan struct{}
	close  sync.Once
}

// NewQueue makes a queue that holds at most limit waiting jobs. A cancelled job keeps its place until a worker passes over
// it.
func NewQueue(limit int) *Queue {
	return &Queue{jobs: make(chan *Job, limit), closed: make(chan struct{})}
}

// put hands the job to the next free worker; it never waits.
func (q *Queue) put(job *Job) error {
	select {
	case <-q.closed:
		return ErrClosed
	default:
	}
	select {
	case q.jobs <- job:
		return nil
	default:
		return ErrQueueFull
	}
}

// Take waits for the next job; it returns false once the queue is closed.
//
//tidemark:blocks
func (q *Queue) Take() (*Job, bool) {
	select {
	case <-q.closed:
		return nil, false
	case job := <-q.jobs:
		return job, true
	}
}

// Close makes every Take return false. It may be called more than once.
func (q *Queue) Close() { q.close.Do(func() { close(q.closed) }) }
