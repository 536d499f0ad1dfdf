//go:build async_runtime

package pool

import (
	"context"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Submitters, cancellers and a close at once: every job that was taken in is settled exactly once, and the counts add up.
func TestEveryJobSettlesExactlyOnce(t *testing.T) {
	const submitters, each = 4, 500
	r, queue := newRuntime(), NewQueue(64)
	require.NoError(t, r.Start(Crew{queue, 3}))
	defer r.Stop()
	p := New(queue)

	taken := make(chan *task, submitters*each)
	var all sync.WaitGroup
	for s := range submitters {
		all.Go(func() {
			for i := range each {
				id := uint64(s*each + i)
				job := newTask(func(ctx context.Context) error {
					switch id % 5 {
					case 0:
						panic("boom")
					case 1:
						<-ctx.Done()
						return ctx.Err()
					default:
						return ctx.Err()
					}
				})
				if p.Submit(id, job) == nil {
					taken <- job
				}
				for range 3 {
					p.Cancel(rand.Uint64N(submitters * each))
				}
				p.Cancel(id - id%5 + 1) // the ones that wait for it
			}
		})
	}
	all.Wait()
	p.Close()
	p.Wait()
	close(taken)

	submitted := 0
	for job := range taken {
		submitted++
		require.EqualValues(t, 1, job.count.Load())
	}
	stats := p.Stats()
	assert.Positive(t, submitted)
	assert.EqualValues(t, submitted, stats.Completed+stats.Failed+stats.Cancelled)
	assert.Zero(t, stats.Queued+stats.Running)
}
