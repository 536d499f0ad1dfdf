package spawn

import (
	"context"
	"sync"
	"time"

	"example.test/dep"
)

type worker struct{ group sync.WaitGroup }

func (w *worker) good() {
	defer w.group.Done()
	defer w.guard()
	select {}
}

func (w *worker) literalGuard() {
	defer func() { _ = recover() }()
}

func (w *worker) late() {
	w.group.Add(1)
	defer w.guard()
}

func (w *worker) nested() {
	defer func() { func() { _ = recover() }() }()
}

func (w *worker) guard() {
	if recover() != nil {
		return
	}
}

//tidemark:spawns every one ends with its context
func (w *worker) start(ctx context.Context, f func()) {
	go w.good()
	go w.literalGuard()
	go dep.Loop()
	go func() {
		defer dep.Recover()
	}()
	w.group.Go(func() { defer w.guard() })
	context.AfterFunc(ctx, w.good)

	go w.late()                       // want `begin the goroutine's function with a defer of a function that calls recover`
	go w.nested()                     // want `begin the goroutine's function`
	go f()                            // want `begin the goroutine's function`
	go func() {}()                    // want `begin the goroutine's function`
	w.group.Go(f)                     // want `begin the goroutine's function`
	context.AfterFunc(ctx, func() {}) // want `begin the goroutine's function`
}

func (w *worker) unmarked() {
	go w.good() // want `mark the function that starts this goroutine //tidemark:spawns <why it stops>`
	func() {
		time.AfterFunc(1, w.good) // want `mark the function that starts this goroutine`
	}()
}

func sleeps() {
	time.Sleep(time.Second) // want `wait for an event or a timer's channel instead of time.Sleep`
	f := time.Sleep         // want `wait for an event`
	f(1)
}
