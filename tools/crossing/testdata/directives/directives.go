package directives

import "sync"

//tidemark:crossing frozen // want `say one of immutable, guarded <field> or handedover`
type A struct{}

//tidemark:crossing guarded // want `name the sync.Mutex or sync.RWMutex field of B`
type B struct{ mu sync.Mutex }

//tidemark:crossing guarded n // want `name the sync.Mutex or sync.RWMutex field of C`
type C struct{ n int }

//tidemark:blocks // want `//tidemark:blocks does not apply to a type`
type D struct{}

//tidemark:crossing immutable // want `mark the type that E is an alias of`
type E = D

//tidemark:crossing immutable // want `put //tidemark:crossing in the doc comment of`

type F struct {
	a func() //tidemark:trusted // want `a field takes //tidemark:trusted <why it is safe to share>, with the reason`
	//tidemark:trusted nobody looks // want `give the embedded field a name before it can be trusted`
	D
	b func() //tidemark:trusted set once, has no captures // want b:"trusted"
}

//tidemark:spawns // want `say why the goroutine stops` `spawns starts no goroutine`
func spawns() {}

//tidemark:blocks always // want `//tidemark:blocks takes no argument on a function`
func blocks() {} // want blocks:"traits"

//tidemark:crossing immutable // want `//tidemark:crossing does not apply to a function`
func marked() {}

//tidemark:recovers
func recovers() { // want `recovers must call recover itself` recovers:"traits"
	func() { _ = recover() }()
}

//tidemark:recovers
func reallyRecovers() { _ = recover() } // want reallyRecovers:"traits"

//tidemark:recurses twice
//tidemark:spawns stops when the process does
//tidemark:blocks
func good() { // want good:"traits"
	go good()
	//tidemark:blocks // want `put //tidemark:blocks in the doc comment of`
	//tidemark:recurses twice // want `put //tidemark:recurses in the doc comment of`
}

// A group's own comment is no doc comment of its types.
type (
	//tidemark:crossing guarded mu
	G struct{ mu sync.RWMutex } // want G:"crossing guarded"
)

//tidemark:handsover // want `keeps takes no value of a handedover type`
func keeps(a *A, list []D) {} // want keeps:"traits"

//tidemark:crosses // want `crosses has no argument that could cross`
func crosses() {} // want crosses:"traits"

//tidemark:crossing handedover
type H struct{} // want H:"crossing handedover"

//tidemark:handsover
func (h *H) keepsItself() {} // want keepsItself:"traits"

type keeper interface {
	//tidemark:handsover
	keep(list []*H) // want keep:"traits"
	//tidemark:handsover // want `drop takes no value of a handedover type`
	drop(n int) // want drop:"traits"
}
