package main

import "tidemark/core"

// number is one that native code and JavaScript both know, by the same name.
type number struct {
	name  string // as JavaScript writes it
	value int
	doc   string
}

// statuses are what a call of the binding returns that does not take what it is given.
var statuses = []number{
	{"pushed", 0, "The call has been taken."},
	{"queueFull", -1, "As many calls as `maxQueue` allows are waiting."},
	{"queuedBytesFull", -2, "The inputs that wait would be larger than `maxQueuedBytes` allows."},
	{"noMemory", -3, "The system has no memory for the input."},
	{"unavailable", -4, "The environment is ending."},
	{"noWorkers", -5, "The addon was built without async_runtime."},
	{"overMemoryLimit", -6, "The input could not fit into `memoryLimit` if it were alone."},
	{"memoryLimitFull", -7, "What is in flight and what V8 holds leave too little of `memoryLimit`."},
}

// constants are other numbers that both sides rely on.
var constants = []number{
	{"sliceUnits", 1 << 15, "Code units of a string that become UTF-8 at a time: Node-API reads a string from its beginning only."},
	{"outputBytes", 1, "In the form of a call: the Markdown is to be UTF-8 in an ArrayBuffer."},
	{"outputExternal", 4, "In the form of a call: that ArrayBuffer may be over memory of native code."},
	{"inputLent", 2, "In the form of a call: the bytes are read where they are, in a buffer that nobody else has."},
}

// errorCode is a code of ConvertError.
type errorCode struct{ name, doc string }

// errorCodes are all of them, in the order in which they are documented.
var errorCodes = []errorCode{
	{"ERR_INVALID_ARG", "an argument has the wrong type, or its memory is gone (a detached buffer)"},
	{string(core.CodeInvalidOption), "an option is unknown or has a value it does not take"},
	{string(core.CodeInputTooLarge), "the document is over `maxInputBytes`, `maxOutputBytes` or `maxDepth`"},
	{"ERR_QUEUE_FULL", "as many calls, or as many bytes, as `configure` allows are waiting already"},
	{"ERR_RULE", "a function of `rules` has thrown, rejected, or returned what it must not; the error has its `cause`, `selector` and `place`"},
	{"ERR_TIMEOUT", "the call took longer than its `timeout`"},
	{"ERR_CLOSED", "the call, or a piece of a stream, came after `close`"},
	{"ERR_INTERNAL", "a fault of this package. The process and later calls are not affected"},
}

// outcome is how a job ends, and the code that JavaScript is told; none for Markdown.
type outcome struct{ name, code, doc string }

var outcomes = []outcome{
	{"ok", "", "Markdown"},
	{"asks", "", "what rules ask, as bytes"},
	{"invalidOption", string(core.CodeInvalidOption), ""},
	{"inputTooLarge", string(core.CodeInputTooLarge), ""},
	{"memoryExhausted", string(core.CodeInputTooLarge), "unless there is memory when V8 has collected its texts"},
	{"closed", "ERR_CLOSED", ""},
	{"internal", "ERR_INTERNAL", ""},
}

// stat is a number of stats().
type stat struct {
	name   string
	fromGo bool // Go counts it, or a part of it
	doc    string
}

const statsDoc = "What the pool does. `queued` to `cancelled` are this environment's: each of the calls that its pool has taken is in one of them.\n" +
	"Times are in milliseconds, of all calls of this environment that have been settled, and up to a quarter too long. Short documents\n" +
	"that the same code hands over, up to 16, wait from the first on."

var stats = []stat{
	{"queued", false, "Calls that wait for their turn."},
	{"queuedBytes", false, "Bytes of the inputs of those calls, counted as for `maxQueuedBytes`."},
	{"running", true, "Calls that are carried out now."},
	{"completed", true, "Calls that have got their Markdown."},
	{"failed", true, "Calls that have failed, aborted ones and timeouts apart."},
	{"cancelled", true, "Calls that were aborted or ran out of time."},
	{"waitP50", false, "Half of the calls waited no longer than this until a worker took them."},
	{"waitP99", false, "99 % of the calls waited no longer than this."},
	{"runP50", false, "Half of the calls took a worker no longer than this."},
	{"runP99", false, "99 % of the calls took a worker no longer than this."},
	{"workers", true, "Worker goroutines, shared by all environments of the process. A few more do small documents while these are at large ones."},
	{"goroutines", true, "Goroutines of the process: workers, and a few of the runtime's own."},
	{"environments", true, "Environments (the main thread, worker threads, Jest contexts) that have this package loaded."},
	{"streams", false, "Streams that have not come to their end, for the whole process."},
	{"nativeBytes", false, "Bytes of the inputs and results in flight, for the whole process."},
	{"engineBytes", true, "Bytes that the Go runtime holds, for the whole process: the engine's trees and buffers, and its own."},
	{"memoryHeld", false, "Bytes that count against `memoryLimit`, for the whole process: inputs, results, and what conversions have taken."},
	{"memoryLimit", false, "The memory limit of the process in bytes, which `configure` sets; 0 if there is none."},
}
