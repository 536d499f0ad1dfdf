package main

// #include "internal/queue/job.h"
import "C"

import (
	"runtime/debug"

	"tidemark/pool"
)

// guardJob ends an export that works for a job: a panic becomes the job's outcome instead of the end of the process.
//
//tidemark:recovers
func guardJob(job *C.tm_job) {
	if value := recover(); value != nil {
		storeError(job, &pool.PanicError{Value: value, Stack: debug.Stack()})
	}
}

// guard ends an export that has nothing to report to; its results are their zero values then.
//
//tidemark:recovers
func guard() { _ = recover() }
