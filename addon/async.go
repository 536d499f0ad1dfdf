//go:build async_runtime

package main

// #include "border.generated.h"
// #include "internal/queue/control.h"
// #include "internal/queue/queue.h"
// #include "settle.h"
// #include "watch.h"
//
// #cgo noescape tm_queue_take
// #cgo nocallback tm_queue_take
// #cgo noescape tm_queue_take_small
// #cgo nocallback tm_queue_take_small
// #cgo noescape tm_deliver
// #cgo nocallback tm_deliver
// #cgo noescape tm_control_take
// #cgo nocallback tm_control_take
// #cgo noescape tm_watch_tell
// #cgo nocallback tm_watch_tell
import "C"

import (
	"context"
	"errors"
	"runtime"
	"runtime/cgo"
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"sync/atomic"

	"tidemark/pool"
)

//tidemark:blocks C.tm_queue_take
//tidemark:blocks C.tm_queue_take_small
//tidemark:blocks C.tm_control_take

// environments counts the environments that Go holds something for.
var environments atomic.Int64

// workers is how many there are, or will be when they are needed. It is asked before they are: then Go has a processor more.
var workers = sync.OnceValue(func() int { return runtime.GOMAXPROCS(0) })

// prepare makes the control goroutine, once, and returns the number of workers.
var prepare = sync.OnceValue(prepareRuntime)

// The goroutine stays until the process ends, as workers do: the library cannot be unloaded, and while idle they wait in C and cost nothing.
//
//tidemark:spawns the control goroutine ends with the process
func prepareRuntime() C.uint32_t {
	count := C.uint32_t(workers())
	C.tm_queue_workers(count)
	go control()
	return count
}

// startWorkers makes the workers and the small-document workers, unless another environment has: a program that makes no asynchronous call needs
// no threads for them.
func startWorkers() {
	small := (workers() + workersForSmall - 1) / workersForSmall
	err := pool.Shared().Start(pool.Crew{Source: queue{}, Workers: workers()}, pool.Crew{Source: smallQueue{}, Workers: small})
	if err != nil && !errors.Is(err, pool.ErrStarted) {
		panic(err) // the calls would wait for ever
	}
}

// workersForSmall is for how many workers there is a small-document worker.
const workersForSmall = 4

func openEnvironment() (C.uintptr_t, C.uint32_t) {
	count := prepare()
	environments.Add(1) // pairs with the subtraction in obey
	return C.uintptr_t(cgo.NewHandle(pool.New())), count
}

// environment returns the pool behind a handle that C holds.
func environment(handle C.uintptr_t) *pool.AsyncWorkerPool {
	return cgo.Handle(handle).Value().(*pool.AsyncWorkerPool)
}

func environmentStats(handle C.uintptr_t) C.tm_go_stats {
	stats := environment(handle).Stats()
	return C.tm_go_stats{
		running:      C.uint64_t(stats.Running),
		completed:    C.uint64_t(stats.Completed),
		failed:       C.uint64_t(stats.Failed),
		cancelled:    C.uint64_t(stats.Cancelled),
		workers:      C.uint64_t(workers()),
		goroutines:   C.uint64_t(runtime.NumGoroutine()),
		environments: C.uint64_t(environments.Load()),
		engine_bytes: C.uint64_t(goBytes()),
	}
}

// goBytes is how much memory the Go runtime holds, which is what its soft limit is about.
func goBytes() uint64 {
	samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(samples)
	return samples[0].Value.Uint64() - samples[1].Value.Uint64()
}

// queue is the C queue as a pool.Source for workers.
//
//tidemark:crossing immutable
type queue struct{}

// Take waits in C until a job is there; pairs with tm_queue_push in tm_submit_job.
//
//tidemark:blocks
func (queue) Take() (pool.Job, bool) { return admit(C.tm_queue_take()), true }

// smallQueue is the same for small-document workers, which take those while workers are at large ones.
//
//tidemark:crossing immutable
type smallQueue struct{}

// Take waits in C until a small document waits for a worker that is at a large one.
//
//tidemark:blocks
func (smallQueue) Take() (pool.Job, bool) { return admit(C.tm_queue_take_small()), true }

func admit(taken *C.tm_job) pool.Job {
	environment, task := environment(taken.lane.handle), (*conversion)(taken)
	if taken.stream == nil {
		return environment.Admit(uint64(taken.id), task)
	}
	return streamOf(taken.stream, environment).bridge.Admit(uint64(taken.id), uint64(taken.number), task)
}

// conversion is a job of the C queue as a pool.Task, in C's memory: it costs none of Go's. It belongs to one worker from Take to
// Settle.
//
//tidemark:crossing handedover
type conversion C.tm_job

func (c *conversion) Run() error {
	job := (*C.tm_job)(c)
	switch {
	case cancelled(job):
		return context.Canceled
	case job.stream != nil:
		return streamOf(job.stream, nil).take(job)
	default:
		return convert(job, pool.Restarts)
	}
}

// Settle gives the job back to C; pairs with tm_on_wake on the JavaScript thread.
func (c *conversion) Settle(err error) {
	job := (*C.tm_job)(c)
	if err != nil {
		storeError(job, err)
	}
	C.tm_deliver(job)
}

// control obeys the messages of JavaScript threads: it is never busy, so that they arrive while all workers are.
//
//tidemark:blocks
func control() {
	defer guard()
	for {
		var message C.tm_message
		C.tm_control_take(&message)
		obey(&message)
		C.tm_watch_tell(&message)
	}
}

func obey(message *C.tm_message) {
	defer guard()
	switch message.kind {
	case C.TM_ENV_CLOSED:
		environment(message.handle).Close()
		budget.Changed() // for those that wait for memory, whose flags were set before
	case C.TM_STREAM_FREED:
		freeStream(message.handle)
	case C.TM_STREAMS_ENDED:
		collect()
	case C.TM_MEMORY_CHANGED:
		budget.Changed()
	case C.TM_ENV_FREED:
		cgo.Handle(message.handle).Delete()
		environments.Add(-1) // pairs with the addition in openEnvironment
	}
}

// collect returns the memory of streams that have ended to the system. Thousands of them can have held much, and without calls
// the garbage collector does not run for minutes. sync.Pool keeps what it has through one collection.
func collect() {
	const much = 64 << 20
	if goBytes() > much {
		runtime.GC()
		debug.FreeOSMemory()
	}
}
