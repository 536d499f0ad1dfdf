package main

import (
	"fmt"
	"math"

	"tidemark/core/internal/article"
)

// linear is a multinomial logistic regression: weights by kind, the last of them that of a feature which is always 1.
type linear [article.Kinds][article.KindFeatures + 1]float64

// kindSample is a page of which the kind is known.
type kindSample struct {
	x      []float32
	kind   int
	weight float64
	fold   int
	counts bool // people have said the kind
}

// kindSamples are those of some pages, of which what is likely is kept. Articles are most that are not of a source with kinds.
func kindSamples(samples []*sample, p chances) (all []kindSample) {
	kinds := map[string]int{}
	for k := range article.Kinds {
		kinds[k.String()] = int(k)
	}
	const otherPage = 0.15
	for _, s := range samples {
		if s.Source == "defuddle" {
			continue
		}
		s.finder.Decide(p[s])
		k := kindSample{x: s.finder.DescribeKind(), weight: otherPage, fold: s.fold}
		if s.Source == "wcxb" {
			k.kind, k.weight, k.counts = kinds[s.Kind], 1, true
		}
		all = append(all, k)
	}
	return all
}

func (m *linear) chances(x []float32) (p [article.Kinds]float64) {
	sum := 0.0
	for k := range m {
		z := m[k][len(x)]
		for i, v := range x {
			z += m[k][i] * float64(v)
		}
		p[k] = math.Exp(z)
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
	return p
}

// fitKinds fits the weights by gradient descent on all pages but those of a fold.
func fitKinds(samples []kindSample, but int) *linear {
	const rounds, rate, decay = 1500, 0.8, 0.002
	m := new(linear)
	for range rounds {
		var slope linear
		n := 0.0
		for _, s := range samples {
			if s.fold == but {
				continue
			}
			n += s.weight
			for k, p := range m.chances(s.x) {
				d := p * s.weight
				if k == s.kind {
					d -= s.weight
				}
				for i, v := range s.x {
					slope[k][i] += d * float64(v)
				}
				slope[k][len(s.x)] += d
			}
		}
		for k := range m {
			for i := range m[k] {
				m[k][i] -= rate * (slope[k][i]/n + decay*m[k][i])
			}
		}
	}
	return m
}

// reportKinds prints how often the kind is right on pages that it was not fitted on.
func reportKinds(samples []kindSample, folds int) {
	right, n := 0, 0
	for fold := range folds {
		m := fitKinds(samples, fold)
		for _, s := range samples {
			if s.fold != fold || !s.counts {
				continue
			}
			best := 0
			p := m.chances(s.x)
			for k := range p {
				if p[k] > p[best] {
					best = k
				}
			}
			n++
			if best == s.kind {
				right++
			}
		}
	}
	fmt.Printf("kinds, cross-validated: %d of %d\n", right, n)
}
