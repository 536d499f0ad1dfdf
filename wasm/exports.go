//go:build wasip1

package main

import (
	"errors"
	"runtime/debug"
	"unsafe"

	"tidemark/core"
	"tidemark/internal/converters"
	"tidemark/internal/fault"
)

// What a call returns; js/wasm/instance.ts has the same.
const (
	succeeded = iota
	failed    // The outcome is the code of an error, a line feed, and its message.
	broken    // The same after a panic: the instance is to be made anew.
	asks      // The outcome is what rules ask.
)

// What a document is; js/wasm/instance.ts has the same.
const (
	isText = iota
	isBytes
)

var (
	compiled = converters.New()
	buffer   []byte // options and document of the call
	markdown []byte
	current  call

	// What the last call has made, and for the host its address and its length.
	made      []byte
	addresses [2]uint32
)

// largestKept is the largest buffer that is kept for the next call, in bytes.
const largestKept = 8 << 20

// input returns a place for so many bytes, of which the first are those that were there.
//
//go:wasmexport input
func input(length, kept uint32) unsafe.Pointer {
	if int(length) > cap(buffer) || cap(buffer) > largestKept && int(length) <= largestKept {
		larger := make([]byte, length)
		copy(larger, buffer[:kept])
		buffer = larger
	}
	buffer = buffer[:cap(buffer)]
	return unsafe.Pointer(unsafe.SliceData(buffer))
}

// outcome returns the address of the address of what the last call has made, followed by its length in bytes.
//
//go:wasmexport outcome
func outcome() unsafe.Pointer { return unsafe.Pointer(&addresses) }

// convert converts the document that follows the options in the input.
//
//go:wasmexport convert
func convert(options, document, kind uint32) (status uint32) {
	defer guard(&status)
	converter, err := compiled.Get(buffer[:options])
	if err != nil {
		return fail(err)
	}
	defer current.end()
	html, dst := buffer[options:][:document], markdown[:0]
	testHook(&current, html)
	if kind == isBytes {
		markdown, err = converter.AppendBytes(&current, dst, html)
	} else {
		markdown, err = converter.AppendValidText(&current, dst, html)
	}
	if err != nil {
		return fail(err)
	}
	return succeed()
}

// check fails if the options in the input are not valid.
//
//go:wasmexport check
func check(options uint32) (status uint32) {
	defer guard(&status)
	if _, err := compiled.Get(buffer[:options]); err != nil {
		return fail(err)
	}
	return succeeded
}

// describe describes the selector in the input.
//
//go:wasmexport describe
func describe(selector uint32) (status uint32) {
	defer guard(&status)
	described, err := core.DescribeSelector(string(buffer[:selector]))
	if err != nil {
		return fail(err)
	}
	show(described)
	return succeeded
}

func succeed() uint32 {
	show(markdown)
	if cap(markdown) > largestKept {
		markdown = nil // It is made's until the next call.
	}
	return succeeded
}

func show(text []byte) {
	made = text
	addresses = [2]uint32{uint32(uintptr(unsafe.Pointer(unsafe.SliceData(text)))), uint32(len(text))}
}

func fail(err error) uint32 {
	code, message := "ERR_INTERNAL", err.Error()
	if engine := (*core.Error)(nil); errors.As(err, &engine) {
		code = string(engine.Code)
	} else if errors.Is(err, errNoMemory) {
		code = string(core.CodeInputTooLarge)
	}
	show([]byte(code + "\n" + message))
	return failed
}

// guard ends an export: a panic becomes the outcome.
//
//tidemark:recovers
func guard(status *uint32) {
	if value := recover(); value != nil {
		show([]byte("ERR_INTERNAL\n" + fault.Message(value, debug.Stack())))
		*status = broken
	}
}
