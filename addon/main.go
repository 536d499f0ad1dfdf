// Command addon is the native addon, built with -buildmode=c-shared and loaded by Node. It is the only place with cgo, with C,
// and with Node-API. The life of `await convert(html)`:
//
//  1. JavaScript thread, calls.c: tm_submit copies the input out of V8 and pushes a job on the process-wide queue of internal/queue.
//  2. A worker of the shared runtime waits in tm_queue_take (async.go); the environment's AsyncWorkerPool admits the job.
//  3. conversion.go: the input becomes UTF-8, core converts it, the Markdown is written into C memory as Latin-1 or UTF-16; that of a long
//     document as it comes, by result.go.
//  4. settle.c: tm_deliver puts the job on its environment's list and wakes the JavaScript thread, unless it is awake already.
//  5. JavaScript thread, settle.c too: tm_on_wake makes the strings and calls the wrapper once per batch, which resolves the promises.
//
// The JavaScript thread enters Go at load, and for the synchronous functions of sync_calls.c and document_calls.c; there asynchronous signals are
// blocked (signals.c). docs/architecture.md has threads, memory and shutdown in one place.
package main

//go:generate go run ./internal/tool/genborder

// main is required by -buildmode=c-shared and never called.
func main() {}
