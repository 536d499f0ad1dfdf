// Package hugepage lets long slices grow into memory that the system provides by huge pages. Page by page, at the first write to
// each, it takes several times as long, in a virtual machine sixty times; of a long document that can be more than its
// conversion. It is a hint to the system, which need not know huge pages.
package hugepage

import (
	"slices"
	"strings"
	"unsafe"

	"tidemark/core/internal/watch"
)

// pageSize is that of a huge page on the common processors. Slices shorter than two are left to the allocator's ordinary pages.
const pageSize = 2 << 20

// Grow is [slices.Grow], for elements without pointers. It may end the work that is watched: to copy a long slice takes
// milliseconds.
func Grow[S ~[]E, E any](w *watch.Watch, s S, n int) S {
	if n <= cap(s)-len(s) { // small enough to become a part of the caller
		return s
	}
	return grow(w, s, n)
}

// Push appends an element, without pointers, to a slice of which nobody holds a part: it grows by [Move]. Where there is room only the
// length is written, and no way to grow becomes a part of the caller.
func Push[S ~[]E, E any](w *watch.Watch, s *S, e E) {
	n := len(*s)
	if n == cap(*s) {
		MakeRoom(w, s)
	}
	*s = (*s)[:n+1]
	(*s)[n] = e
}

// MakeRoom makes room for one more element, by [Move]. It stays out of callers, which mostly have it.
//
//go:noinline
func MakeRoom[S ~[]E, E any](w *watch.Watch, s *S) { *s = move(w, *s, 1) }

func grow[S ~[]E, E any](w *watch.Watch, s S, n int) S {
	if uintptr(len(s)+n)*unsafe.Sizeof(*new(E)) < 2*pageSize {
		return slices.Grow(s, n)
	}
	n = max(len(s)+n, len(s)+len(s)/2)
	size := n * int(unsafe.Sizeof(*new(E)))
	w.Ahead(size)
	s = Append(w, Make[S](n), s)
	w.Made(size)
	return s
}

// leastMoved is how many bytes a slice has that is moved. What a shorter one leaves behind is soon used for others, or little.
const leastMoved = 32 << 10

// quarterMoreUpTo is up to how many bytes a slice has room for a quarter more when it is moved; a longer one for less.
const quarterMoreUpTo = 1 << 20

// Move is [Grow] for a slice of which nobody holds a part: it gives the memory of the old one back while it copies, so that both
// together take no more than one. What was in the old one is zero then.
func Move[S ~[]E, E any](w *watch.Watch, s S, n int) S {
	if n <= cap(s)-len(s) {
		return s
	}
	return move(w, s, n)
}

func move[S ~[]E, E any](w *watch.Watch, s S, n int) S {
	size := int(unsafe.Sizeof(*new(E)))
	if len(s)*size < leastMoved {
		return grow(w, s, n)
	}
	by := len(s) / 16 * 3
	if len(s)*size < quarterMoreUpTo {
		by = len(s) / 4
	}
	n = len(s) + max(n, by)
	more := (n - cap(s)) * size
	w.Ahead(more)
	made := Make[S](n)
	for from, part := 0, movedBytes/size; from < len(s); from += part {
		to := min(from+part, len(s))
		made = append(made, s[from:to]...)
		release(uintptr(unsafe.Pointer(&s[from])), uintptr((to-from)*size))
		w.Look()
	}
	w.Made(more)
	return made
}

// Drop gives the memory of a slice back that nobody needs any more, and does not wait for the garbage collector with it. What was in
// it is zero then.
func Drop[S ~[]E, E any](s S) {
	if size := Room(s); size >= leastMoved {
		release(uintptr(unsafe.Pointer(unsafe.SliceData(s))), uintptr(size))
	}
}

// Renew returns an empty slice with room for n elements: a given one, or if it has less a new one, which gives the memory of the other
// back.
func Renew[S ~[]E, E any](w *watch.Watch, s S, n int) S {
	if n <= cap(s) {
		return s[:0]
	}
	Drop(s)
	return New[S](w, max(n+n/4, 16))
}

// movedBytes is how many bytes are moved between two looks.
const movedBytes = pageSize

// New is [Make] for work that is watched: it takes the memory for it first, which may end the work.
func New[S ~[]E, E any](w *watch.Watch, n int) S {
	size := n * int(unsafe.Sizeof(*new(E)))
	w.Ahead(size)
	s := Make[S](n)
	w.Made(size)
	return s
}

// Room is how many bytes there is room for in a slice.
func Room[S ~[]E, E any](s S) int { return cap(s) * int(unsafe.Sizeof(*new(E))) }

// Append appends to a slice that has room for it, with looks at whether the work is to go on: between two of them no more than one
// page can be needed.
func Append[S, T ~[]E, E any](w *watch.Watch, s S, more T) S {
	n := max(1, watch.Every/int(unsafe.Sizeof(*new(E))))
	for ; len(more) > n; more = more[n:] {
		s = append(s, more[:n]...)
		w.Look()
	}
	return append(s, more...)
}

// AppendMost appends all of a text that is longer than [watch.Every] but its end, which it returns to be appended: so the caller can do
// that for most texts without a call.
func AppendMost(w *watch.Watch, s, text []byte) (out, end []byte) {
	n := len(text) - watch.Every
	return Append(w, Grow(w, s, len(text)), text[:n]), text[n:]
}

// LongOutput is from how many bytes on an output is to grow ahead of what is written, by [GrowAhead].
const LongOutput = 1 << 20

// GrowAhead makes room in a long output that is nearly full for half as much again, as far as the limit of its length allows.
func GrowAhead(w *watch.Watch, out []byte, limit int) []byte {
	if n := len(out); n > LongOutput && cap(out)-n < n/16 {
		return Grow(w, out, max(0, min(n/2, limit-n)))
	}
	return out
}

// Make returns an empty slice with room for n elements without pointers. What is in the room is not zero, but anything: to clear it
// would have the pages provided before they are asked for, and those that are never used.
func Make[S ~[]E, E any](n int) S {
	size := uintptr(n) * unsafe.Sizeof(*new(E))
	if size < leastMoved {
		return make(S, 0, n)
	}
	// The one way of the standard library to memory that is not cleared. The string is forgotten, the memory is the slice's.
	var b strings.Builder
	b.Grow(int(size))
	b.WriteByte(0)
	memory := unsafe.Pointer(unsafe.StringData(b.String()))
	if size >= 2*pageSize {
		advise(uintptr(memory), size)
	}
	return unsafe.Slice((*E)(memory), n)[:0]
}
