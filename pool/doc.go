// Package pool runs jobs on goroutines for callers that must not wait for them.
//
// The parts, from the process down to one call:
//
//	Runtime          one per process, returned by Shared; its workers take jobs from a Source
//	Source           where jobs wait; the host brings it
//	AsyncWorkerPool  one per environment (a JavaScript thread, say): makes jobs of tasks, counts them, closes
//	Job              a Task that is run once, and told the outcome once
//	AsyncBridge      one per stream: carries its messages, which are jobs, in order and one at a time
//	Budget           bounds the memory that the work of a process takes
//	Account          what one piece of work has taken of a budget
//
// Synchronous callers use Runtime.BlockOn, which runs the work on the calling goroutine under the same guard: a panic
// becomes an error. The workers, their jobs and what brings them are behind the build tag async_runtime: a single-threaded host, such
// as WebAssembly, cannot use them.
//
// A task is cancelled by its host, which is to say so where the task looks: the pool has no contexts of its own.
//
// The package knows neither what the jobs do nor who the host is. It starts no goroutine before Start, sleeps nowhere and
// holds no lock while it waits.
package pool
