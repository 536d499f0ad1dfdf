package main

// #include "internal/queue/result.h"
//
// #cgo noescape tm_job_result_asks
// #cgo nocallback tm_job_result_asks
import "C"

import (
	"runtime/cgo"
	"unsafe"

	"tidemark/core"
	"tidemark/pool"
)

// document is a document that arrives in pieces, and whose rules may ask. One thread at a time has it: that which calls, or the worker that
// the bridge of its stream gives a message.
//
//tidemark:crossing handedover
type document struct {
	stream   *core.Stream // nil before the first message
	asks     bool         // its rules have asked, and what comes next is what they answer
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

// open opens the account of the document.
func (d *document) open(kind pool.AccountKind) { d.call.account.Open(budget, kind) }

// take converts the next piece, or takes what rules answer: the outcome is the Markdown that is certain then, or what they ask next. Of a
// document that has failed each message fails.
func (d *document) take(job *C.tm_job) error {
	d.call.job = job
	defer d.call.pause()
	if d.stream == nil {
		converter, err := compiled.Get(options(job))
		if err != nil {
			return err
		}
		d.stream = converter.Stream(&d.call, &d.markdown)
	}
	buffer := takeBuffer()
	defer buffer.give()
	d.markdown.bytes = buffer.markdown[:0]
	questions, err := d.write(job, buffer)
	buffer.markdown, d.markdown.bytes = d.markdown.bytes, nil
	d.asks = questions != nil
	switch {
	case err != nil:
		return err
	case d.asks:
		C.tm_job_result_asks(job, (*C.uint8_t)(unsafe.SliceData(questions)), C.size_t(len(questions)))
	default:
		store(job, C.TM_OK, buffer.markdown)
	}
	return nil
}

func (d *document) write(job *C.tm_job, buffer *buffer) (questions []byte, err error) {
	switch {
	case d.asks:
		return d.stream.Answer(documentOf(job))
	case job.document_length == 0:
	case job.kind == C.TM_BYTES:
		_, err = d.stream.Write(documentOf(job))
	case job.kind == C.TM_UNITS:
		for piece := range buffer.decoded(job) {
			if _, err = d.stream.WriteText(piece); err != nil {
				break
			}
		}
	default:
		_, err = d.stream.WriteText(documentOf(job))
	}
	if err == nil && bool(job.last) {
		return d.stream.Finish()
	}
	return nil, err
}

// free gives back what the document holds.
func (d *document) free() {
	if d.stream != nil {
		d.stream.Abort()
	}
	d.call.account.Close()
}

// sendNow takes a message on the thread that calls. The document is made for the first, and C holds it from then on.
func sendNow(job *C.tm_job, handle *C.uintptr_t) error {
	if *handle == 0 {
		made := new(document)
		made.open(pool.OnHostThread)
		*handle = C.uintptr_t(cgo.NewHandle(made))
	}
	return cgo.Handle(*handle).Value().(*document).take(job)
}

// freeNow frees a document that was made for sendNow.
func freeNow(handle C.uintptr_t) {
	h := cgo.Handle(handle)
	h.Value().(*document).free()
	h.Delete()
}
