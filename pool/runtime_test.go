package pool

import (
	"context"
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestBlockOn(t *testing.T) {
	r := Shared()
	failure := errors.New("no")

	t.Run("returns what the work returns", func(t *testing.T) {
		assert.NoError(t, r.BlockOn(t.Context(), func(context.Context) error { return nil }))
		assert.Same(t, failure, r.BlockOn(t.Context(), func(context.Context) error { return failure }))
	})
	t.Run("turns a panic into an error and works again", func(t *testing.T) {
		err := r.BlockOn(t.Context(), func(context.Context) error { panic("boom") })
		var panicked *PanicError
		require.ErrorAs(t, err, &panicked)
		assert.Equal(t, "boom", panicked.Value)
		assert.Equal(t, "panic: boom", err.Error())
		assert.Contains(t, string(panicked.Stack), "TestBlockOn")
		assert.NoError(t, r.BlockOn(t.Context(), func(context.Context) error { return nil }))
	})
	t.Run("keeps an error that was panicked with", func(t *testing.T) {
		err := r.BlockOn(t.Context(), func(context.Context) error { panic(failure) })
		assert.ErrorIs(t, err, failure)
	})
	t.Run("turns a fault of the Go runtime into an error", func(t *testing.T) {
		var nobody *int
		var none []int
		assert.Error(t, r.BlockOn(t.Context(), func(context.Context) error { _ = *nobody; return nil }))
		assert.Error(t, r.BlockOn(t.Context(), func(context.Context) error { _ = none[3]; return nil }))
	})
	t.Run("does not begin with an ended context", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		err := r.BlockOn(ctx, func(context.Context) error { panic("begun") })
		assert.ErrorIs(t, err, context.Canceled)
	})
}
