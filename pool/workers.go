//go:build async_runtime

package pool

import (
	"runtime"
	"sync"
)

// Source is where workers take their jobs from. Its methods are called from many goroutines at once.
//
//tidemark:crossing immutable
type Source interface {
	// Take waits for the next job; it returns false once the source is closed.
	//
	//tidemark:blocks
	Take() (*Job, bool)
	// Close makes every Take return false. Jobs that still wait are not run.
	Close()
}

// workers are the goroutines of a Runtime that take jobs and run them.
//
//tidemark:crossing guarded mu
type workers struct {
	running sync.WaitGroup

	mu     sync.Mutex
	source Source
	count  int
	procs  int // GOMAXPROCS before Start
}

// Start makes n workers that take jobs from source until Stop. It returns ErrStarted if there are workers already.
// GOMAXPROCS is set to n+1: with all n workers busy, the spare processor is what a BlockOn caller, or a goroutine that
// cancels a job, gets at once instead of after a worker's time slice of 10 ms.
//
//tidemark:spawns each worker ends when the source is closed; Stop closes it and waits
func (r *Runtime) Start(source Source, n int) error {
	w := &r.workers
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.source != nil {
		return ErrStarted
	}
	w.source, w.count = source, n
	w.procs = runtime.GOMAXPROCS(n + 1)
	w.running.Add(n) // pairs with Done in work
	for range n {
		go w.work(source)
	}
	return nil
}

// Stop closes the source and waits until every worker has ended its job. Close the pools first: jobs that still wait in the
// source are not run. Without workers it does nothing.
func (r *Runtime) Stop() {
	w := &r.workers
	w.mu.Lock()
	source, procs := w.source, w.procs
	w.source, w.count = nil, 0
	w.mu.Unlock()
	if source == nil {
		return
	}
	source.Close()
	w.running.Wait()
	runtime.GOMAXPROCS(procs)
}

// Workers returns how many workers take jobs.
func (r *Runtime) Workers() int {
	w := &r.workers
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.count
}

// work is one worker. Job.run recovers from whatever the job's task does; the guard here is for a Source that panics, which
// then costs one worker instead of the process.
func (w *workers) work(source Source) {
	defer w.retire()
	for {
		job, ok := source.Take()
		if !ok {
			return
		}
		job.run()
	}
}

//tidemark:recovers
func (w *workers) retire() {
	_ = recover()
	w.running.Done() // pairs with Add in Start
}
