package main

// #include "border.generated.h"
// #include "internal/queue/job.h"
import "C"

import (
	"context"

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
	err := pool.Shared().BlockOn(context.Background(), func(context.Context) error { return convert(job, pool.OnHostThread) })
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

// tmMemoryLimitChanged is called when the limit of the ledger has been set.
//
//export tmMemoryLimitChanged
func tmMemoryLimitChanged() {
	defer guard()
	collector.follow()
	budget.Changed()
}

// tmStats fills in what Go knows for stats().
//
//export tmStats
func tmStats(handle C.uintptr_t, stats *C.tm_go_stats) {
	defer guard()
	*stats = environmentStats(handle)
}
