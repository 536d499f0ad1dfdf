package guarded

import (
	"context"
	"sort"
	"sync"
	"sync/atomic"
)

//tidemark:crossing guarded mu
type P struct {
	limit int
	wake  chan struct{}

	mu      sync.Mutex
	n       int
	jobs    map[int]string
	done    chan struct{}
	changed chan struct{} // replaced under the lock
	ctx     context.Context
	total   atomic.Int64
	idle    sync.Cond
}

func New() *P {
	p := &P{limit: 1}
	p.n = 1
	p.jobs = map[int]string{}
	p.resetLocked()
	return p
}

func (p *P) free() {
	_ = p.limit
	<-p.wake
	<-p.done
	_ = p.ctx
	p.total.Add(1)
	p.idle.Signal()
	<-p.changed // want `lock p.mu before using P.changed`
}

func (p *P) replace() {
	p.mu.Lock()
	close(p.changed)
	p.changed = make(chan struct{})
	p.mu.Unlock()
}

func (p *P) plain() int {
	p.n++ // want `lock p.mu before using P.n, or end the name of a function whose caller locks in Locked; a bare count is an Rc, and sync/atomic has types for it`
	p.mu.Lock()
	p.n++
	p.mu.Unlock()
	return p.n // want `lock p.mu before using P.n`
}

func (p *P) deferred(early bool) int {
	if early {
		return 0
	}
	p.mu.Lock()
	defer func() {
		p.n--
		p.mu.Unlock()
	}()
	if p.n > 3 {
		return p.n
	}
	return p.n
}

func (p *P) branches(a bool) {
	if a {
		p.mu.Lock()
	}
	p.n = 1 // want `lock p.mu on every way to this use of P.n`
	if a {
		p.mu.Unlock()
		return
	}
	p.mu.Lock()
	if p.n == 1 {
		p.mu.Unlock()
		return
	}
	for i := range 3 {
		if i == 1 {
			p.mu.Unlock()
			break
		}
		p.n = i
		if i == 2 {
			continue
		}
	}
}

func (p *P) loop() {
	for {
		p.mu.Lock()
		for p.n == 0 {
			p.idle.Wait()
		}
		select {
		case <-p.done:
			p.mu.Unlock()
			return
		default:
			p.n--
		}
		p.mu.Unlock()
	}
}

func (p *P) literals() {
	p.mu.Lock()
	defer p.mu.Unlock()
	sort.Slice(nil, func(i, j int) bool { return p.n > i })
	func() { p.n = 1 }()
	later := func() int { return p.n } // want `lock p.mu before using P.n`
	_ = later
	go func() {
		p.n = 1 // want `lock p.mu before using P.n`
	}()
	go p.use(p.n)
	time := sync.WaitGroup{}
	time.Go(func() {
		p.n = 1 // want `lock p.mu before using P.n`
	})
}

func (p *P) use(int) {}

func (p *P) resetLocked() {
	p.n = 0
	p.mu.Unlock()
	p.n = 1 // want `lock p.mu before using P.n`
	p.mu.Lock()
}

func dropLocked(p, q *P) { p.n, q.n = 0, 0 }

func (p *P) callers(q *P) {
	p.resetLocked() // want `lock p.mu before calling resetLocked`
	p.mu.Lock()
	p.resetLocked()
	dropLocked(p, q) // want `lock q.mu before calling dropLocked`
	q.n = 1          // want `lock q.mu before using P.n`
	p.mu.Unlock()
}

type holder struct {
	*P
	inner P
}

func (h *holder) promoted() {
	h.n = 1 // want `lock h.P.mu before using P.n`
	h.mu.Lock()
	h.n = 1
	h.P.n = 2
	h.inner.n = 1 // want `lock h.inner.mu before using P.n`
	h.mu.Unlock()
	p := &h.inner
	p.mu.Lock()
	p.n = 1
	p.mu.Unlock()
}

//tidemark:crossing guarded RWMutex
type R struct {
	sync.RWMutex
	n int
	m map[int]int
}

func (r *R) read() int {
	r.RLock()
	defer r.RUnlock()
	r.n = 1    // want `r.RWMutex is locked for reading only: take Lock to write R.n`
	r.m[1] = 1 // want `r.RWMutex is locked for reading only: take Lock to write R.m`
	return r.n
}

func (r *R) write() {
	r.Lock()
	r.n = 1
	r.Unlock()
	_ = r.n // want `lock r.RWMutex before using R.n`
}

func forever(p *P) {
	defer func() {
		_ = recover()
		p.n = 1 // want `lock p.mu before using P.n`
	}()
	for {
		p.mu.Lock()
		p.n++
		p.mu.Unlock()
	}
}
