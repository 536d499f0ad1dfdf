package main

// #include "shim.h"
//
// #cgo noescape tm_job_result
// #cgo nocallback tm_job_result
// #cgo noescape tm_job_decode
// #cgo nocallback tm_job_decode
import "C"

import (
	"context"
	"encoding/binary"
	"slices"
	"sync/atomic"
	"unsafe"

	"tidemark/addon/internal/converters"
	_ "tidemark/addon/internal/transcode" // Its C is called by values.c and job.c.
)

// compiled serves every environment: a core.Converter never changes, and any number of threads may use it.
var compiled = converters.New()

// convert does the work of one job on whatever thread it is called: text in, Markdown into the job's outcome. The job's memory
// is C's, and the caller's alone until the job is delivered.
func convert(ctx context.Context, job *C.tm_job) error {
	converter, err := compiled.Get(options(job))
	if err != nil {
		return err
	}
	buffer := takeBuffer()
	defer buffer.give()

	document := buffer.documentOf(job)
	if job.kind != C.TM_BYTES {
		if testHook(ctx, document) {
			store(job, C.TM_OK, nil)
			return nil
		}
		buffer.markdown, err = converter.AppendValidText(watched(ctx, job), buffer.markdown[:0], document)
	} else {
		buffer.markdown, err = converter.AppendBytes(watched(ctx, job), buffer.markdown[:0], document)
	}
	if err != nil {
		return err
	}
	store(job, C.TM_OK, buffer.markdown)
	return nil
}

// documentOf returns a view of the job's document, or of what the buffer has of it as UTF-8: valid as long as the job and the buffer.
func (b *buffer) documentOf(job *C.tm_job) []byte {
	length := int(job.document_length)
	if job.kind != C.TM_UNITS {
		return unsafe.Slice((*byte)(job.document), length)
	}
	b.document = slices.Grow(b.document[:0], 3*length)
	return b.document[:C.tm_job_decode(job, (*C.uint8_t)(unsafe.SliceData(b.document)))]
}

// long is from what length on the flag of a document's job is looked at itself, in bytes: it takes an allocation.
const long = 256 << 10

// flagged is a context that ends when the JavaScript thread sets the flag of the job; pairs with tm_cancel. The control goroutine
// ends the context behind it, but where all processors of the machine are busy the system may let it wait for milliseconds.
type flagged struct {
	context.Context
	job *C.tm_job
}

// Err is that of the context behind it, unless the flag is set.
//
//tidemark:recurses once: the context behind it is a job's
func (f flagged) Err() error {
	if atomic.LoadUint32((*uint32)(&f.job.cancelled)) != 0 {
		return context.Canceled
	}
	return f.Context.Err()
}

func watched(ctx context.Context, job *C.tm_job) context.Context {
	if job.document_length < long {
		return ctx
	}
	return flagged{ctx, job}
}

// options returns a view of the job's option text, valid as long as the job.
func options(job *C.tm_job) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(job.options)), int(job.options_length))
}

// store makes text the job's outcome. Without memory the outcome stays empty, and values.c reports that.
func store(job *C.tm_job, code C.tm_code, text []byte) {
	if storeShort(job, code, text) {
		return
	}
	C.tm_job_result(job, code, (*C.uint8_t)(unsafe.SliceData(text)), C.size_t(len(text)))
}

// shortText is up to how many bytes a result is written here: to call C takes as long as to copy them.
const shortText = 256

// storeShort does the same as tm_job_result for a short text of ASCII that fits where the document was.
func storeShort(job *C.tm_job, code C.tm_code, text []byte) bool {
	size := unsafe.Sizeof(C.tm_text{}) + uintptr(len(text))
	if job.result != nil || len(text) > shortText || size > uintptr(job.size)-unsafe.Sizeof(*job) || !isASCII(text) {
		return false
	}
	place := (*C.tm_text)(unsafe.Add(unsafe.Pointer(job), unsafe.Sizeof(*job)))
	place.env, place.size = job.env, C.size_t(size)
	copy(unsafe.Slice((*byte)(unsafe.Add(unsafe.Pointer(place), unsafe.Sizeof(*place))), len(text)), text)
	job.code, job.wide, job.result, job.result_length = code, false, place, C.size_t(len(text))
	return true
}

func isASCII(text []byte) bool {
	var all uint64
	for len(text) >= 8 {
		all |= binary.NativeEndian.Uint64(text)
		text = text[8:]
	}
	for _, b := range text {
		all |= uint64(b)
	}
	return all&0x8080808080808080 == 0
}
