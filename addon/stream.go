//go:build async_runtime

package main

// #include "internal/queue/stream.h"
import "C"

import (
	"runtime/cgo"
	"sync/atomic"
	"unsafe"

	"tidemark/pool"
)

// stream is a document whose messages are worked off by its bridge, which sees to it that one worker at a time has it. While its rules
// are being answered no message is there, and no worker has it.
//
//tidemark:crossing handedover
type stream struct {
	document
	bridge *pool.AsyncBridge
}

// streamOf returns what Go knows a stream by, which its first message makes. Workers that make it at the same time agree on one.
func streamOf(s *C.tm_stream, environment *pool.AsyncWorkerPool) *stream {
	place := (*uintptr)(unsafe.Pointer(&s.handle))
	if atomic.LoadUintptr(place) == 0 {
		made := &stream{bridge: pool.NewBridge(environment)}
		made.open(pool.GoesOn)
		handle := cgo.NewHandle(made)
		if !atomic.CompareAndSwapUintptr(place, 0, uintptr(handle)) {
			handle.Delete()
			made.bridge.Close()
		}
	}
	return cgo.Handle(atomic.LoadUintptr(place)).Value().(*stream)
}

// freeStream frees what Go holds for a stream, when no message of it is left.
func freeStream(handle C.uintptr_t) {
	h := cgo.Handle(handle)
	s := h.Value().(*stream)
	s.free()
	s.bridge.Close()
	h.Delete()
}
