package main

// #include "internal/queue/memory_limit.h"
//
// #cgo noescape tm_memory_texts
// #cgo nocallback tm_memory_texts
// #cgo noescape tm_memory_returning
// #cgo nocallback tm_memory_returning
import "C"

import (
	"math"
	"runtime/debug"
	"sync/atomic"
	"unsafe"

	"tidemark/pool"
)

// ledger is that of C, which reads the limit and what the engine has taken.
var ledger = (*pool.Ledger)(unsafe.Pointer(C.tm_memory_limit_ledger()))

// budget bounds the memory of the process.
var budget = pool.NewBudget(ledger, native{})

// native is what C holds as the host of the budget.
//
//tidemark:crossing immutable
type native struct{}

// Held returns the bytes of inputs and results, those that V8 holds among them.
func (native) Held() int64 { return int64(C.tm_memory_texts()) }

// Returning reports whether results are on their way to JavaScript.
func (native) Returning() bool { return bool(C.tm_memory_returning()) }

// collector is the garbage collector's limit, which follows that of the budget.
var collector garbage

// garbage is what the garbage collector was told last.
//
//tidemark:crossing immutable
type garbage struct{ limit atomic.Int64 }

// follow has the garbage collector run often enough that garbage does not take what the budget leaves: the limit without what C holds,
// and some for what is not counted.
func (g *garbage) follow() {
	limit, next := ledger.Limit.Load(), int64(math.MaxInt64)
	if limit > 0 {
		next = max(limit-native{}.Held(), limit/4) + uncounted(limit)
	}
	// Each change costs a look at all processors of the runtime.
	if before := g.limit.Load(); next-before > limit/16 || before-next > limit/16 || limit == 0 {
		g.limit.Store(next)
		debug.SetMemoryLimit(next)
	}
}

// kept is how much a worker may keep of each kind for its next conversion, in bytes.
func kept() int {
	if limit := ledger.Limit.Load(); limit > 0 {
		return int(min(limit/64, math.MaxInt32))
	}
	return math.MaxInt32
}

// uncounted is how much the runtime may take beside what is counted, in bytes: its own, what small documents need, and room to
// collect in.
func uncounted(limit int64) int64 { return max(16<<20, limit/8) }
