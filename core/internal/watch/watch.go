// Package watch ends work in the middle of what cannot hand on an error, such as the growth of a slice of megabytes: it unwinds to
// where the work began. Work ends when its context does, or when there is no memory for it.
package watch

import "context"

// Watch looks at the context and the memory of some work. Without a context, and as a nil pointer, it lets the work go on.
type Watch struct {
	ctx   context.Context
	meter *Meter
	err   error // for which the work is being unwound
}

// Every is how many bytes are looked through or copied between two looks, and EverySteps how many nodes are visited or steps of that
// kind are done: no work that a look costs anything to, and no more than some tens of microseconds.
const (
	Every      = 64 << 10
	EverySteps = 4 << 10
)

// Meter has the memory of the work counted.
func (w *Watch) Meter(m *Meter) { w.meter = m }

// Begin begins to watch work; it pairs with End.
func (w *Watch) Begin(ctx context.Context) { w.ctx, w.err = ctx, nil }

// Err is that of the context, or that of the memory if there is none for what the work holds.
func (w *Watch) Err() error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	return w.meter.settle()
}

// Look unwinds to End if there is an error. What is being changed may then be left half changed.
func (w *Watch) Look() {
	if w == nil || w.ctx == nil {
		return
	}
	if err := w.Err(); err != nil {
		w.Unwind(err)
	}
}

// Unwind unwinds to End, which returns the error: that of work within the work, say.
func (w *Watch) Unwind(err error) {
	w.err = err
	panic(w)
}

// Ahead takes memory for what is about to be made, or unwinds to End. It pairs with Made.
func (w *Watch) Ahead(bytes int) {
	if w == nil || w.ctx == nil || w.meter == nil || w.meter.memory == nil {
		return
	}
	if err := w.meter.memory.Take(bytes); err != nil {
		w.Unwind(err)
	}
	w.meter.taken += bytes
	w.meter.ahead += bytes
}

// Made is called when what Ahead was called for is about to be seen by what measures.
func (w *Watch) Made(bytes int) {
	if w != nil && w.ctx != nil && w.meter != nil && w.meter.memory != nil {
		w.meter.ahead -= bytes
	}
}

// End lets go of the context, and sets err if the work has been unwound. It must be deferred itself. Other panics go on.
func (w *Watch) End(err *error) {
	if w.err != nil {
		_ = recover()
		*err = w.err
	}
	w.ctx, w.err = nil, nil
}
