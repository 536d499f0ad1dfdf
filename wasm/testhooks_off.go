//go:build wasip1 && !testhooks

package main

import "context"

// testHook does nothing: see testhooks.go.
func testHook(context.Context, []byte) {}
