// Package cfiles checks how C files lean on each other:
//
//   - No files use each other's functions in a circle, over however many others.
//   - A file includes the header of each function that it uses or that others may use of it, and no header of which it uses nothing.
//     What the header of its own name includes need not be included again.
//   - Each folder includes headers of the folders that it may know alone, and no folder but the outermost knows Node-API.
//
// Of functions only those are seen whose names begin with tm_. References count as calls do.
package cfiles

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
)

// Fault is a rule that a file breaks.
type Fault struct {
	File    string
	Message string
}

// Report is what there is to say about all files.
type Report struct {
	Faults        []Fault
	Files, Arrows int // an arrow leads from a file to one whose functions it uses
}

// Check looks at the C files and headers of a folder, which are given by their paths from there. mayInclude has the folders within it
// that have C files, and those whose headers each may include beside its own.
func Check(sources map[string]string, mayInclude map[string][]string) Report {
	c := &checker{files: make(map[string]*file), mayInclude: mayInclude}
	for name, source := range sources {
		c.files[name] = parse(source)
	}
	c.defined = c.definitions()
	arrows := 0
	for _, name := range c.names() {
		c.checkIncludes(name)
		c.checkBorder(name)
		arrows += len(c.arrows(name))
	}
	c.checkCircles()
	return Report{c.faults, len(sources), arrows}
}

type checker struct {
	files      map[string]*file
	defined    map[string]string // functions that others may use, and the files that have them
	mayInclude map[string][]string
	faults     []Fault
}

func (c *checker) report(name, format string, args ...any) {
	c.faults = append(c.faults, Fault{name, fmt.Sprintf(format, args...)})
}

func (c *checker) names() []string { return slices.Sorted(maps.Keys(c.files)) }

func isHeader(name string) bool { return strings.HasSuffix(name, ".h") }

func (c *checker) definitions() map[string]string {
	defined := make(map[string]string)
	for _, name := range c.names() {
		for function := range c.files[name].defines {
			defined[function] = name
		}
	}
	return defined
}

// included returns the path of a header that a file names, if it is one of the files.
func (c *checker) included(name, header string) (string, bool) {
	full := path.Join(path.Dir(name), header)
	_, ok := c.files[full]
	return full, ok
}

// checkIncludes compares what a file includes with what it uses.
func (c *checker) checkIncludes(name string) {
	of := c.files[name]
	own := strings.TrimSuffix(name, ".c") + ".h"
	declared := make(map[string]bool)
	if header, ok := c.files[own]; ok {
		for _, inner := range header.includes {
			if full, ok := c.included(own, inner); ok {
				maps.Copy(declared, c.files[full].declares)
			}
		}
	}
	for _, header := range of.includes {
		full, ok := c.included(name, header)
		if !ok {
			continue
		}
		maps.Copy(declared, c.files[full].declares)
		if full != own && !of.usesAny(c.files[full].declares) && !declaresAny(c.files[full], of.defines) {
			c.report(name, "it uses nothing of %s", header)
		}
	}
	if isHeader(name) {
		return
	}
	for _, function := range slices.Sorted(maps.Keys(of.uses)) {
		if other, ok := c.defined[function]; ok && other != name && !declared[function] {
			c.report(name, "it uses %s of %s and does not include its header", function, other)
		}
	}
	for _, function := range slices.Sorted(maps.Keys(of.defines)) {
		if !declared[function] {
			c.report(name, "no header that it includes declares %s: make it static, or declare it", function)
		}
	}
}

func declaresAny(header *file, functions map[string]bool) bool {
	for function := range functions {
		if header.declares[function] {
			return true
		}
	}
	return false
}

// checkBorder looks for headers that the folder of a file must not know.
func (c *checker) checkBorder(name string) {
	of, folder := c.files[name], path.Dir(name)
	allowed, ok := c.mayInclude[folder]
	if !ok {
		c.report(name, "nothing says which folders may be included by %s", folder)
		return
	}
	for _, header := range of.includes {
		if full, ok := c.included(name, header); ok && path.Dir(full) != folder && !slices.Contains(allowed, path.Dir(full)) {
			c.report(name, "%s must not include headers of %s", folder, path.Dir(full))
		}
	}
	if folder != "." && of.usesNodeAPI {
		c.report(name, "%s must not know Node-API", folder)
	}
}
