package main

import "strings"

// score is how good an answer is, by shingles.
type score struct{ f, precision, recall float64 }

// kept returns the words of the units that are kept, without a title that leads.
func (s *sample) kept(keep []bool) (words []int32) {
	title := s.title(keep)
	for i := range s.units {
		if keep[i] && i != title {
			words = append(words, s.units[i].words...)
		}
	}
	return words
}

// title finds the unit that is the title: one of the first headings or lines, -1 if it is none.
func (s *sample) title(keep []bool) int {
	const firstWords, firstHeadings, firstLines = 60, 2, 3
	words, headings, lines, line := 0, 0, 0, -1
	for i := range s.units {
		u := &s.units[i]
		if !keep[i] || len(u.words) == 0 {
			continue
		}
		if u.level > 0 && words < firstWords {
			if headings++; headings <= firstHeadings && s.titles[u.key] {
				return i
			}
		}
		if lines++; lines <= firstLines && line < 0 && s.titles[u.key] {
			line = i
		}
		words += len(u.words)
	}
	return line
}

func (s *sample) judge(keep []bool) score {
	shingles := shinglesOf(s.kept(keep))
	have := make(map[shingle]int, len(shingles))
	hit := 0
	for _, g := range shingles {
		if have[g] < s.shingles[g] {
			have[g]++
			hit++
		}
	}
	if hit == 0 {
		return score{}
	}
	p, r := float64(hit)/float64(len(shingles)), float64(hit)/float64(len(shinglesOf(s.gold)))
	return score{2 * p * r / (p + r), p, r}
}

// snippetsRight counts the snippets that are rightly there or not.
func (s *sample) snippetsRight(keep []bool) (right, all int) {
	var b strings.Builder
	for i := range s.units {
		if keep[i] {
			b.WriteString(" " + s.units[i].key)
		}
	}
	text := b.String() + " "
	const long = 12
	has := func(key string) bool {
		return strings.Contains(text, " "+key+" ") || len(key) > long && strings.Contains(text, key)
	}
	for _, key := range s.with {
		if has(key) {
			right++
		}
	}
	for _, key := range s.without {
		if !has(key) {
			right++
		}
	}
	return right, len(s.with) + len(s.without)
}

// pictureScore is how well the pictures that stand alone are judged, and whether there are any.
func (s *sample) pictureScore(keep []bool) (f float64, ok bool) {
	hit, kept, all := 0.0, 0.0, 0.0
	for i := range s.units {
		u := &s.units[i]
		if u.pictures == nil {
			continue
		}
		all += float64(u.label)
		if keep[i] {
			kept++
			hit += float64(u.label)
		}
	}
	return 2 * hit / max(kept+all, 1), s.pictures != nil && all > 0
}

// headingScore is how many of the content's headings are kept, and whether there are any.
func (s *sample) headingScore(keep []bool) (recall float64, ok bool) {
	kept, all := 0.0, 0.0
	for i := range s.units {
		const surely = 0.9
		if u := &s.units[i]; u.level > 0 && u.key != "" && u.label >= surely && s.lines[u.key] && !s.titles[u.key] {
			all++
			if keep[i] {
				kept++
			}
		}
	}
	return kept / max(all, 1), all > 0
}
