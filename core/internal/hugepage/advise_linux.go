package hugepage

import "syscall"

// adviceHugePage is MADV_HUGEPAGE of madvise(2).
const adviceHugePage = 14

// adviceDontNeed is MADV_DONTNEED.
const adviceDontNeed = 4

// release gives the whole pages of memory back to the system: it is zero then.
func release(start, size uintptr) {
	page := uintptr(syscall.Getpagesize())
	from, to := (start+page-1)&^(page-1), (start+size)&^(page-1)
	if from < to {
		_, _, _ = syscall.RawSyscall(syscall.SYS_MADVISE, from, to-from, adviceDontNeed)
	}
}

// advise asks for huge pages from start on, which is in memory that is not written yet. The first and the last may be shared with
// what lies beside it: Go's heap consists of multiples of them.
func advise(start, size uintptr) {
	from, to := start&^(pageSize-1), (start+size+pageSize-1)&^(pageSize-1)
	_, _, _ = syscall.RawSyscall(syscall.SYS_MADVISE, from, to-from, adviceHugePage)
}
