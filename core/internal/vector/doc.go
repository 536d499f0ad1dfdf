// Package vector looks at 32 bytes of text at once, by the vector instructions of the processor. A branch that hangs on where something ends
// in them is foretold wrongly far less often than one on each byte or word.
//
// It is for programs that are built with GOEXPERIMENT=simd for amd64, and does its work on processors with AVX. Elsewhere nothing is [Usable],
// which the compiler knows: each caller has another way, by [ascii.Word].
package vector
