package waits

import (
	"context"
	"fmt"
	"io"
	"sync"
	"time"

	"example.test/dep"
)

type S struct {
	mu, other sync.Mutex
	rw        sync.RWMutex
	c         chan int
	group     sync.WaitGroup
	cond      *sync.Cond
	source    dep.Source
}

func (s *S) direct() {
	s.mu.Lock()
	s.c <- 1        // want `channel send while s.mu is locked \(at line 23\): unlock first`
	<-s.c           // want `channel receive while s.mu is locked`
	x := <-s.c      // want `channel receive while s.mu is locked`
	for range s.c { // want `range over a channel while s.mu is locked`
	}
	select { // want `select without default while s.mu is locked`
	case <-s.c:
	case s.c <- x:
	}
	select {
	case <-s.c:
	case s.c <- x:
	case x = <-s.c:
	default:
		s.c <- 2 // want `channel send while s.mu is locked`
	}
	s.group.Wait()  // want `call of Wait, which waits, while s.mu is locked`
	time.Sleep(1)   // want `call of Sleep, which waits,`
	s.source.Take() // want `call of Take, which waits,`
	dep.Wait(nil)   // want `call of Wait, which waits,`
	s.waits()       // want `call of waits, which waits,`
	dep.Poll(nil)
	_ = fmt.Sprint(x) // what dependencies do inside does not count
	go s.waits()
	go func() { <-s.c }()
	close(s.c)
	s.mu.Unlock()
	s.c <- 1
	s.waits()
}

func (s *S) waits() { s.group.Wait() }

func (s *S) deferred() {
	s.mu.Lock()
	defer s.mu.Unlock()
	<-s.c // want `channel receive while s.mu is locked`
	func() {
		<-s.c // want `channel receive while s.mu is locked`
	}()
}

func (s *S) deferOrder() {
	defer s.waits() // runs after Unlock
	s.mu.Lock()
	defer s.mu.Unlock()
}

func (s *S) wrongOrder() {
	s.mu.Lock()
	defer s.mu.Unlock()
	defer s.waits() // want `call of waits, which waits, while s.mu is locked`
}

func (s *S) somewhere(a bool) {
	if a {
		s.rw.RLock()
	}
	<-s.c // want `channel receive while s.rw is locked`
	if a {
		s.rw.RUnlock()
	}
}

func (s *S) early(a bool) {
	s.mu.Lock()
	if a {
		s.mu.Unlock()
		<-s.c
		return
	}
	s.mu.Unlock()
	<-s.c
}

func (s *S) cond1() {
	s.mu.Lock()
	s.cond.Wait()
	s.other.Lock()
	s.cond.Wait() // want `call of Wait, which waits, while s.mu is locked` `call of Wait, which waits, while s.other is locked`
	s.other.Unlock()
	s.mu.Unlock()
}

//tidemark:crossing guarded mu
type G struct {
	c  chan int
	mu sync.Mutex
}

func (g *G) sendLocked() {
	g.c <- 1 // want `channel send while g.mu is locked \(by the caller\)`
}

//tidemark:blocks
func (s *S) said() {}

func (s *S) callsSaid() {
	s.mu.Lock()
	s.said() // want `call of said, which waits,`
	s.mu.Unlock()
}

// what is called back

type hooks struct {
	mu     sync.Mutex
	hook   func()
	all    map[string]func() error
	writer io.Writer
	cancel context.CancelFunc
	ctx    context.Context
	once   sync.Once
	locker sync.Locker
}

func (h *hooks) direct(visit func(int), err error) {
	h.mu.Lock()
	h.hook()                   // want `call of the function value h.hook while h.mu is locked \(at line \d+\): whoever is called may want it too, or wait: unlock first`
	_ = h.all["x"]()           // want `call of the function value h.all\["x"\] while h.mu is locked`
	visit(1)                   // want `call of the function value visit while h.mu is locked`
	_, _ = h.writer.Write(nil) // want `call of Write through an interface while h.mu is locked`
	h.notify()                 // want `call of notify, which calls back, while h.mu is locked`
	h.notifyEach()             // want `call of notifyEach, which calls back, while h.mu is locked`
	h.notifyLater()
	each(func(n int) { h.hook() }) // want `call of the function value h.hook while h.mu is locked`
	each(func(n int) { use(n) })
	h.once.Do(h.init) // want `call of Do, which waits, while h.mu is locked`
	func() { use(1) }()
	h.cancel()
	use(int(int64(1)), err.Error(), h.ctx.Err())
	h.locker.Lock()
	h.locker.Unlock()
	defer h.hook()
	h.mu.Unlock()
	h.hook()
}

func (h *hooks) deferred() {
	h.mu.Lock()
	defer h.mu.Unlock()
	defer h.hook() // want `call of the function value h.hook while h.mu is locked`
}

func (h *hooks) afterwards() {
	h.mu.Lock()
	hook := h.hook
	h.mu.Unlock()
	hook()
}

func (h *hooks) notify()     { h.hook() }
func (h *hooks) notifyEach() { each(func(int) { h.hook() }) }
func (h *hooks) notifyLater() {
	go h.hook()
	time.AfterFunc(1, func() { h.hook() })
	_ = func() { h.hook() }
}
func (h *hooks) init() {}

func each(visit func(int)) { visit(1) }
func use(...any)           {}
