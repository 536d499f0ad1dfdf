//go:build async_runtime

package pool

import (
	"context"
	"sync/atomic"
)

// Task is what a job does. Both methods are called from a worker, except that Settle of a job cancelled while it waited is
// called by the canceller.
//
//tidemark:crossing handedover
type Task interface {
	// Run does the work. Its ctx is cancelled by AsyncWorkerPool.Cancel and AsyncWorkerPool.Close.
	Run(ctx context.Context) error
	// Settle is told the outcome, exactly once: nil, Run's error, a *PanicError, or context.Canceled for a job that never ran.
	// The task belongs to Settle from here on; the pool does not touch it again.
	Settle(err error)
}

// The states of a job. Each change is one compare-and-swap, so that of a worker and a canceller exactly one wins.
const (
	stateQueued uint32 = iota
	stateRunning
	stateSettled
)

// Job is one admitted task.
//
//tidemark:crossing immutable
type Job struct {
	id     uint64
	bridge *AsyncBridge    // nil if the job is no message
	number uint64          // of the message
	share  *share          // of the pool
	task   Task            //tidemark:trusted only whoever wins the compare-and-swap on state calls it
	ctx    context.Context // own
	own    jobContext
	state  atomic.Uint32
}

func newJob(pool *AsyncWorkerPool, id uint64, task Task) *Job {
	job := &Job{id: id, share: pool.shareOf(id), task: task}
	job.ctx = &job.own
	return job
}

func newMessage(bridge *AsyncBridge, id, number uint64, task Task) *Job {
	job := &Job{id: id, bridge: bridge, number: number, share: bridge.pool.shareOf(id), task: task}
	job.ctx = &job.own
	return job
}

// run does the job, or leaves it to its bridge.
func (j *Job) run() {
	if j.bridge != nil {
		j.bridge.arrive(j)
		return
	}
	j.work()
}

// work does the job unless it was cancelled while it waited.
func (j *Job) work() {
	if !j.state.CompareAndSwap(stateQueued, stateRunning) {
		return
	}
	j.share.running.Add(1) // pairs with the subtraction in settled
	err := protect(j.ctx, j.task.Run)
	j.state.Store(stateSettled) // only the worker leaves stateRunning
	j.settle(err, true)
}

// abort cancels the job's context and settles it if no worker has begun it.
func (j *Job) abort() {
	j.own.cancel()
	if j.state.CompareAndSwap(stateQueued, stateSettled) {
		j.settle(context.Canceled, false)
	}
}

// withdraw takes back a job that no queue took; its task is not settled.
func (j *Job) withdraw() bool {
	j.own.cancel()
	return j.state.CompareAndSwap(stateQueued, stateSettled)
}

// settle is reached once per job: by whoever moved the state to stateSettled. The counters change before the task hears of
// it, so that whoever waits for the outcome finds them right.
func (j *Job) settle(err error, ran bool) {
	j.own.cancel() // frees the context
	j.share.settled(j, err, ran)
	_ = protect(j.ctx, func(context.Context) error { j.task.Settle(err); return nil })
	j.share.inFlight.Done() // pairs with Add in add
}
