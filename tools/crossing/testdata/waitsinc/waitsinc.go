package waitsinc

/*
static int wait_for_it(int *p) { return *p; }
static int quick(void) { return 0; }
*/
import "C"

import "sync"

//tidemark:blocks C.wait_for_it

var mu sync.Mutex

func locked(list []C.int) {
	mu.Lock()
	C.quick()
	C.wait_for_it(&list[0])           // want `call of C.wait_for_it, which waits, while mu is locked`
	_, err := C.wait_for_it(&list[0]) // want `call of C.wait_for_it, which waits, while mu is locked`
	mu.Unlock()
	_ = err
	C.wait_for_it(&list[0])
	mu.Lock()
	wrapper(list) // want `call of wrapper, which waits, while mu is locked`
	mu.Unlock()
}

func wrapper(list []C.int) { C.wait_for_it(&list[0]) }
