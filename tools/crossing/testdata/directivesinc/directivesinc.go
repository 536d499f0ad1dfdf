package directivesinc

/*
static int wait_for_it(void) { return 0; }
static int wait_for_them(void) { return 0; }
*/
import "C"

//tidemark:blocks C.wait_for_it
//tidemark:blocks C.wait_for_them // want `this package calls no C.wait_for_them: name a C function that it calls`
//tidemark:blocks C.gone // want `this package calls no C.gone`

func calls() { C.wait_for_it() } // want calls:"traits"
