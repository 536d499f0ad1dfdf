package metadata

import (
	"strings"

	"tidemark/core/internal/ascii"
)

// time reads the time that follows a date, and its zone. Where there is none it reads nothing.
func (s *scanner) time(d *date) {
	at := s.i
	if d.day == 0 || d.hour >= 0 || !s.clock(d) {
		s.i = at
	}
	if d.hour >= 0 {
		s.zone(d)
	}
}

func (s *scanner) clock(d *date) bool {
	s.skip("T t,\u00a0-–|·@~•\u3000")
	at := s.i
	switch strings.ToLower(s.word()) {
	case "", "at", "um", "à", "alle", "a", "ore", "om", "kl", "t", "las":
		s.skip(" .")
	default:
		s.i = at
		return false
	}
	hour, digits := s.number()
	if digits == 0 || digits > 2 {
		return false
	}
	if !s.take(":") && !s.take("：") && !s.take("h") && !s.take("时") && !(digits == 2 && s.take(".")) {
		return false
	}
	minute, digits := s.number()
	if digits != 2 {
		return false
	}
	second := -1
	if at := s.i; s.take(":") {
		if n, digits := s.number(); digits == 2 {
			second = n
			s.fraction()
		} else {
			s.i = at
		}
	}
	switch s.half() {
	case 'p':
		if hour < 12 {
			hour += 12
		}
	case 'a':
		if hour == 12 {
			hour = 0
		}
	}
	if hour > 23 || minute > 59 || second > 60 {
		return false
	}
	d.hour, d.minute, d.second = hour, minute, second
	return true
}

// half reads a.m. or PM, and returns its first letter, in lower case.
func (s *scanner) half() byte {
	at := s.i
	s.skip(" \u00a0")
	if s.i < len(s.text) {
		half := ascii.Lower(s.text[s.i])
		s.i++
		_ = s.take(".")
		if (half == 'a' || half == 'p') && (s.take("m") || s.take("M")) {
			_ = s.take(".")
			return half
		}
	}
	s.i = at
	return 0
}

// fraction goes over a fraction of a second, which is of no use.
func (s *scanner) fraction() {
	at := s.i
	if s.take(".") || s.take(",") {
		if _, digits := s.number(); digits > 0 {
			return
		}
	}
	s.i = at
}

// zone reads Z, UTC, EST, +01:00, +0100 and GMT+01:00.
func (s *scanner) zone(d *date) {
	at := s.i
	s.skip(" ")
	word := s.i
	if zone := zoneOf(s.word()); zone != "" {
		d.zone, at = zone, s.i
	} else {
		s.i = word
	}
	sign := ""
	for _, of := range [...]string{"+", "-"} {
		if s.take(of) {
			sign = of
			break
		}
	}
	hours, digits := s.number()
	minutes := 0
	switch {
	case sign == "" || digits != 2 && digits != 4:
		s.i = at
		return
	case digits == 4:
		hours, minutes = hours/100, hours%100
	case s.take(":"):
		if minutes, digits = s.number(); digits != 2 {
			s.i = at
			return
		}
	}
	if hours > 14 || minutes > 59 {
		s.i = at
		return
	}
	d.zone = string(appendPadded(append(appendPadded([]byte(sign), hours, 2), ':'), minutes, 2))
}

// zoneOf returns the offset of a zone by its name, of those that have one meaning in nearly all dates.
func zoneOf(name string) string {
	switch name {
	case "Z", "UTC", "GMT":
		return "Z"
	case "EST", "CDT":
		return "-05:00"
	case "EDT":
		return "-04:00"
	case "CST", "MDT":
		return "-06:00"
	case "MST", "PDT":
		return "-07:00"
	case "PST":
		return "-08:00"
	case "CET":
		return "+01:00"
	case "CEST":
		return "+02:00"
	}
	return ""
}
