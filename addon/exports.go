package main

// #include "shim.h"
import "C"

import (
	"context"
	"math"
	"runtime/debug"

	"tidemark/pool"
)

// The functions that C calls on a JavaScript thread, with asynchronous signals blocked. Each begins with a guard: a panic that
// left Go would end the process.

// tmOpenEnvironment makes what Go holds for an environment. It returns a handle, valid until the control goroutine reads
// TM_ENV_FREED, and the number of workers: 0 in a build without async_runtime.
//
//export tmOpenEnvironment
func tmOpenEnvironment() (handle C.uintptr_t, workers C.uint32_t) {
	defer guard()
	return openEnvironment()
}

//export tmConvertSync
func tmConvertSync(job *C.tm_job) {
	defer guardJob(job)
	err := pool.Shared().BlockOn(context.Background(), func(ctx context.Context) error { return convert(ctx, job) })
	if err != nil {
		storeError(job, err)
	}
}

// tmCheckOptions leaves the job without an outcome if its options are valid.
//
//export tmCheckOptions
func tmCheckOptions(job *C.tm_job) {
	defer guardJob(job)
	if _, err := compiled.Get(options(job)); err != nil {
		storeError(job, err)
	}
}

// tmSetMemoryLimit sets the Go runtime's soft memory limit for the whole process, in bytes; 0 takes it away.
//
//export tmSetMemoryLimit
func tmSetMemoryLimit(bytes C.int64_t) {
	defer guard()
	if bytes == 0 {
		debug.SetMemoryLimit(math.MaxInt64)
		return
	}
	debug.SetMemoryLimit(int64(bytes))
}

//export tmStats
func tmStats(handle C.uintptr_t) (completed, failed, cancelled, workers, goroutines, environments, running, bytes C.uint64_t) {
	defer guard()
	return environmentStats(handle)
}
