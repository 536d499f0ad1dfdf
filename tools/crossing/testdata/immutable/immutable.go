package immutable

import (
	"context"
	"net/url"
	"slices"
	"sync"
	"sync/atomic"
	"unsafe"

	"example.test/dep"
)

type inner struct{ n int }

type node struct{ n int }

//tidemark:crossing immutable
type T struct {
	inner
	n     int
	name  string
	list  []string
	array [4]int
	table map[string]int
	base  *url.URL
	next  *T
	count atomic.Int64
	pool  sync.Pool
	ctx   context.Context
	stop  context.CancelFunc
	other []dep.Table
	hook  func() //tidemark:trusted set once; has no captures
}

func New() *T {
	t := &T{n: 1, list: make([]string, 1)}
	t.n = 2
	t.list[0] = "x"
	t.list = append(t.list, "y")
	t.inner.n++
	return t
}

func newValue() (t T, err error) {
	t.n = 1
	t.table = map[string]int{}
	t.table["x"] = 1
	return t, nil
}

func newByNew() *T {
	var t = new(T)
	t.n = 1
	p := &t.n
	*p = 2
	return t
}

func (t *T) With(n int) *T {
	c := T{n: t.n, list: t.list}
	c.n = n
	return &c
}

func (t T) withList() T {
	t.n = 3
	t.list[0] = "x"              // want `T is immutable: set list in a constructor`
	t.list = append(t.list, "y") // want `T is immutable: set list in a constructor`
	t.table = map[string]int{}   // its own field
	slices.Sort(t.list)          // want `T is immutable: set list in a constructor`
	delete(t.table, "x")         // want `T is immutable: set table in a constructor`
	return t
}

func late(share chan *T) *T {
	t := &T{}
	t.n = 1
	share <- t
	t.n = 2 // want `T is immutable: set n in a constructor, on a value made there and not yet shared`
	return t
}

func literalLater() *T {
	t := &T{}
	t.hook = func() {
		t.n = 1 // want `T is immutable: set n`
	}
	return t
}

func notItsOwn(o *T) *T {
	o.n = 1 // want `T is immutable: set n`
	t := o
	t.n = 1      // want `T is immutable: set n`
	o.next.n = 2 // want `T is immutable: set n`
	return nil
}

func (t *T) write(v T) {
	t.n = 1              // want `T is immutable: set n`
	t.n += 1             // want `T is immutable, and a count that changes without an atomic operation is an Rc: make n a type of sync/atomic, or guard it with a mutex`
	t.n++                // want `T is immutable, and a count`
	t.n -= v.n           // want `T is immutable, and a count`
	t.name += "x"        // want `T is immutable: set name in a constructor, on a value made there and not yet shared; a field that changes later is a Cell: guard it with a mutex, or mark T handedover`
	_ = &t.n             // want `T is immutable: set n`
	_ = t.array[:]       // want `T is immutable: set array`
	t.array[1] = 1       // want `T is immutable: set array`
	t.list[0] = "x"      // want `T is immutable: set list`
	t.table["x"] = 1     // want `T is immutable: set table`
	t.inner.n = 1        // want `T is immutable: set inner`
	copy(t.list, v.list) // want `T is immutable: set list`
	clear(t.table)       // want `T is immutable: set table`
	(*t).n = 1           // want `T is immutable: set n`
	*t = v               // want `T is immutable: make a new value`
	for t.n = range 3 {  // want `T is immutable: set n`
	}
	var d dep.Table
	d.Size = 1                     // want `Table is immutable: set Size`
	d.Names[0] = "x"               // want `Table is immutable: set Names`
	for _, name := range d.Names { // reading is free
		_ = append([]string{name}, t.list...)
	}
	t.count.Add(1)
	t.pool.Put(nil)
	v = *t
	_ = dep.Table{Size: 3}
}

//tidemark:crossing immutable
type Unsafe struct {
	bytes   *[]byte        // want `Unsafe shares bytes, whose type \*\[\]byte is not known to be safe, a bare pointer through which both sides may write \(an Rc<RefCell>\): mark that type, or give the reason with //tidemark:trusted`
	address unsafe.Pointer // want `Unsafe shares address, whose type unsafe.Pointer is not known to be safe, a raw pointer \(a \*mut\), whose target may be written to or freed meanwhile: mark the type that holds it handedover, or give the reason why it is safe with //tidemark:trusted`
	handle  uintptr        // want `Unsafe shares handle, whose type uintptr is not known to be safe, a raw pointer`
	lists   [][]*node      // want `Unsafe shares lists, whose type \[\]\[\]\*node is not known to be safe, memory to which both sides may write \(a RefCell\)`
	raw     unsafe.Pointer //tidemark:trusted it points at what the linker made
	node    *node          // want `Unsafe shares node`
	nodes   []*node        // want `Unsafe shares nodes`
	any     any            // want `Unsafe shares any, whose type any is not known to be safe, an interface behind which anything may be`
	f       func()         // want `Unsafe shares f, whose type func\(\) is not known to be safe, a function value, whose captures cannot be seen`
	job     *dep.Job       // want `Unsafe shares job`
	foreign *dep.Unmarked  // want `Unsafe shares foreign`
	mu      sync.Mutex     // want `Unsafe has a mutex: mark it guarded mu`
	source  dep.Source
	values  []inner
	table   *dep.Table
}

//tidemark:crossing guarded mu
type G struct {
	limit int
	node  *node // want `G shares node`
	sum   sync.WaitGroup

	mu    sync.Mutex
	nodes []*node
}

func NewG() *G {
	g := &G{}
	g.limit = 3
	return g
}

func (g *G) set() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.limit = 4 // want `G.limit stands above mu and is immutable: set it in a constructor, or move it below`
	g.nodes = nil
	_ = &g.sum
}

// H is handed over, so its owner does as it likes.
//
//tidemark:crossing handedover
type H struct{ node *node }

func (h *H) set() { h.node = nil }

//tidemark:crossing immutable
type F func() // want `F cannot be immutable: wrap it in a struct`

type source struct{} // want `source implements Source, which is immutable: mark it //tidemark:crossing too`

func (source) Take() *dep.Job { return nil }
func (source) Put(*dep.Job)   {}

//tidemark:crossing immutable
type markedSource struct{ jobs chan *dep.Job }

func (s *markedSource) Take() *dep.Job   { return <-s.jobs }
func (s *markedSource) Put(job *dep.Job) { s.jobs <- job }
