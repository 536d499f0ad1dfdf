package main

import (
	"math"
	"strings"
)

// How much what counts: a page of which people have judged all counts 1, whatever its length.
const (
	unitPower    = 0.7 // of the number of words of a unit, for its part of that
	otherPage    = 0.3 // a page that programs have judged
	snippets     = 0.3 // one of which only snippets are known
	pictureWords = 12  // a picture counts as so many words
)

// label says of each unit how much of it is content, and how much it counts.
func (s *sample) label() {
	if s.gold == nil {
		s.labelBySnippets()
		return
	}
	covered := s.covered()
	for i := range s.units {
		u := &s.units[i]
		n := 0
		for k := range u.words {
			if covered[k] {
				n++
			}
		}
		covered = covered[len(u.words):]
		switch {
		case len(u.words) == 0:
		case len(u.words) >= shingleLength || n == len(u.words):
			u.label = float32(n) / float32(len(u.words))
		}
		for _, p := range u.pictures {
			if name := nameOf(p); name != "" && s.pictures[name] {
				u.label = 1
			}
		}
	}
	s.weigh()
}

// covered tells of each word of the page whether it is in a shingle of the content.
func (s *sample) covered() []bool {
	all := s.allWords()
	covered := make([]bool, len(all))
	for i := 0; i+shingleLength <= len(all); i++ {
		if s.shingles[shingle(all[i:i+shingleLength])] > 0 {
			for k := range shingleLength {
				covered[i+k] = true
			}
		}
	}
	return covered
}

func (s *sample) weigh() {
	sum := 0.0
	for i := range s.units {
		sum += math.Pow(float64(len(s.units[i].words)), unitPower)
	}
	counts := 1.0
	if !s.judged {
		counts = otherPage
	}
	for i := range s.units {
		u := &s.units[i]
		n := len(u.words)
		if s.pictures != nil && u.pictures != nil {
			n = pictureWords
		}
		if n > 0 {
			u.weight = float32(counts * math.Pow(float64(n), unitPower) / sum)
		}
	}
}

func (s *sample) labelBySnippets() {
	sum := 0.0
	for i := range s.units {
		u := &s.units[i]
		is, isNot := holdsAny(u.key, s.with), holdsAny(u.key, s.without)
		if u.key == "" || is == isNot {
			continue
		}
		if is {
			u.label = 1
		}
		u.weight = float32(math.Sqrt(float64(len(u.words))))
		sum += float64(u.weight)
	}
	for i := range s.units {
		if s.units[i].weight > 0 {
			s.units[i].weight *= float32(snippets / sum)
		}
	}
}

func holdsAny(key string, snippets []string) bool {
	for _, s := range snippets {
		if strings.Contains(" "+key+" ", " "+s+" ") {
			return true
		}
	}
	return false
}
