package main

// #include "internal/queue/result.h"
//
// #cgo noescape tm_job_result
// #cgo nocallback tm_job_result
// #cgo noescape tm_is_wide
// #cgo nocallback tm_is_wide
// #cgo noescape tm_job_decode
// #cgo nocallback tm_job_decode
// #cgo noescape tm_job_drop_document
// #cgo nocallback tm_job_drop_document
import "C"

import (
	"encoding/binary"
	"errors"
	"iter"
	"slices"
	"unsafe"

	_ "tidemark/addon/internal/queue" // Its C, and that of what it imports, is called by that of this package.
	"tidemark/core"
	"tidemark/internal/converters"
	"tidemark/pool"
)

// compiled serves every environment: a core.Converter never changes, and any number of threads may use it.
var compiled = converters.New()

// convert does the work of one job on whatever thread it is called: text in, Markdown into the job's outcome. The job's memory
// is C's, and the caller's alone until the job is delivered.
func convert(job *C.tm_job, kind pool.AccountKind) error {
	converter, err := compiled.Get(options(job))
	if err != nil {
		return err
	}
	buffer := takeBuffer()
	defer buffer.give()
	buffer.call.begin(job, kind)
	defer buffer.call.end()

	err = buffer.convert(converter, job)
	if errors.Is(err, pool.ErrGiveWay) {
		if err = buffer.call.giveWay(); err == nil {
			err = buffer.convert(converter, job)
		}
	}
	return err
}

func (b *buffer) convert(converter *core.Converter, job *C.tm_job) (err error) {
	if job.kind != C.TM_UNITS && job.document_length > longDocument {
		return b.convertLong(converter, job)
	}
	dst := b.markdown[:0]
	if job.kind == C.TM_BYTES {
		b.markdown, err = converter.AppendBytes(&b.call, dst, documentOf(job))
	} else {
		text := b.textOf(job)
		if testHook(&b.call, text) {
			store(job, C.TM_OK, nil)
			return nil
		}
		b.markdown, err = converter.AppendValidText(&b.call, dst, text)
	}
	if err != nil {
		return err
	}
	return b.storeMarkdown(job)
}

// longDocument is from what length on the Markdown of a document is not there as a whole in two forms, in bytes. What is UTF-16 is
// shorter: see unitsEachTurn in js/calls/copy-in-turns.ts.
const longDocument = 4 << 20

// convertLong writes the Markdown where it goes to, as it comes.
func (b *buffer) convertLong(converter *core.Converter, job *C.tm_job) (err error) {
	out := &result{call: &b.call, job: job}
	if job.kind == C.TM_BYTES {
		err = converter.WriteBytes(&b.call, out, documentOf(job))
	} else {
		err = converter.WriteValidText(&b.call, out, documentOf(job))
	}
	if err == nil {
		out.end()
	}
	return err
}

// storeMarkdown makes the Markdown the outcome. Where that is long the document goes first.
func (b *buffer) storeMarkdown(job *C.tm_job) error {
	length := len(b.markdown)
	if length <= long {
		store(job, C.TM_OK, b.markdown)
		return nil
	}
	text := (*C.uint8_t)(unsafe.SliceData(b.markdown))
	wide, result := isWide(job, C.TM_OK, b.markdown), length
	if wide {
		result *= 2 // at most
	}
	// The Markdown is counted no more since the conversion has ended, and the result will be, where it is made.
	if err := b.call.makeRoom(cap(b.markdown)+result, job); err != nil {
		return err
	}
	C.tm_job_drop_document(job)
	C.tm_job_result(job, C.TM_OK, text, C.size_t(length), C.bool(wide))
	return nil
}

// long is from what length on a result is asked room for before it is made, in bytes.
const long = 256 << 10

// documentOf returns a view of the job's document, valid as long as that.
func documentOf(job *C.tm_job) []byte {
	return unsafe.Slice((*byte)(job.document), int(job.document_length))
}

// textOf returns the document of a job that is text as UTF-8, valid as long as the job and the buffer.
func (b *buffer) textOf(job *C.tm_job) []byte {
	if job.kind != C.TM_UNITS {
		return documentOf(job)
	}
	length := job.document_length
	b.document = slices.Grow(b.document[:0], 3*int(length))
	var taken C.size_t
	n := C.tm_job_decode(job, 0, length, (*C.uint8_t)(unsafe.SliceData(b.document)), &taken)
	return b.document[:n:n]
}

// unitsOfPiece is how many units of a text become UTF-8 at a time.
const unitsOfPiece = 64 << 10

// decoded returns the document of a job that is UTF-16 as UTF-8, in pieces that are valid until the next.
func (b *buffer) decoded(job *C.tm_job) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		b.document = slices.Grow(b.document[:0], 3*min(int(job.document_length), unitsOfPiece+1))
		for from, length := 0, int(job.document_length); from < length; {
			to := min(from+unitsOfPiece, length)
			var taken C.size_t
			n := C.tm_job_decode(job, C.size_t(from), C.size_t(to), (*C.uint8_t)(unsafe.SliceData(b.document)), &taken)
			if !yield(b.document[:n]) {
				return
			}
			from += int(taken)
		}
	}
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
	utf8, length := (*C.uint8_t)(unsafe.SliceData(text)), C.size_t(len(text))
	C.tm_job_result(job, code, utf8, length, C.bool(isWide(job, code, text)))
}

// isWide reports whether an outcome is to be UTF-16. Errors are texts, whatever the Markdown is to be.
func isWide(job *C.tm_job, code C.tm_code, text []byte) bool {
	if bool(job.utf8) && code == C.TM_OK {
		return false
	}
	return bool(C.tm_is_wide((*C.uint8_t)(unsafe.SliceData(text)), C.size_t(len(text))))
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
	place.size = C.size_t(size)
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
