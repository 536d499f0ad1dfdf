// Package watchtest is for tests of work that looks at whether it is to go on.
package watchtest

import (
	"context"
	"sync/atomic"
)

// Context counts how often it is asked, and ends when that has been so many times.
type Context struct {
	context.Context
	endsAt int64
	asked  atomic.Int64
}

// EndsAt returns a context that ends when it is asked for the nth time.
func EndsAt(n int64) *Context { return &Context{Context: context.Background(), endsAt: n} }

// Err is asked by the work.
func (c *Context) Err() error {
	if c.asked.Add(1) >= c.endsAt {
		return context.Canceled
	}
	return nil
}

// Asked is how often Err has been called.
func (c *Context) Asked() int64 { return c.asked.Load() }
