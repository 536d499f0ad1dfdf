package hugepage_test

import (
	"syscall"
	"testing"
	"unsafe"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/hugepage"
)

// inMemory returns how many bytes of a slice, which begins with a page, are in memory.
func inMemory(t *testing.T, s []byte) (bytes int) {
	pages := make([]byte, len(s)/syscall.Getpagesize())
	_, _, errno := syscall.Syscall(syscall.SYS_MINCORE, uintptr(unsafe.Pointer(unsafe.SliceData(s))), uintptr(len(s)),
		uintptr(unsafe.Pointer(unsafe.SliceData(pages))))
	require.Zero(t, errno)
	for _, page := range pages {
		bytes += int(page&1) * syscall.Getpagesize()
	}
	return bytes
}

func full(bytes int) []byte {
	s := make([]byte, bytes)
	for i := range s {
		s[i] = 1
	}
	return s
}

// What is left behind goes back to the system, from small slices on: they are many before one is large.
func TestMoveAndDropGiveBack(t *testing.T) {
	for _, length := range []int{64 << 10, 1 << 20, 5 << 20} {
		old := full(length)
		require.Equal(t, length, inMemory(t, old))
		moved := hugepage.Move(nil, old, 1)
		assert.Zero(t, inMemory(t, old), "%d bytes", length)
		assert.True(t, string(moved) == string(full(length)), "%d bytes", length)

		dropped := full(length)
		hugepage.Drop(dropped)
		assert.Zero(t, inMemory(t, dropped), "%d bytes", length)
	}
}
