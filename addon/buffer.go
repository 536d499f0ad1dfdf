package main

import "sync"

// buffer is a worker's memory for one job: it crosses from job to job through a sync.Pool, one owner at a time.
//
//tidemark:crossing handedover
type buffer struct {
	document []byte
	markdown []byte
	call     call
}

// largestKept is the largest buffer that is kept for the next job, in bytes: one giant document must not hold its memory for
// ever.
const largestKept = 8 << 20

var bufferPool = sync.Pool{New: func() any { return new(buffer) }}

func takeBuffer() *buffer { return bufferPool.Get().(*buffer) }

func (b *buffer) give() {
	most := min(largestKept, kept())
	if cap(b.markdown) > most {
		b.markdown = nil
	}
	if cap(b.document) > most {
		b.document = nil
	}
	bufferPool.Put(b)
}
