package recursion

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// walk goes through what a function reaches, nearest first, without what is left out. It returns by which call each was reached.
func (g *graph) walk(from *ssa.Function, without map[*ssa.Function]bool) (reached []*ssa.Function, by map[*ssa.Function]*ssa.Function) {
	by = map[*ssa.Function]*ssa.Function{}
	queue := []*ssa.Function{from}
	for len(queue) > 0 {
		fn := queue[0]
		queue = queue[1:]
		for _, next := range g.calls[fn] {
			if _, known := by[next]; known || without[next] {
				continue
			}
			by[next] = fn
			reached = append(reached, next)
			queue = append(queue, next)
		}
	}
	return reached, by
}

// cycle returns the shortest way from a function back to itself, with it at both ends, and nil where there is none.
func (g *graph) cycle(fn *ssa.Function, without map[*ssa.Function]bool) []*ssa.Function {
	_, by := g.walk(fn, without)
	if _, ok := by[fn]; !ok {
		return nil
	}
	cycle := []*ssa.Function{fn}
	for at := by[fn]; at != fn; at = by[at] {
		cycle = append(cycle, at)
	}
	cycle = append(cycle, fn)
	slices.Reverse(cycle)
	return cycle
}

func (g *graph) reached(from *ssa.Function, without map[*ssa.Function]bool) []*ssa.Function {
	reached, _ := g.walk(from, without)
	return reached
}

func (g *graph) reaches(from, to *ssa.Function, without map[*ssa.Function]bool) bool {
	return slices.Contains(g.reached(from, without), to)
}
