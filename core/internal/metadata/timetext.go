package metadata

import "strings"

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
	at = s.i
	s.skip(" ")
	switch strings.ToLower(strings.ReplaceAll(s.text[s.i:min(len(s.text), s.i+2)], ".", "")) {
	case "pm", "p":
		if hour < 12 {
			hour += 12
		}
		s.i += 2
	case "am", "a":
		if hour == 12 {
			hour = 0
		}
		s.i += 2
	default:
		s.i = at
	}
	if hour > 23 || minute > 59 || second > 60 {
		return false
	}
	d.hour, d.minute, d.second = hour, minute, second
	return true
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

// zone reads Z, UTC, GMT, +01:00 and +0100.
func (s *scanner) zone(d *date) {
	at := s.i
	s.skip(" ")
	for _, name := range [...]string{"Z", "UTC", "GMT"} {
		if s.take(name) {
			d.zone = "Z"
			at = s.i
			break
		}
	}
	sign := ""
	for _, of := range [...]string{"+", "-"} {
		if s.take(of) {
			sign = of
			break
		}
	}
	start := s.i
	hours, digits := s.number()
	if sign == "" || digits != 2 && digits != 4 {
		s.i = at
		return
	}
	minutes := hours % 100
	if digits == 4 {
		hours /= 100
	} else if minutes = 0; s.take(":") {
		if n, digits := s.number(); digits == 2 {
			minutes = n
		}
	}
	if hours > 14 || minutes > 59 {
		s.i = start - 1
		return
	}
	d.zone = string(appendPadded(append(appendPadded([]byte(sign), hours, 2), ':'), minutes, 2))
}
