package main

// #include "internal/queue/result.h"
//
// #cgo noescape tm_result_capacity
// #cgo nocallback tm_result_capacity
// #cgo noescape tm_result_grow
// #cgo nocallback tm_result_grow
// #cgo noescape tm_result_append
// #cgo nocallback tm_result_append
// #cgo noescape tm_result_end
// #cgo nocallback tm_result_end
// #cgo noescape tm_job_drop_document
// #cgo nocallback tm_job_drop_document
import "C"

import (
	"errors"
	"unicode/utf8"
	"unsafe"
)

// result is a writer of the Markdown of a long document, which becomes the outcome of its job as it comes: a copy of all of it in
// another form would take as much again.
type result struct {
	call *call
	job  *C.tm_job
}

//lint:ignore ST1005 It is shown to users.
var errNoMemory = errors.New("There was no memory for the result; convert smaller or fewer documents at a time.")

// resultPart is how much is written between two looks at whether it is still wanted, in bytes.
const resultPart = 1 << 20

func (r *result) Write(p []byte) (int, error) {
	for rest := p; len(rest) > 0; {
		n := min(len(rest), resultPart)
		for n < len(rest) && !utf8.RuneStart(rest[n]) {
			n--
		}
		if err := r.append(rest[:n]); err != nil {
			return 0, err
		}
		rest = rest[n:]
	}
	return len(p), nil
}

// append adds a part. What does not fit into Latin-1 makes all of it UTF-16.
func (r *result) append(part []byte) error {
	if err := r.call.Err(); err != nil {
		return err
	}
	text, length := (*C.uint8_t)(unsafe.SliceData(part)), C.size_t(len(part))
	if err := r.reserve(len(part), bool(r.job.wide)); err != nil || bool(C.tm_result_append(r.job, text, length)) {
		return err
	}
	if err := r.reserve(len(part), true); err != nil {
		return err
	}
	C.tm_result_append(r.job, text, length)
	return nil
}

// reserve makes room for more characters, in a form. What has been made is counted by C: see native.
func (r *result) reserve(more int, wide bool) error {
	length, capacity, width := int(r.job.result_length), int(C.tm_result_capacity(r.job)), 1
	if wide {
		width = 2
	}
	switch {
	case wide != bool(r.job.wide) && length > 0:
		capacity = max(capacity, length+more)
	case wide != bool(r.job.wide) || capacity == 0:
		capacity = max(r.expected(wide), more)
	case length+more > capacity:
		capacity = max(capacity+capacity/2, length+more)
	default:
		return nil
	}
	if err := r.call.Take(capacity * width); err != nil {
		return err
	}
	defer r.call.Give(capacity * width)
	if !C.tm_result_grow(r.job, C.size_t(capacity), C.bool(wide)) {
		return errNoMemory
	}
	return nil
}

// expected is how many characters there is room for at first. What is not used of it is not touched.
func (r *result) expected(wide bool) int {
	bytes := int(r.job.document_length)
	if wide { // from the beginning on: most letters take two bytes or more
		return bytes / 8 * 5
	}
	return bytes
}

// end makes what has been written the outcome. The document, which is not needed any more, goes first.
func (r *result) end() {
	C.tm_job_drop_document(r.job)
	if r.job.result == nil {
		store(r.job, C.TM_OK, nil)
		return
	}
	C.tm_result_end(r.job)
}
