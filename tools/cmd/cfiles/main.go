// Command cfiles reports C files of the addon that use each other in a circle, or know what they must not: see package cfiles.
//
//	cfiles addon
package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"tidemark/tools/cfiles"
)

// mayInclude has the folders of the addon that have C files.
var mayInclude = map[string][]string{
	".":                  {"internal/queue", "internal/memory", "internal/transcode"},
	"internal/queue":     {"internal/memory", "internal/transcode"},
	"internal/memory":    {},
	"internal/transcode": {},
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: cfiles FOLDER")
		os.Exit(2)
	}
	sources, err := read(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	report := cfiles.Check(sources, mayInclude)
	for _, fault := range report.Faults {
		fmt.Fprintf(os.Stderr, "%s: %s\n", filepath.Join(os.Args[1], fault.File), fault.Message)
	}
	fmt.Printf("%d files, %d arrows between them, %d faults\n", report.Files, report.Arrows, len(report.Faults))
	if len(report.Faults) > 0 || report.Arrows == 0 {
		os.Exit(1)
	}
}

// read returns the C files and headers of a folder by their paths from there.
func read(folder string) (map[string]string, error) {
	sources := make(map[string]string)
	err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !slices.Contains([]string{".c", ".h"}, filepath.Ext(name)) {
			return err
		}
		source, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(folder, name)
		sources[filepath.ToSlash(relative)] = string(source)
		return err
	})
	return sources, err
}
