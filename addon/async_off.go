//go:build !async_runtime

package main

// #include "shim.h"
import "C"

// Without async_runtime there are no workers: submit answers that promises are unavailable, and the wrapper falls back to
// converting in place.

func openEnvironment() (C.uintptr_t, C.uint32_t) { return 0, 0 }

func environmentStats(C.uintptr_t) (completed, failed, cancelled, workers, goroutines, environments, running, bytes C.uint64_t) {
	return
}
