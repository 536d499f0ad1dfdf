package hugepage_test

import (
	"context"
	"math"
	"runtime"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/tool/watchtest"
	"tidemark/core/internal/watch"
)

func TestGrowKeepsWhatIsThere(t *testing.T) {
	for _, length := range []int{0, 1, 1000, 3 << 20, 9 << 20} {
		s := make([]byte, length)
		for i := range s {
			s[i] = byte(i)
		}
		grown := hugepage.Grow(nil, s, 1)
		assert.GreaterOrEqual(t, cap(grown), length+1)
		assert.True(t, string(s) == string(grown), "%d bytes", length)
		assert.Equal(t, cap(grown), cap(hugepage.Grow(nil, grown, cap(grown)-length)), "there is room already")
	}
}

// TestGrowLooks holds that between two looks at whether the work is to go on no more is copied than a huge page.
func TestGrowLooks(t *testing.T) {
	const length = 24 << 20
	grow := func(ctx context.Context, s []uint64) (err error) {
		var w watch.Watch
		w.Begin(ctx)
		defer w.End(&err)
		hugepage.Grow(&w, s, 1)
		return nil
	}
	full := make([]uint64, length/8)
	ctx := watchtest.EndsAt(math.MaxInt64)
	require.NoError(t, grow(ctx, full))
	assert.GreaterOrEqual(t, ctx.Asked(), int64(length/(2<<20)))
	for _, endsAt := range []int64{1, ctx.Asked() / 2, ctx.Asked()} {
		ctx := watchtest.EndsAt(endsAt)
		assert.Equal(t, context.Canceled, grow(ctx, full))
		assert.Equal(t, endsAt, ctx.Asked(), "goes on after the end")
	}
}

func TestGrowByParts(t *testing.T) {
	const length = 40 << 20
	allocations := testing.AllocsPerRun(1, func() {
		var s []uint64
		for range length / 8 {
			hugepage.Push(nil, &s, 7)
		}
		assert.Len(t, s, length/8)
	})
	assert.Less(t, allocations, 60.0)
}

func TestMake(t *testing.T) {
	type pair struct{ a, b uint32 }
	for _, n := range []int{0, 1, 1 << 20} {
		s := hugepage.Make[[]pair](n)
		assert.Empty(t, s)
		assert.GreaterOrEqual(t, cap(s), n)
		s = s[:n]
		for i := range s {
			s[i] = pair{uint32(i), ^uint32(i)}
		}
		runtime.GC()
		for i := range s {
			if s[i] != (pair{uint32(i), ^uint32(i)}) {
				t.Fatal(i, s[i])
			}
		}
	}
}

func TestMoveKeepsWhatIsThere(t *testing.T) {
	type element [5]uint64
	for _, length := range []int{0, 1, 1000, 3 << 20 / 40, 9 << 20 / 40, 40 << 20 / 40} {
		s, want := make([]element, length), make([]element, length)
		for i := range s {
			s[i], want[i] = element{uint64(i), 2: 7}, element{uint64(i), 2: 7}
		}
		moved := hugepage.Move(nil, s, 1)
		assert.GreaterOrEqual(t, cap(moved), length+1)
		assert.True(t, slices.Equal(want, moved), "%d elements", length)
	}
}

func TestRenew(t *testing.T) {
	s := append(hugepage.Renew(nil, []int32(nil), 3), 1, 2, 3)
	assert.Equal(t, []int32{4}, append(hugepage.Renew(nil, s, 2), 4))
	assert.Equal(t, int32(4), s[0], "the room of the given one")
	for _, n := range []int{cap(s) + 1, 1 << 20} {
		more := hugepage.Renew(nil, s, n)
		assert.Empty(t, more)
		assert.GreaterOrEqual(t, cap(more), n)
	}
}
