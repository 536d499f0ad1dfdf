package main

// #include "internal/queue/job.h"
import "C"

import (
	"bytes"
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

// place names the innermost function of this module on a stack, as " in tidemark/core/internal/html.Parse", so that a report
// helps without showing a whole stack to whoever reads the message.
func place(stack []byte) string {
	_, below, found := bytes.Cut(stack, []byte("\npanic("))
	if !found {
		return ""
	}
	for line := range bytes.Lines(below) {
		if bytes.HasPrefix(line, []byte("tidemark/")) || bytes.HasPrefix(line, []byte("main.")) {
			name, _, _ := bytes.Cut(line, []byte("("))
			return " in " + string(bytes.TrimSpace(name))
		}
	}
	return ""
}
