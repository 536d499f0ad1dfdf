package schema

import "strings"

// nearest returns the name that was probably meant, or "" if none is near: at most one edit in three characters, letter
// case apart. The same algorithm as in js/errors.ts.
func nearest(fields []Field, name string) string {
	best, least := "", len(name)
	for i := range fields {
		candidate := fields[i].Name
		if candidate[0] == internal || len(name) > 2*len(candidate) { // Never near, and the cost of the comparison stays bounded.
			continue
		}
		d := editDistance(strings.ToLower(name), strings.ToLower(candidate))
		if d < least && 3*d <= len(candidate) {
			best, least = candidate, d
		}
	}
	return best
}

// editDistance counts the insertions, deletions, substitutions and exchanges of neighbours that turn a into b (optimal
// string alignment), in bytes: the names are ASCII.
func editDistance(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
