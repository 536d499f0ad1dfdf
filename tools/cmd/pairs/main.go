// Command pairs reports comments about hand-overs whose other end is not there: see package pairs. It reads the C and Go files of
// folders together.
//
//	pairs addon core pool
package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"tidemark/tools/pairs"
)

func main() {
	var names []string
	sources := make(map[string]string)
	for _, folder := range os.Args[1:] {
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || !slices.Contains([]string{".c", ".h", ".go"}, filepath.Ext(path)) {
				return err
			}
			source, err := os.ReadFile(path)
			names = append(names, path)
			sources[path] = string(source)
			return err
		})
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	faults := pairs.Check(names, sources)
	for _, fault := range faults {
		fmt.Fprintf(os.Stderr, "%s:%d: %s\n", fault.File, fault.Line, fault.Message)
	}
	if len(faults) > 0 || len(names) == 0 {
		os.Exit(1)
	}
}
