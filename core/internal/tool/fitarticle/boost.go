package main

import (
	"math"
	"math/rand/v2"
)

// forest is a sum of trees. All nodes of a level of a tree ask the same, so that a tree is so many questions, and a leaf for each way to
// answer them.
type forest struct {
	bias  float64
	trees []tree
}

type tree struct {
	feature   []uint8 // by level
	threshold []uint8 // what is more counts
	leaf      []float32
}

// data are units with what is to be learned: rows of features, one after another.
type data struct {
	features int
	rows     [][]uint8
	label    []float32
	weight   []float32
}

type settings struct {
	depth, trees           int
	rate, lambda, minimum  float64
	rowShare, featureShare float64
	seed                   uint64
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

func (t *tree) at(row []uint8) float32 {
	n := 0
	for k, feature := range t.feature {
		if row[feature] > t.threshold[k] {
			n |= 1 << k
		}
	}
	return t.leaf[n]
}

func (f *forest) score(row []uint8) float64 {
	sum := f.bias
	for i := range f.trees {
		sum += float64(f.trees[i].at(row))
	}
	return sum
}

// slope is the first and the second derivative of the loss.
type slope struct{ first, second float32 }

func (s slope) gain(lambda float64) float64 {
	return float64(s.first) * float64(s.first) / (float64(s.second) + lambda)
}

// grow fits a forest by gradient boosting of the logistic loss.
func grow(d *data, s settings) *forest {
	rng := rand.New(rand.NewPCG(s.seed, 1))
	n := len(d.rows)
	var sw, sy float64
	for i := range n {
		sw += float64(d.weight[i])
		sy += float64(d.weight[i] * d.label[i])
	}
	p := sy / sw
	f := &forest{bias: math.Log(p / (1 - p))}
	scale, mean := float32(float64(n)/sw), float32(sw/float64(n))
	score := make([]float64, n)
	for i := range score {
		score[i] = f.bias
	}
	leaves := 1 << s.depth
	node := make([]int32, n)
	slopes := make([]slope, n)
	hist := make([]slope, leaves*d.features*256)
	for range s.trees {
		var features []int
		for k := range d.features {
			if rng.Float64() < s.featureShare {
				features = append(features, k)
			}
		}
		var sampled []int32
		for i := range n {
			// What weighs more is more likely to be looked at, and weighs no more then.
			chance := min(1, max(0.03, float32(s.rowShare)*d.weight[i]/mean))
			if rng.Float32() >= chance {
				continue
			}
			p := float32(sigmoid(score[i]))
			w := d.weight[i] * scale / chance
			slopes[i] = slope{w * (p - d.label[i]), w * max(p*(1-p), 1e-4)}
			node[i] = 0
			sampled = append(sampled, int32(i))
		}
		t := tree{leaf: make([]float32, leaves)}
		for level := range s.depth {
			feature, threshold := best(d, s, features, sampled, slopes, node, hist, 1<<level)
			t.feature, t.threshold = append(t.feature, feature), append(t.threshold, threshold)
			for _, i := range sampled {
				if d.rows[i][feature] > threshold {
					node[i] |= 1 << level
				}
			}
		}
		sums := make([]slope, leaves)
		for _, i := range sampled {
			sums[node[i]].first += slopes[i].first
			sums[node[i]].second += slopes[i].second
		}
		for at := range leaves {
			t.leaf[at] = float32(-s.rate * float64(sums[at].first) / (float64(sums[at].second) + s.lambda))
		}
		for i := range n {
			score[i] += float64(t.at(d.rows[i]))
		}
		f.trees = append(f.trees, t)
	}
	return f
}

// best returns the question that parts what is in all nodes of a level best.
func best(d *data, s settings, features []int, sampled []int32, slopes []slope, node []int32, hist []slope, nodes int) (feature, threshold uint8) {
	hist = hist[:nodes*len(features)*256]
	clear(hist)
	sums := make([]slope, nodes)
	for _, i := range sampled {
		g, at := slopes[i], int(node[i])
		sums[at].first += g.first
		sums[at].second += g.second
		h := hist[at*len(features)*256:]
		row := d.rows[i]
		for k, feature := range features {
			c := &h[k<<8|int(row[feature])]
			c.first += g.first
			c.second += g.second
		}
	}
	threshold = 255
	most := 1e-3
	left := make([]slope, nodes)
	for k, f := range features {
		clear(left)
		for bin := range 255 {
			gain, changed := 0.0, false
			for at := range nodes {
				if c := hist[(at*len(features)+k)*256+bin]; c.second != 0 {
					left[at].first += c.first
					left[at].second += c.second
					changed = true
				}
			}
			if !changed {
				continue
			}
			for at := range nodes {
				right := slope{sums[at].first - left[at].first, sums[at].second - left[at].second}
				if float64(left[at].second) < s.minimum || float64(right.second) < s.minimum {
					continue
				}
				gain += left[at].gain(s.lambda) + right.gain(s.lambda) - sums[at].gain(s.lambda)
			}
			if gain > most {
				most, feature, threshold = gain, uint8(f), uint8(bin)
			}
		}
	}
	return feature, threshold
}
