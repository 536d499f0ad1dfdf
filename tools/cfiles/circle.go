package cfiles

import (
	"maps"
	"slices"
	"strings"
)

// arrows returns the files whose functions a C file uses.
func (c *checker) arrows(name string) []string {
	to := make(map[string]bool)
	for function := range c.files[name].uses {
		if other, ok := c.defined[function]; ok && other != name && !isHeader(name) {
			to[other] = true
		}
	}
	return slices.Sorted(maps.Keys(to))
}

func (c *checker) checkCircles() {
	for _, circle := range c.circles() {
		c.report(circle[0], "files use each other's functions in a circle: %s", strings.Join(append(circle, circle[0]), " -> "))
	}
}

// circles returns a shortest circle for each file that is in one and comes before all others of it by name.
func (c *checker) circles() [][]string {
	var circles [][]string
	for _, name := range c.names() {
		if circle := c.circleOf(name); circle != nil && slices.Min(circle) == name {
			circles = append(circles, circle)
		}
	}
	return circles
}

// circleOf returns the files on the shortest way from a file back to itself, or nil.
func (c *checker) circleOf(start string) []string {
	from := map[string]string{}
	for queue := []string{start}; len(queue) > 0; queue = queue[1:] {
		for _, next := range c.arrows(queue[0]) {
			if next == start {
				return way(from, start, queue[0])
			}
			if _, seen := from[next]; !seen {
				from[next] = queue[0]
				queue = append(queue, next)
			}
		}
	}
	return nil
}

func way(from map[string]string, start, end string) []string {
	var files []string
	for at := end; at != start; at = from[at] {
		files = append(files, at)
	}
	files = append(files, start)
	slices.Reverse(files)
	return files
}
