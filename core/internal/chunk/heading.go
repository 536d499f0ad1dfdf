package chunk

import "slices"

// enterHeadings takes note of the headings of units that are let go of.
func (s *Splitter) enterHeadings(units int) {
	for i := range s.units[:units] {
		if h := s.units[i].heading; h >= 0 {
			s.headers = s.under(s.headers, h)
		}
	}
}

// under returns the headings around what comes after a heading.
func (s *Splitter) under(around []int32, heading int32) []int32 {
	n := len(around)
	for n > 0 && s.level(around[n-1]) >= s.level(heading) {
		n--
	}
	return append(around[:n], heading)
}

func (s *Splitter) level(heading int32) uint8 { return s.spans[heading].Level }

// path returns the headings that a chunk of the first units is under.
func (s *Splitter) path(n int) []int32 {
	path := slices.Clone(s.headers)
	for i := range s.units[:n] {
		if u := &s.units[i]; u.heading < 0 || u.isCut {
			break
		}
		path = s.under(path, s.units[i].heading)
	}
	return path
}
