//go:build testhooks

package main

// #include <unistd.h>
import "C"

import (
	"bytes"
	"context"
)

// testHook lets tests provoke what documents cannot: a panic, a job that runs until it is cancelled, and a job that does no
// work, to measure what a call costs without it. It is compiled into a build of its own, never into the one that users get.
// It reports whether the job is done.
func testHook(ctx context.Context, html []byte) bool {
	switch {
	case bytes.HasPrefix(html, []byte("<!--tidemark:panic-->")):
		panic("provoked by a test")
	case bytes.HasPrefix(html, []byte("<!--tidemark:wait-->")):
		for ctx.Err() == nil {
			C.usleep(1000)
		}
	case bytes.HasPrefix(html, []byte("<!--tidemark:nothing-->")):
		return true
	}
	return false
}
