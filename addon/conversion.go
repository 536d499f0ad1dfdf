package main

// #include "shim.h"
//
// #cgo noescape tm_job_result
// #cgo nocallback tm_job_result
import "C"

import (
	"context"
	"unsafe"

	"tidemark/addon/internal/converters"
	"tidemark/addon/internal/transcode"
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
	buffers := takeBuffers()
	defer buffers.give()

	input := buffers.input[:0]
	if job.kind == C.TM_TEXT_UTF16 {
		units := unsafe.Slice((*uint16)(job.input), int(job.input_length))
		buffers.input = transcode.AppendUTF8(input, units)
		if testHook(ctx, buffers.input) {
			store(job, C.TM_OK, nil)
			return nil
		}
		buffers.markdown, err = converter.AppendText(ctx, buffers.markdown[:0], buffers.input)
	} else {
		raw := unsafe.Slice((*byte)(job.input), int(job.input_length))
		buffers.markdown, err = converter.AppendBytes(ctx, buffers.markdown[:0], raw)
	}
	if err != nil {
		return err
	}
	store(job, C.TM_OK, buffers.markdown)
	return nil
}

// options returns a view of the job's option text, valid as long as the job.
func options(job *C.tm_job) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(job.options)), int(job.options_length))
}

// store writes text as the job's outcome, in the form that V8 takes with a plain copy. Without memory the outcome stays empty,
// and values.c reports that.
func store(job *C.tm_job, code C.tm_code, text []byte) {
	form := transcode.Measure(text)
	result := C.tm_job_result(job, code, C.bool(form.Wide), C.size_t(form.Length))
	switch {
	case result == nil:
	case form.Wide:
		transcode.WriteUTF16(unsafe.Slice((*uint16)(result), form.Length), text)
	default:
		transcode.WriteLatin1(unsafe.Slice((*byte)(result), form.Length), text)
	}
}
