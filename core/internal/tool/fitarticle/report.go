package main

import (
	"fmt"
	"slices"
)

// mean is a mean in the making.
type mean struct{ sum, n float64 }

func (m *mean) add(x float64) { m.sum, m.n = m.sum+x, m.n+1 }

func (m *mean) percent() float64 { return 100 * m.sum / max(m.n, 1) }

// report prints how good the answers are to which some chances lead.
func report(name string, samples []*sample, p chances) {
	var f, precision, recall, under, right, pictures, headings mean
	groups := map[string]*mean{}
	var order []string
	for _, s := range samples {
		keep := s.finder.Decide(p[s])
		if x, ok := s.pictureScore(keep); ok {
			pictures.add(x)
		}
		if x, ok := s.headingScore(keep); ok && s.gold != nil {
			headings.add(x)
		}
		if s.judged {
			r, all := s.snippetsRight(keep)
			right.sum, right.n = right.sum+float64(r), right.n+float64(all)
		}
		if s.gold == nil {
			continue
		}
		j := s.judge(keep)
		of := []string{s.Source}
		if s.Source == "wcxb" {
			of = append(of, s.Kind)
		}
		for _, g := range of {
			if groups[g] == nil {
				groups[g] = &mean{}
				order = append(order, g)
			}
			groups[g].add(j.f)
		}
		if !s.judged {
			continue
		}
		f.add(j.f)
		precision.add(j.precision)
		recall.add(j.recall)
		if j.f < 0.5 {
			under.add(1)
		} else {
			under.add(0)
		}
	}
	fmt.Printf("%s: F %.1f, P %.1f, R %.1f, under 0.5 %.1f; snippets %.1f; pictures %.1f, headings %.1f;", name, f.percent(), precision.percent(), recall.percent(),
		under.percent(), right.percent(), pictures.percent(), headings.percent())
	slices.Sort(order)
	for _, g := range order {
		fmt.Printf(" %s %.1f", g, groups[g].percent())
	}
	fmt.Println()
}

// worst prints the pages with the worst answers.
func worst(samples []*sample, p chances, most int) {
	type answer struct {
		s *sample
		j score
	}
	var list []answer
	for _, s := range samples {
		if s.gold != nil && s.judged {
			list = append(list, answer{s, s.judge(s.finder.Decide(p[s]))})
		}
	}
	slices.SortFunc(list, func(a, b answer) int { return int(1e6 * (a.j.f - b.j.f)) })
	for _, a := range list[:min(most, len(list))] {
		fmt.Printf("%s (%s): F %.2f, P %.2f, R %.2f\n", a.s.id(), a.s.Kind, a.j.f, a.j.precision, a.j.recall)
	}
}

// show prints the parts of a page that are rightly kept, wrongly kept, missed and left out.
func show(s *sample, p []uint8) {
	keep := s.finder.Decide(p)
	status := func(i int) string {
		names := [2][2]string{{"-", "missed"}, {"wrong", "kept"}}
		return names[index(keep[i])][index(s.units[i].label >= 0.5)]
	}
	fmt.Printf("%s (%s) %s\n", s.id(), s.Kind, s.URL)
	for i := 0; i < len(s.units); {
		words, end := 0, i
		for ; end < len(s.units) && status(end) == status(i); end++ {
			words += len(s.units[end].words)
		}
		fmt.Printf("%-6s %5d words, chance %3d: %.40s … %.40s | %s\n", status(i), words, p[i], s.units[i].text, s.units[end-1].text, s.units[i].path)
		i = end
	}
}

func index(b bool) int {
	if b {
		return 1
	}
	return 0
}
