//go:build async_runtime

package pool

import (
	"errors"
	"runtime"
)

// ErrStarted is returned by Start on a runtime that has workers.
var ErrStarted = errors.New("the runtime has workers already")

// Source is where workers take their jobs from. Its method is called from many goroutines at once.
//
//tidemark:crossing immutable
type Source interface {
	// Take waits for the next job. It returns false when there will be none, and then the worker ends.
	//
	//tidemark:blocks
	Take() (Job, bool)
}

// Crew is so many workers that take jobs from one source.
//
//tidemark:crossing immutable
type Crew struct {
	Source  Source
	Workers int
}

// Start makes the workers of the crews. It returns ErrStarted if there are workers already.
// GOMAXPROCS is set to one more than all of them: with every worker busy, the spare processor is what a BlockOn caller, or a
// goroutine that serves the host, gets at once instead of after a worker's time slice of 10 ms.
//
//tidemark:spawns each worker ends with its source
func (r *Runtime) Start(crews ...Crew) error {
	if !r.started.CompareAndSwap(false, true) {
		return ErrStarted
	}
	runtime.GOMAXPROCS(count(crews) + 1)
	for _, crew := range crews {
		for range crew.Workers {
			go work(crew.Source)
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

// work is one worker. Job.run recovers from whatever the job's task does; the guard here is for a Source that panics, which
// then costs one worker instead of the process.
func work(source Source) {
	defer guard()
	for isNew := true; ; isNew = false {
		job, ok := source.Take()
		if !ok {
			return
		}
		if isNew {
			growStack()
		}
		job.run()
	}
}

//tidemark:recovers
func guard() { _ = recover() }

// growStack makes the stack of a worker as large as jobs mostly need it: when the first has come, so that a worker that never has one keeps a small
// stack, and at once, while there is little on it. Where it grows within a job the runtime reads tables of all functions that are on it, and for each
// of them the system maps a part of the library.
//
//go:noinline
func growStack() {
	var room [15 << 10]byte
	touch(&room)
}

//go:noinline
func touch(*[15 << 10]byte) {}
