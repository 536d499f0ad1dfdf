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

	mu    sync.Mutex
	crews []Crew
	procs int // GOMAXPROCS before Start
}

// Crew is so many workers that take jobs from one source.
//
//tidemark:crossing immutable
type Crew struct {
	Source  Source
	Workers int
}

// Start makes the workers of the crews, which take jobs until Stop. It returns ErrStarted if there are workers already.
// GOMAXPROCS is set to one more than all of them: with every worker busy, the spare processor is what a BlockOn caller, or a
// goroutine that cancels a job, gets at once instead of after a worker's time slice of 10 ms.
//
//tidemark:spawns each worker ends when its source is closed; Stop closes it and waits
func (r *Runtime) Start(crews ...Crew) error {
	w := &r.workers
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.crews != nil {
		return ErrStarted
	}
	w.crews = crews
	w.procs = runtime.GOMAXPROCS(count(crews) + 1)
	w.running.Add(count(crews)) // pairs with Done in retire
	for _, crew := range crews {
		for range crew.Workers {
			go w.work(crew.Source)
		}
	}
	return nil
}

func count(crews []Crew) int {
	workers := 0
	for _, crew := range crews {
		workers += crew.Workers
	}
	return workers
}

// Stop closes the sources and waits until every worker has ended its job. Close the pools first: jobs that still wait in a
// source are not run. Without workers it does nothing.
func (r *Runtime) Stop() {
	w := &r.workers
	w.mu.Lock()
	crews, procs := w.crews, w.procs
	w.crews = nil
	w.mu.Unlock()
	if crews == nil {
		return
	}
	for _, crew := range crews {
		crew.Source.Close()
	}
	w.running.Wait()
	runtime.GOMAXPROCS(procs)
}

// Workers returns how many workers take jobs, in all crews.
func (r *Runtime) Workers() int {
	w := &r.workers
	w.mu.Lock()
	defer w.mu.Unlock()
	return count(w.crews)
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
