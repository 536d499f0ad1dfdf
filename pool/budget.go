package pool

import (
	"errors"
	"sync"
	"sync/atomic"
)

var (
	// ErrOverBudget is returned for memory that the budget has no room for, and that nobody will give back.
	ErrOverBudget = errors.New("the memory limit leaves no room")
	// ErrGiveWay is returned to one of several pieces of work that all wait for each other's memory: it is to give back what it
	// has, and to begin again after Account.Alone.
	ErrGiveWay = errors.New("the memory limit leaves no room beside other work")
)

// Ledger is the part of a budget that its host reads, too. It may lie in the host's memory.
//
//tidemark:crossing immutable
type Ledger struct {
	Limit   atomic.Int64 // in bytes; 0: none
	Taken   atomic.Int64 // by accounts
	Waiting atomic.Int64 // accounts: the host calls Budget.Changed after it has given something back, or ended a context
}

// Host holds memory beside the accounts of a budget.
//
//tidemark:crossing immutable
type Host interface {
	// Held is how many bytes it holds.
	Held() int64
	// Returning reports whether it will give back some of them soon, whatever the accounts do.
	Returning() bool
}

// Budget bounds the memory that all work of a process takes. Work that needs more than is left waits, as long as other work goes on
// that will give back what it has.
//
//tidemark:crossing guarded mu
type Budget struct {
	ledger *Ledger
	host   Host

	mu      sync.Mutex
	working int           // accounts that have taken something and do not wait
	parked  int           // those that wait for more
	alone   *Account      //tidemark:trusted compared only: the account that others let go first
	changed chan struct{} // closed when there may be more room, or less hope for it
}

// NewBudget makes a budget that is kept in ledger.
func NewBudget(ledger *Ledger, host Host) *Budget {
	return &Budget{ledger: ledger, host: host, changed: make(chan struct{})}
}

// Changed lets the accounts that wait look again, at their contexts too.
func (b *Budget) Changed() {
	b.mu.Lock()
	b.changeLocked()
	b.mu.Unlock()
}

func (b *Budget) changeLocked() {
	close(b.changed)
	b.changed = make(chan struct{})
}

// take takes bytes if there is room for them.
func (b *Budget) take(bytes int64) bool {
	for {
		limit, taken := b.ledger.Limit.Load(), b.ledger.Taken.Load()
		if limit > 0 && taken+bytes+b.host.Held() > limit {
			return false
		}
		if b.ledger.Taken.CompareAndSwap(taken, taken+bytes) {
			return true
		}
	}
}

func (b *Budget) give(bytes int64) {
	b.ledger.Taken.Add(-bytes)
	// Pairs with the addition in await: either that is seen here, or what was given back is seen there.
	if b.ledger.Waiting.Load() > 0 {
		b.Changed()
	}
}

// next is closed when there may be more room.
func (b *Budget) next() <-chan struct{} {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.changed
}

// enter counts an account as working, unless another goes first.
func (b *Budget) enter(a *Account) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.alone != nil && b.alone != a && a.kind != OnHostThread {
		return false
	}
	b.working++
	return true
}

// enterAlone does it for an account that goes first, when no other works.
func (b *Budget) enterAlone(a *Account) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.alone == nil {
		b.alone = a
	}
	if b.alone != a || b.working+b.parked > 0 {
		return false
	}
	b.working++
	return true
}

// leave takes note that an account works no more, or does not want to go first any more.
func (b *Budget) leave(a *Account, worked bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if worked {
		b.working--
	}
	if b.alone == a {
		b.alone = nil
	}
	b.changeLocked()
}

// park takes note that a working account waits: the others may have hoped for it.
func (b *Budget) park() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.working--
	b.parked++
	b.changeLocked()
}

func (b *Budget) unpark() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.unparkLocked()
}

func (b *Budget) unparkLocked() {
	b.working++
	b.parked--
}

// isLast reports whether nobody works and there is no other hope, and whether others wait. The last then counts as working again: it is
// going to give back something, for which the others wait.
func (b *Budget) isLast(hope bool) (last, others bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if hope || b.working > 0 {
		return false, false
	}
	b.unparkLocked()
	return true, b.parked > 0
}
