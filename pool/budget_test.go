package pool

import (
	"context"
	"math/rand/v2"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// testHost is a host that holds what it is told to.
type testHost struct {
	held      atomic.Int64
	returning atomic.Bool
}

func (h *testHost) Held() int64     { return h.held.Load() }
func (h *testHost) Returning() bool { return h.returning.Load() }

func testBudget(limit int64) (*Budget, *Ledger, *testHost) {
	ledger, host := &Ledger{}, &testHost{}
	ledger.Limit.Store(limit)
	return NewBudget(ledger, host), ledger, host
}

func open(b *Budget, kind AccountKind) *Account {
	a := new(Account)
	a.Open(b, kind)
	return a
}

// later runs work on a goroutine, and returns its error.
func later(work func() error) <-chan error {
	done := make(chan error, 1)
	go func() { done <- work() }()
	return done
}

// untilAlone returns when an account waits to go first.
func untilAlone(b *Budget) {
	for goes := false; !goes; runtime.Gosched() {
		b.mu.Lock()
		goes = b.alone != nil
		b.mu.Unlock()
	}
}

// untilWaiting returns when so many accounts wait.
func untilWaiting(ledger *Ledger, accounts int64) {
	for ledger.Waiting.Load() < accounts {
		runtime.Gosched()
	}
}

// untilParked returns when so many accounts wait for room: from then on the next to ask is the last.
func untilParked(b *Budget, accounts int) {
	for parked := 0; parked < accounts; runtime.Gosched() {
		b.mu.Lock()
		parked = int(b.parked)
		b.mu.Unlock()
	}
}

func TestBudgetWithoutLimit(t *testing.T) {
	b, ledger, _ := testBudget(0)
	a := open(b, Restarts)
	require.NoError(t, a.Take(t.Context(), 1<<50))
	assert.Equal(t, int64(1<<50), ledger.Taken.Load())
	a.Close()
	assert.Zero(t, ledger.Taken.Load())
}

func TestBudgetRefusesWhatNobodyGivesBack(t *testing.T) {
	b, ledger, host := testBudget(100)
	for _, kind := range []AccountKind{Restarts, GoesOn, OnHostThread} {
		a := open(b, kind)
		assert.Equal(t, ErrOverBudget, a.Take(t.Context(), 101))
		require.NoError(t, a.Take(t.Context(), 60), "after an error it goes on")
		host.held.Store(30)
		assert.Equal(t, ErrOverBudget, a.Take(t.Context(), 20), "the host holds it")
		host.held.Store(0)
		require.NoError(t, a.Take(t.Context(), 20))
		a.Close()
		assert.Zero(t, ledger.Taken.Load())
	}
}

func TestBudgetWaitsForThoseThatWork(t *testing.T) {
	for _, kind := range []AccountKind{Restarts, GoesOn, OnHostThread} {
		b, ledger, _ := testBudget(100)
		first, second := open(b, Restarts), open(b, kind)
		require.NoError(t, first.Take(t.Context(), 80))
		done := later(func() error { return second.Take(t.Context(), 50) })
		untilWaiting(ledger, 1)
		first.Give(10)
		assert.Empty(t, done)
		first.Close()
		require.NoError(t, <-done)
		second.Close()
		assert.Zero(t, ledger.Taken.Load())
	}
}

func TestBudgetDoesNotWaitForThosePaused(t *testing.T) {
	b, _, _ := testBudget(100)
	stream, call := open(b, GoesOn), open(b, Restarts)
	require.NoError(t, stream.Take(t.Context(), 80))
	stream.Pause()
	assert.Equal(t, ErrOverBudget, call.Take(t.Context(), 50))
	require.NoError(t, stream.Take(t.Context(), 10))
	stream.Close()
	require.NoError(t, call.Take(t.Context(), 50))
}

func TestBudgetWaitsForTheHost(t *testing.T) {
	b, ledger, host := testBudget(100)
	host.held.Store(70)
	host.returning.Store(true)
	a, onHostThread := open(b, Restarts), open(b, OnHostThread)
	assert.Equal(t, ErrOverBudget, onHostThread.Take(t.Context(), 50), "its thread is the one that would give it back")
	onHostThread.Close()
	done := later(func() error { return a.Take(t.Context(), 50) })
	untilWaiting(ledger, 1)
	assert.Equal(t, ErrOverBudget, onHostThread.Take(t.Context(), 50), "nor does it wait for one that waits for it")
	onHostThread.Close()
	host.held.Store(0)
	host.returning.Store(false)
	b.Changed()
	require.NoError(t, <-done)
}

func TestBudgetEndsWithTheContext(t *testing.T) {
	b, ledger, _ := testBudget(100)
	ctx, cancel := context.WithCancel(t.Context())
	first, second, third := open(b, Restarts), open(b, Restarts), open(b, Restarts)
	require.NoError(t, first.Take(ctx, 80))
	takes := later(func() error { return second.Take(ctx, 50) })
	untilWaiting(ledger, 1)
	alone := later(func() error { return third.Alone(ctx) })
	untilAlone(b)
	begins := later(func() error { return open(b, Restarts).Take(ctx, 1) })
	untilWaiting(ledger, 3)
	cancel()
	b.Changed()
	for _, done := range []<-chan error{takes, alone, begins} {
		assert.Equal(t, context.Canceled, <-done)
	}
	second.Close()
	first.Close()
	require.NoError(t, open(b, Restarts).Take(t.Context(), 100), "nobody goes first any more")
}

// Two that both wait for each other: one gives way, and goes on alone when the other has ended.
func TestBudgetHasOneGiveWay(t *testing.T) {
	b, ledger, _ := testBudget(100)
	first, second := open(b, Restarts), open(b, Restarts)
	require.NoError(t, first.Take(t.Context(), 40))
	require.NoError(t, second.Take(t.Context(), 40))
	waits := later(func() error { return first.Take(t.Context(), 40) })
	untilParked(b, 1)
	assert.Equal(t, ErrGiveWay, second.Take(t.Context(), 40))
	second.Close()
	require.NoError(t, <-waits)

	alone := later(func() error { return second.Alone(t.Context()) })
	untilAlone(b)
	third := later(func() error { return open(b, Restarts).Take(t.Context(), 1) })
	untilWaiting(ledger, 2)
	require.NoError(t, first.Take(t.Context(), 10), "what has begun goes on")
	assert.Empty(t, alone)
	first.Close()
	require.NoError(t, <-alone)
	require.NoError(t, second.Take(t.Context(), 80))
	assert.Equal(t, ErrOverBudget, second.Take(t.Context(), 40))
	assert.Empty(t, third)
	second.Close()
	require.NoError(t, <-third)
}

// Work of all kinds and sizes: each ends, and the budget is never overdrawn and empty at the end.
func TestBudgetUnderStress(t *testing.T) {
	const limit = 1000
	b, ledger, host := testBudget(limit)
	var group sync.WaitGroup
	var done, refused atomic.Int64
	work := func(a *Account, random *rand.Rand) error {
		for range random.IntN(20) {
			if err := a.Take(context.Background(), random.Int64N(limit/4)); err != nil {
				return err
			}
			assert.LessOrEqual(t, ledger.Taken.Load()+host.Held(), int64(limit))
		}
		return nil
	}
	for i := range 8 {
		group.Go(func() {
			random := rand.New(rand.NewPCG(1, uint64(i)))
			for range 300 {
				a := open(b, AccountKind(random.IntN(3)))
				err := work(a, random)
				if err == ErrGiveWay {
					a.Close()
					if err = a.Alone(context.Background()); err == nil {
						err = work(a, random)
					}
					assert.NotEqual(t, ErrGiveWay, err)
				}
				if a.Close(); err == nil {
					done.Add(1)
				} else {
					refused.Add(1)
				}
			}
		})
	}
	group.Wait()
	assert.Equal(t, int64(8*300), done.Load()+refused.Load())
	assert.Positive(t, done.Load())
	assert.Zero(t, ledger.Taken.Load())
	assert.Zero(t, ledger.Waiting.Load())
}
