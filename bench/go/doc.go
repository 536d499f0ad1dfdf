// Package bench times the engine without Node.js, beside what other Go programs would use: parsing, rendering and whole
// conversions. All of it is in tests:
//
//	go test -run '^$' -bench . -cpu 1 -count 10 ./go | tee new.txt
//	go tool benchstat -col /contender -row .name,/page new.txt
//
// The pages are long articles of the corpus beside the repository, or those named behind -args.
//
// With -cpu 1 the garbage collector has no core of its own, so that a contender pays for what it leaves behind. Work goes
// on as in a process that converts one document after another: what a contender lets be used again is.
package bench
