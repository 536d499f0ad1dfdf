//go:build wasip1

// Command wasm is the engine as a WebAssembly module, for where the addon cannot be loaded: a reactor, made anew for each thread of
// JavaScript, which calls its exports one at a time. It has no threads, and of its host it needs what js/wasm/system.ts gives.
//
// A call is: input makes room, the host writes the options and the document there, convert converts, and what outcome points to says
// where the Markdown is. All of it is valid until the next call.
package main

// main is required, and never called in a reactor.
func main() {}
