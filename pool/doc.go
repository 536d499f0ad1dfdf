// Package pool runs jobs on goroutines for callers that must not wait for them.
//
// The parts, from the process down to one call:
//
//	Runtime          one per process, made once by Shared; its workers take jobs from a Source
//	Source           where jobs wait: Queue for Go callers, or one that a host brings along
//	AsyncWorkerPool  one per environment (a JavaScript thread, say): admits, cancels, counts, closes
//	Job              queued -> running -> settled; its Task is told the outcome exactly once
//	AsyncBridge      one per stream: carries its messages, which are jobs, in order and one at a time
//
// Synchronous callers use Runtime.BlockOn, which runs the work on the calling goroutine under the same guard: a panic
// becomes an error. Everything else is behind the build tag async_runtime; without it the package is BlockOn alone,
// which is all that a single-threaded host such as WebAssembly can use.
//
// The package knows neither what the jobs do nor who the host is. It starts no goroutine before Start, sleeps nowhere and
// holds no lock while it waits.
package pool
