//go:build wasip1

package main

import (
	"math"
	"runtime/debug"
)

// leastHeap is up to where nothing is collected, in bytes: an engine that converts documents of usual sizes makes next to no garbage.
const leastHeap = 64 << 20

// heap is up to where nothing is collected now, and held what all calls hold.
var heap, held = leastHeap, 0

// Go's usual pace does not suit: it collects beside the work, on a thread of its own or in what the work leaves over. Here nothing
// runs between two calls, so it would be at it for hundreds of them, in which each pointer that is written costs more.
func init() {
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(leastHeap)
}

// follow leaves large documents room for what they hold and as much garbage, so that they are not collected all the time.
func follow(change int) {
	held += change
	if wanted := leastHeap + 2*held; wanted > heap || wanted < heap/4 {
		heap = min(leastHeap+3*held, math.MaxUint32/8*7)
		debug.SetMemoryLimit(int64(heap))
	}
}
