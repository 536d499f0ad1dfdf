package main

// chances are how likely each unit of each page is content.
type chances map[*sample][]uint8

// crossValidate returns the chances of all pages by forests that were not fitted on them.
func crossValidate(samples []*sample, folds int, set settings) chances {
	out := chances{}
	for fold := range folds {
		f := grow(dataOf(samples, fold), set)
		for _, s := range samples {
			if s.fold == fold {
				out[s] = f.chances(s)
			}
		}
	}
	return out
}

// dataOf are the units of all pages but those of a fold.
func dataOf(samples []*sample, but int) *data {
	d := &data{features: features}
	for _, s := range samples {
		if s.fold == but {
			continue
		}
		for i := range s.units {
			if u := &s.units[i]; u.weight > 0 {
				d.rows, d.label, d.weight = append(d.rows, s.row(i)), append(d.label, u.label), append(d.weight, u.weight)
			}
		}
	}
	return d
}

// chances are those of the units of a page.
func (f *forest) chances(s *sample) []uint8 {
	p := make([]uint8, len(s.units))
	for i := range p {
		p[i] = uint8(sigmoid(f.score(s.row(i)))*255 + 0.5)
	}
	return p
}
