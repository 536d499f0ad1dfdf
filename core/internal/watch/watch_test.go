package watch_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"

	"tidemark/core/internal/watch"
)

func work(w *watch.Watch, ctx context.Context, steps func()) (err error) {
	w.Begin(ctx)
	defer w.End(&err)
	steps()
	return nil
}

func TestLookUnwindsToEnd(t *testing.T) {
	var w watch.Watch
	ctx, cancel := context.WithCancel(context.Background())
	reached := 0
	steps := func() {
		w.Look()
		reached++
		cancel()
		w.Look()
		reached++
	}
	assert.Equal(t, context.Canceled, work(&w, ctx, steps))
	assert.Equal(t, 1, reached)
	assert.NoError(t, work(&w, context.Background(), steps), "it can begin again")
	assert.Equal(t, 3, reached)
}

func TestOtherPanicsGoOn(t *testing.T) {
	var w watch.Watch
	assert.PanicsWithValue(t, "other", func() { _ = work(&w, context.Background(), func() { panic("other") }) })
}

func TestWithoutContext(t *testing.T) {
	var none *watch.Watch
	assert.NotPanics(t, none.Look)
	assert.NotPanics(t, new(watch.Watch).Look)
}
