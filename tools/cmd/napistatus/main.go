// Command napistatus reports calls of Node-API whose status is dropped: see package napistatus.
//
//	napistatus addon/*.c
package main

import (
	"fmt"
	"os"

	"tidemark/tools/napistatus"
)

func main() {
	faults := 0
	for _, name := range os.Args[1:] {
		source, err := os.ReadFile(name)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		for _, fault := range napistatus.Check(string(source)) {
			fmt.Fprintf(os.Stderr, "%s:%d: %s\n", name, fault.Line, fault.Message)
			faults++
		}
	}
	if faults > 0 || len(os.Args) == 1 {
		os.Exit(1)
	}
}
