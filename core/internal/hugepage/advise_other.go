//go:build !linux

package hugepage

func advise(_, _ uintptr) {}

func release(_, _ uintptr) {}
