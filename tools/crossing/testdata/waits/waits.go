package waits

import (
	"fmt"
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
	s.c <- 1        // want `channel send while s.mu is locked \(at line 21\): unlock first`
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
