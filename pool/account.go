package pool

import "context"

// Account is what one piece of work takes of a budget. It is opened by Open, and closed when the work ends.
//
//tidemark:crossing handedover
type Account struct {
	budget *Budget
	kind   AccountKind
	held   int64
	counts bool // among the budget's working ones
	first  bool // before all others: see Alone
}

// AccountKind says what the work of an account can do when there is no room.
type AccountKind uint8

const (
	// Restarts is work that can begin again.
	Restarts AccountKind = iota
	// GoesOn is work that cannot: a part of it is done for good.
	GoesOn
	// OnHostThread is work on a thread without which the host gives nothing back. It waits neither for the host, nor for those that do.
	OnHostThread
)

// Open opens an account of the budget. Until it takes something it costs nothing.
func (a *Account) Open(budget *Budget, kind AccountKind) { *a = Account{budget: budget, kind: kind} }

// Take takes so many bytes, and waits for them as long as somebody will give some back. The error is ErrOverBudget, ErrGiveWay for
// work that Restarts, or that of the context.
//
//tidemark:blocks
func (a *Account) Take(ctx context.Context, bytes int64) error {
	if !a.counts {
		if err := a.begin(ctx); err != nil {
			return err
		}
	}
	if !a.budget.take(bytes) {
		if err := a.await(ctx, bytes); err != nil {
			return err
		}
	}
	a.held += bytes
	return nil
}

// Give gives bytes back.
func (a *Account) Give(bytes int64) {
	a.held -= bytes
	a.budget.give(bytes)
}

// Pause says that the work stops for a time and keeps what it has: others need not hope for that.
func (a *Account) Pause() {
	if a.counts {
		a.budget.leave(a, true)
		a.counts, a.first = false, false
	}
}

// Close gives everything back. The account may take again.
func (a *Account) Close() {
	if a.held != 0 {
		a.Give(a.held)
	}
	a.Pause()
}

// Alone waits until no other work has begun that has not ended, and lets none begin before the account is closed. It is for work that was
// told to give way, and has closed its account. Its error is that of the context.
//
//tidemark:blocks
func (a *Account) Alone(ctx context.Context) error {
	b := a.budget
	b.ledger.Waiting.Add(1)
	defer b.ledger.Waiting.Add(-1)
	for {
		changed := b.next()
		if b.enterAlone(a) {
			a.counts, a.first = true, true
			return nil
		}
		if err := wait(ctx, changed); err != nil {
			b.leave(a, false)
			return err
		}
	}
}

// begin counts the account among those that work, after the one that goes first.
func (a *Account) begin(ctx context.Context) error {
	b := a.budget
	if a.counts = b.enter(a); a.counts {
		return nil
	}
	b.ledger.Waiting.Add(1)
	defer b.ledger.Waiting.Add(-1)
	for {
		changed := b.next()
		if a.counts = b.enter(a); a.counts {
			return nil
		}
		if err := wait(ctx, changed); err != nil {
			return err
		}
	}
}

// await waits until there is room for bytes, or no hope for it.
func (a *Account) await(ctx context.Context, bytes int64) error {
	b := a.budget
	b.ledger.Waiting.Add(1) // pairs with the look in give
	defer b.ledger.Waiting.Add(-1)
	b.park()
	for {
		changed := b.next()
		if b.take(bytes) {
			b.unpark()
			return nil
		}
		if limit := b.ledger.Limit.Load(); limit > 0 && a.held+bytes > limit {
			b.unpark()
			return ErrOverBudget
		}
		hope := a.kind != OnHostThread && b.host.Returning()
		if last, others := b.isLast(hope); last {
			if b.take(bytes) { // The last that worked has ended between the two looks.
				return nil
			}
			if others && a.kind == Restarts && !a.first {
				return ErrGiveWay
			}
			return ErrOverBudget
		}
		if err := wait(ctx, changed); err != nil {
			b.unpark()
			return err
		}
	}
}

// wait waits for a change, unless the context has ended. Whoever ends one calls Budget.Changed after; the account counts as waiting since
// before the look at the context, so that one of the two sees the other.
//
//tidemark:blocks
func wait(ctx context.Context, changed <-chan struct{}) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	<-changed
	return ctx.Err()
}
