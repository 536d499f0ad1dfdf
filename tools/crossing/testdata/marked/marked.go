package marked

import (
	"context"
	"sync"
	"sync/atomic"
	"time"
	"unsafe"

	"example.test/dep"
)

type plain struct{ n int }

func (p *plain) run() {}

//tidemark:crossing handedover
type job struct{ out []byte }

func (j *job) run() {}

func sends(a chan int, b chan *job, c chan []byte, d chan plain, e chan any, f chan struct{}, g chan error, h chan func(), p *plain, j *job, k chan dep.Source, fn func()) {
	a <- 1
	b <- nil
	c <- nil // want `nil is sent but its type \[\]byte may not cross, memory to which both sides may write \(a RefCell\): mark it //tidemark:crossing, or wrap it in a type that is`
	d <- *p  // want `\*p is sent but its type plain may not cross, a type that does not say how it is shared`
	e <- 1   // want `1 is sent but its type any may not cross`
	f <- struct{}{}
	g <- nil
	k <- nil
	h <- nil
	h <- func() { j.run() }
	h <- func() { p.run() } // want `p is captured but its type \*plain may not cross, a bare pointer through which both sides may write \(an Rc<RefCell>\): mark it`
	h <- j.run
	h <- p.run // want `p is the receiver on a goroutine but its type \*plain may not cross`
	h <- fn    // want `fn is a function value whose captures cannot be seen`
	h <- helper
}

func helper() {}

func use(...any) {}

func starts(ctx context.Context, p *plain, j *job, n int, bytes []byte, total *atomic.Int64, table *dep.Table, group *sync.WaitGroup) {
	ctx, cancel := context.WithCancel(ctx)
	go use(j, n, total, table, cancel, time.Second)
	go use(bytes, p) // want `bytes is passed to a goroutine` `p is passed to a goroutine`
	go p.run()       // want `p is the receiver on a goroutine`
	go j.run()
	go func() {
		use(j, n, ctx)
		local := plain{}
		use(bytes, p, local) // want `bytes is captured` `p is captured`
		func() { use(p) }()
	}()
	group.Go(func() { use(p) })                  // want `p is captured`
	context.AfterFunc(ctx, func() { use(n, p) }) // want `p is captured`
	time.AfterFunc(1, cancel)
}

func references(group *sync.WaitGroup) error {
	var err error
	var n, early, looped int
	early = 1
	group.Go(func() {
		err = context.Canceled // want `err is captured by reference and assigned to, which makes it a Cell: pass its value`
		use(n, early)          // want `n is captured by reference`
	})
	n++
	for i := range 3 {
		each := i
		each++
		looped = i
		go func() { use(i, each, looped) }() // want `looped is captured by reference`
	}
	return err
}

func addresses(raw unsafe.Pointer, number uintptr, p *plain) {
	go use(raw)                        // want `raw is passed to a goroutine but its type unsafe.Pointer may not cross, a raw pointer \(a \*mut\), whose target may be written to or freed meanwhile: pass it in a type that is marked handedover`
	go func() { use(number) }()        // want `number is captured but its type uintptr may not cross, a raw pointer`
	go use(uintptr(unsafe.Pointer(p))) // want `its type uintptr may not cross, a raw pointer`
}

func crosses(p *plain, j *job) {
	dep.Keep(j, 1, "x", context.Background(), func() { use(j) })
	dep.Keep(p, p.n, []byte{})  // want `p is passed to Keep` `\[\]byte\{\} is passed to Keep`
	dep.Keep(func() { use(p) }) // want `p is captured`
}
