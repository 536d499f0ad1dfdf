// Package watch ends work in the middle of what cannot hand on an error, such as the growth of a slice of megabytes: it unwinds to
// where the work began.
package watch

import "context"

// Watch looks at the context of some work. Without one, and as a nil pointer, it lets the work go on.
type Watch struct {
	ctx context.Context
	err error // for which the work is being unwound
}

// Begin begins to watch work; it pairs with End.
func (w *Watch) Begin(ctx context.Context) { w.ctx, w.err = ctx, nil }

// Err is that of the context.
func (w *Watch) Err() error { return w.ctx.Err() }

// Look unwinds to End if the context has ended. What is being changed may then be left half changed.
func (w *Watch) Look() {
	if w == nil || w.ctx == nil {
		return
	}
	if err := w.ctx.Err(); err != nil {
		w.err = err
		panic(w)
	}
}

// End lets go of the context, and sets err if Look has ended the work. It must be deferred itself. Other panics go on.
func (w *Watch) End(err *error) {
	if w.err != nil {
		_ = recover()
		*err = w.err
	}
	w.ctx, w.err = nil, nil
}
