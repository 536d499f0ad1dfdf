//go:build testhooks

package main

import (
	"bytes"
	"context"
)

// testHook lets tests provoke what documents cannot: a panic, and a job that runs until it is cancelled. It is compiled into
// a build of its own, never into the one that users get.
func testHook(ctx context.Context, html []byte) {
	switch {
	case bytes.HasPrefix(html, []byte("<!--tidemark:panic-->")):
		panic("provoked by a test")
	case bytes.HasPrefix(html, []byte("<!--tidemark:wait-->")):
		<-ctx.Done()
	}
}
