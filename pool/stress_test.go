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

// Submitters of calls and of messages, and a close at once: every job is settled exactly once, and the counts add up.
func TestEveryJobSettlesExactlyOnce(t *testing.T) {
	const submitters, each = 4, 500
	q, p := started(t, 3), New()
	tasks := make([]*counted, submitters*each)
	var all, settled sync.WaitGroup
	for s := range submitters {
		all.Go(func() {
			b := NewBridge(p)
			defer b.Close()
			numbers := rand.Perm(each) // what is missing when the pool is closed keeps others waiting
			for i := range each {
				id := s*each + i
				tasks[id] = waitFor(&settled, func() error {
					switch id % 5 {
					case 0:
						panic("boom")
					case 1:
						return context.Canceled
					default:
						return nil
					}
				})
				switch {
				case s%2 == 0:
					q <- p.Admit(uint64(id), tasks[id])
				default:
					q <- b.Admit(uint64(id), uint64(numbers[i]), tasks[id])
				}
				if s == 0 && i == each/2 {
					p.Close()
				}
			}
		})
	}
	all.Wait()
	settled.Wait()
	for _, task := range tasks {
		require.EqualValues(t, 1, task.count.Load())
	}
	stats := p.Stats()
	assert.EqualValues(t, submitters*each, stats.Completed+stats.Failed+stats.Cancelled)
	assert.Zero(t, stats.Running)
}
