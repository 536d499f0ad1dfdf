//go:build async_runtime

package pool

import "context"

// Task is what a job does. It is called by one goroutine at a time.
//
//tidemark:crossing handedover
type Task interface {
	// Run does the work. It is for the task to see that it has been cancelled, and to return context.Canceled then.
	Run() error
	// Settle is told the outcome, exactly once: nil, Run's error, a *PanicError, or context.Canceled for a job that never ran.
	// The task belongs to Settle from here on; the pool does not touch it again.
	Settle(err error)
}

// Job is a task of a pool on its way to a worker.
//
//tidemark:crossing immutable
type Job struct {
	pool   *AsyncWorkerPool
	counts *counts
	task   Task         //tidemark:trusted whoever has the job has the task: a worker, or the bridge that it was left with
	bridge *AsyncBridge // nil if the job is no message
	number uint64       // of the message
}

// run does the job, or leaves it to its bridge.
func (j Job) run() {
	if j.bridge != nil {
		j.bridge.arrive(j)
		return
	}
	j.work()
}

// work does the job unless its pool was closed meanwhile.
func (j Job) work() {
	if j.pool.closed.Load() {
		j.settle(context.Canceled)
		return
	}
	j.counts.running.Add(1)
	err := protect(j.task.Run)
	j.counts.running.Add(-1)
	j.settle(err)
}

// settle counts the outcome before the task hears of it, so that whoever waits for the outcome finds the counts right.
func (j Job) settle(err error) {
	j.counts.add(err)
	_ = protect(func() error { j.task.Settle(err); return nil })
}
