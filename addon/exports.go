package main

// #include "border.generated.h"
// #include "internal/queue/job.h"
import "C"

import (
	"context"

	"tidemark/core"
	"tidemark/pool"
)

// The functions that C calls on a JavaScript thread, with asynchronous signals blocked. Each begins with a guard: a panic that
// left Go would end the process.

// tmOpenEnvironment makes what Go holds for an environment, before its first work. It returns a handle, valid until the control goroutine reads
// TM_ENV_FREED, and the number of workers: 0 in a build without async_runtime.
//
//export tmOpenEnvironment
func tmOpenEnvironment() (handle C.uintptr_t, workers C.uint32_t) {
	defer guard()
	collector.follow()
	return openEnvironment()
}

// tmStartWorkers makes what carries out asynchronous calls, once for the process.
//
//export tmStartWorkers
func tmStartWorkers() {
	defer guard()
	startWorkers()
}

//export tmConvertSync
func tmConvertSync(job *C.tm_job) {
	defer guardJob(job)
	err := pool.Shared().BlockOn(context.Background(), func(context.Context) error { return convert(job, pool.OnHostThread) })
	if err != nil {
		storeError(job, err)
	}
}

// tmDocumentSend takes a message of a document that arrives in pieces. The handle is what C knows the document by, 0 before the first.
//
//export tmDocumentSend
func tmDocumentSend(job *C.tm_job, handle *C.uintptr_t) {
	defer guardJob(job)
	err := pool.Shared().BlockOn(context.Background(), func(context.Context) error { return sendNow(job, handle) })
	if err != nil {
		storeError(job, err)
	}
}

// tmDocumentFree frees what Go holds for such a document.
//
//export tmDocumentFree
func tmDocumentFree(handle C.uintptr_t) {
	defer guard()
	freeNow(handle)
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

// tmDescribeSelector describes the selector that stands where the options of other jobs are.
//
//export tmDescribeSelector
func tmDescribeSelector(job *C.tm_job) {
	defer guardJob(job)
	described, err := core.DescribeSelector(string(options(job)))
	if err != nil {
		storeError(job, err)
		return
	}
	store(job, C.TM_OK, described)
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
