// Command crossing checks the rules of package crossing when run by go vet:
//
//	go vet -vettool=build/tools/crossing ./...
package main

import (
	"golang.org/x/tools/go/analysis/unitchecker"

	"tidemark/tools/crossing"
)

func main() { unitchecker.Main(crossing.Analyzers()...) }
