// Package crossing checks at build time that what is shared between goroutines, or handed to threads of the host, is safe to
// share, and that goroutines and locks follow the rules of this repository. It runs under go vet; see cmd/crossing.
//
// # Directives
//
// A directive is a comment line of its own in the doc comment of what it is about (on a field, it may also follow on the same
// line). One that stands elsewhere, is malformed, or is about nothing, such as a C function that the package does not call, is an error.
//
//	//tidemark:crossing immutable         type: never written to after its constructor
//	//tidemark:crossing guarded mu        type: the fields below the mutex field mu are used with mu locked
//	//tidemark:crossing handedover        type: belongs to one goroutine at a time
//	//tidemark:trusted <why it is safe>   field: its type cannot be checked, and the reason why it is safe to share
//	//tidemark:crosses                    function or interface method: its arguments reach other goroutines
//	//tidemark:handsover                  function or interface method: keeps its arguments and receiver of handedover types, always
//	//tidemark:blocks                     function or interface method: may wait
//	//tidemark:blocks C.name              anywhere in a package: that C function may wait
//	//tidemark:spawns <why it stops>      function: may start goroutines
//	//tidemark:recovers                   function or interface method: stops a panic when it is deferred
//
// # Rules
//
// Immutable: no field of an immutable type is assigned to, has its address taken, or has an element written, appended, deleted
// or sorted, except in a constructor: a function of the same package that returns the type or a pointer to it, and only on a
// value that it made itself and has not yet sent or given to a goroutine. A copy's own fields may be written, but not what
// they refer to. The fields above the mutex of a guarded type follow the same rule. All these fields must be of types that are
// safe to share: basic types but uintptr, strings, errors, contexts, channels, types of sync and sync/atomic, marked types other than
// handedover ones, those listed in types.go, and structs, slices, arrays and maps of such types.
//
// Guarded: fields below the mutex are used with the mutex locked, for writing if they are written. Free are types of sync and
// sync/atomic, and channels and contexts that only constructors set. A function whose name ends in Locked is checked as if its
// guarded receiver and parameters were locked, and may be called only so.
//
// Handed over: a variable of a handedover type is not used after its value was sent, given to a goroutine, or passed to a
// //tidemark:handsover function, until it gets a new value. Such a function keeps the value even where it fails: one that may
// refuse a value returns it.
//
// Marked: what is sent on a channel, passed to or captured by a goroutine, or passed to a //tidemark:crosses function is of a
// basic type, a marked type or a pointer to it, or of a type that is safe by itself as above. Functions that cross are literals,
// whose captures are checked, or declared functions and methods. A captured variable is not assigned to where the goroutine
// may run. Every type of a package that implements a marked interface is marked too. Test files are exempt.
//
// Waits: no lock of sync is held over a channel operation, a select without default, one of the standard library's functions that
// wait (waits.go lists them), or a call of a function that may wait: one that says so, or one of the same module whose body shows
// it. sync.Cond.Wait is allowed with one lock held. Nor is a lock held over a callback, a call of a function value or through an
// interface, since nobody can see from here what it waits for or locks; a function of the same module that calls back counts too.
// Literals are followed instead, and free are context.CancelFunc and the methods of error, context.Context and sync.Locker. A
// deferred call counts where it runs, after the function's last statement.
//
// Spawn: goroutines (go statements, sync.WaitGroup.Go, context.AfterFunc, time.AfterFunc) start in //tidemark:spawns functions
// only. Their function begins with defers of which one recovers. Nothing calls time.Sleep. Test files are exempt.
//
// Exports: a function with a cgo //export comment begins with defers of which one recovers.
//
// # Names
//
// The messages name a fault by the type that would stop it in Rust: a count without atomic operations is an Rc, a shared field or
// variable that changes in place a Cell, shared memory that both sides may write to a RefCell, behind a bare pointer an Rc<RefCell>,
// and unsafe.Pointer, uintptr and pointers of C are raw pointers. Each says what to do: sync/atomic, a mutex, or a hand-over.
//
// # Limits
//
// Each function is followed by itself, along every way through it; what it calls is known by its directives alone. So the
// checks do not see: writes through an alias (s := t.list; s[0] = 1) or through reflect and unsafe; a method with a pointer
// receiver that writes to an unmarked struct inside a marked one; values in fields, slices and maps that are used after they
// were handed over, under another name, or by a deferred call; locks taken through another variable or by TryLock, and those of
// C; package variables that goroutines share; implementations of a marked interface in packages that do not import it. Two
// expressions that read alike, such as p.shards[i].mu, are taken for one value. A literal that is passed as an argument is taken
// to run during the call. The race detector and the stress tests look at the rest.
package crossing
