package main

import "sync"

// buffers is a worker's memory for one job: it crosses from job to job through a sync.Pool, one owner at a time.
//
//tidemark:crossing handedover
type buffers struct {
	input    []byte // the document as UTF-8
	markdown []byte
}

// keptBuffer is the largest buffer that is kept for the next job, in bytes: one giant document must not hold its memory for
// ever.
const keptBuffer = 8 << 20

var bufferPool = sync.Pool{New: func() any { return new(buffers) }}

func takeBuffers() *buffers { return bufferPool.Get().(*buffers) }

func (b *buffers) give() {
	if cap(b.input) > keptBuffer {
		b.input = nil
	}
	if cap(b.markdown) > keptBuffer {
		b.markdown = nil
	}
	bufferPool.Put(b)
}
