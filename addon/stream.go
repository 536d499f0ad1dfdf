//go:build async_runtime

package main

// #include "internal/queue/job.h"
// #include "internal/queue/stream.h"
import "C"

import (
	"runtime/cgo"
	"sync/atomic"
	"unsafe"

	"tidemark/core"
	"tidemark/pool"
)

// stream is a document that arrives in pieces. Its bridge sees to it that one worker at a time has it.
//
//tidemark:crossing handedover
type stream struct {
	bridge   *pool.AsyncBridge
	document *core.Stream // nil before the first message
	call     call
	markdown markdownBuffer
}

// markdownBuffer collects the Markdown of a message.
//
//tidemark:crossing handedover
type markdownBuffer struct{ bytes []byte }

func (b *markdownBuffer) Write(p []byte) (int, error) {
	b.bytes = append(b.bytes, p...)
	return len(p), nil
}

// streamOf returns what Go knows a stream by, which its first message makes. Workers that make it at the same time agree on one.
func streamOf(s *C.tm_stream, environment *pool.AsyncWorkerPool) *stream {
	place := (*uintptr)(unsafe.Pointer(&s.handle))
	if atomic.LoadUintptr(place) == 0 {
		made := &stream{bridge: pool.NewBridge(environment)}
		made.call.account.Open(budget, pool.GoesOn)
		handle := cgo.NewHandle(made)
		if !atomic.CompareAndSwapUintptr(place, 0, uintptr(handle)) {
			handle.Delete()
			made.bridge.Close()
		}
	}
	return cgo.Handle(atomic.LoadUintptr(place)).Value().(*stream)
}

// take converts the next piece: the outcome is the Markdown that is certain then. Of a stream that has failed each message fails.
func (s *stream) take(job *C.tm_job) error {
	s.call.job = job
	defer s.call.pause()
	if s.document == nil {
		converter, err := compiled.Get(options(job))
		if err != nil {
			return err
		}
		s.document = converter.Stream(&s.call, &s.markdown)
	}
	buffer := takeBuffer()
	s.markdown.bytes = buffer.markdown[:0]
	err := s.write(job, buffer)
	buffer.markdown, s.markdown.bytes = s.markdown.bytes, nil
	if err == nil {
		store(job, C.TM_OK, buffer.markdown)
	}
	buffer.give()
	return err
}

func (s *stream) write(job *C.tm_job, buffer *buffer) error {
	var err error
	switch {
	case job.document_length == 0:
	case job.kind == C.TM_BYTES:
		_, err = s.document.Write(documentOf(job))
	case job.kind == C.TM_UNITS:
		for piece := range buffer.decoded(job) {
			if _, err = s.document.WriteText(piece); err != nil {
				break
			}
		}
	default:
		_, err = s.document.WriteText(documentOf(job))
	}
	if err == nil && bool(job.last) {
		err = s.document.Close()
	}
	return err
}

// freeStream frees what Go holds for a stream, when no message of it is left.
func freeStream(handle C.uintptr_t) {
	h := cgo.Handle(handle)
	s := h.Value().(*stream)
	if s.document != nil {
		s.document.Abort()
	}
	s.bridge.Close()
	s.call.account.Close()
	h.Delete()
}
