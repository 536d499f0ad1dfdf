package hugepage_test

import (
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"

	"tidemark/core/internal/hugepage"
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

func TestGrowByParts(t *testing.T) {
	const length = 40 << 20
	allocations := testing.AllocsPerRun(1, func() {
		var s []uint64
		for range length / 8 {
			s = append(hugepage.Grow(nil, s, 1), 7)
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
