//go:build !async_runtime

package main

// #include "border.generated.h"
import "C"

// Without async_runtime there are no workers: submit answers that promises are unavailable, and the wrapper falls back to
// converting in place.

func openEnvironment() (C.uintptr_t, C.uint32_t) { return 0, 0 }

func startWorkers() {}

func environmentStats(C.uintptr_t) (none C.tm_go_stats) { return }
