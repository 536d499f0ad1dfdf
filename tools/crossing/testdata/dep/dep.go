// Package dep is what the other test packages import, so that facts have to cross packages.
package dep

//tidemark:crossing immutable
type Table struct {
	Names []string
	Size  int
}

//tidemark:crossing handedover
type Job struct{ Out []byte }

// Source is shared by all workers.
//
//tidemark:crossing immutable
type Source interface {
	//tidemark:blocks
	Take() *Job
	//tidemark:handsover
	Put(job *Job)
}

type Unmarked struct{ N int }

//tidemark:crosses
func Keep(v any, more ...any) {}

// Wait is seen to wait without a directive.
func Wait(done chan struct{}) { <-done }

// Poll does not wait.
func Poll(done chan struct{}) bool {
	select {
	case <-done:
		return true
	default:
		return false
	}
}

//tidemark:recovers
func Recover() { _ = recover() }

func Loop() { defer Recover() }
