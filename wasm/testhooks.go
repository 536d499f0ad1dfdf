//go:build wasip1 && testhooks

package main

import (
	"bytes"
	"context"
)

// testHook lets tests provoke what documents cannot: a panic, and a call that runs until it is cancelled. See addon/testhooks.go.
func testHook(ctx context.Context, html []byte) {
	switch {
	case bytes.HasPrefix(html, []byte("<!--tidemark:panic-->")):
		panic("provoked by a test")
	case bytes.HasPrefix(html, []byte("<!--tidemark:wait-->")):
		for ctx.Err() == nil {
		}
	}
}
