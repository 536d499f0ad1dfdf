// Command recursion checks the rule of package recursion when run by go vet:
//
//	go vet -vettool=build/tools/recursion ./...
package main

import (
	"golang.org/x/tools/go/analysis/unitchecker"

	"tidemark/tools/recursion"
)

func main() { unitchecker.Main(recursion.Analyzer) }
