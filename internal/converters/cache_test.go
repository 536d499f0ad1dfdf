package converters

import (
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core"
)

func TestGetCompilesOnce(t *testing.T) {
	c := New()
	first, err := c.Get([]byte(`{"headingStyle":"setext"}`))
	require.NoError(t, err)
	again, err := c.Get([]byte(`{"headingStyle":"setext"}`))
	require.NoError(t, err)
	assert.Same(t, first, again)
	defaults, err := c.Get(nil)
	require.NoError(t, err)
	assert.NotSame(t, first, defaults)
}

func TestGetReportsBadOptions(t *testing.T) {
	c := New()
	_, err := c.Get([]byte(`{"headingStyle":"x"}`))
	var failure *core.Error
	require.True(t, errors.As(err, &failure))
	assert.Equal(t, core.CodeInvalidOption, failure.Code)
	assert.Zero(t, held(c))
}

func TestTheCacheIsBoundedAndKeepsWhatIsUsed(t *testing.T) {
	c := New()
	used, err := c.Get(nil)
	require.NoError(t, err)
	for page := range 10 * perGeneration {
		_, err := c.Get(fmt.Appendf(nil, `{"baseUrl":"https://example.com/%d"}`, page))
		require.NoError(t, err)
		if page%50 == 0 {
			again, err := c.Get(nil)
			require.NoError(t, err)
			require.Same(t, used, again)
		}
		require.LessOrEqual(t, held(c), 2*perGeneration)
	}
}

func TestManyGoroutines(t *testing.T) {
	c := New()
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for page := range 300 {
				_, err := c.Get(fmt.Appendf(nil, `{"maxDepth":%d}`, page%200+1))
				assert.NoError(t, err)
			}
		})
	}
	all.Wait()
}

func held(c *Cache) int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return len(c.young) + len(c.old)
}
