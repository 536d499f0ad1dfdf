package metadata

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// findDate finds the first date in a text, and where it stands. Of 3/4/2020 the first number is the day with dayFirst.
func findDate(text string, dayFirst bool) (d date, start, end int, ok bool) {
	if !strings.ContainsAny(text, "0123456789") {
		return date{}, 0, 0, false
	}
	for i := 0; i < len(text); {
		c, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case '0' <= c && c <= '9':
			s := scanner{text: text, i: i}
			if d, ok := s.numeric(dayFirst); ok {
				s.time(&d)
				return d, i, s.i, d.isValid()
			}
			for i < len(text) && isDigit(text[i]) {
				i++
			}
		case unicode.IsLetter(c):
			s := scanner{text: text, i: i}
			if d, ok := s.monthFirst(); ok {
				s.time(&d)
				return d, i, s.i, d.isValid()
			}
			s = scanner{text: text, i: i}
			s.word()
			i = max(s.i, i+size)
		default:
			i += size
		}
	}
	return date{}, 0, 0, false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// scanner reads a text from left to right.
type scanner struct {
	text string
	i    int
}

// number reads digits, and returns how many there are.
func (s *scanner) number() (n, digits int) {
	for s.i < len(s.text) && isDigit(s.text[s.i]) {
		if digits++; digits < 9 {
			n = n*10 + int(s.text[s.i]-'0')
		}
		s.i++
	}
	return n, digits
}

// word reads letters.
func (s *scanner) word() string {
	start := s.i
	for s.i < len(s.text) {
		c, size := utf8.DecodeRuneInString(s.text[s.i:])
		if !unicode.IsLetter(c) && !unicode.IsMark(c) {
			break
		}
		s.i += size
	}
	return s.text[start:s.i]
}

// skip goes over all that are of those characters.
func (s *scanner) skip(chars string) {
	for s.i < len(s.text) {
		c, size := utf8.DecodeRuneInString(s.text[s.i:])
		if !strings.ContainsRune(chars, c) {
			return
		}
		s.i += size
	}
}

// take goes over a prefix, and reports whether it is there.
func (s *scanner) take(prefix string) bool {
	if strings.HasPrefix(s.text[s.i:], prefix) {
		s.i += len(prefix)
		return true
	}
	return false
}

// atEnd reports whether no digit follows, nor a letter of an alphabet, that would make another number or another word of what was read.
func (s *scanner) atEnd() bool { return s.i >= len(s.text) || !isDigit(s.text[s.i]) }

// numeric reads a date that begins with a number.
func (s *scanner) numeric(dayFirst bool) (date, bool) {
	n, digits := s.number()
	switch {
	case digits == 8 || digits == 14:
		return s.compact(digits)
	case digits == 4:
		return s.yearFirst(n)
	case digits <= 2:
		at := s.i
		if d, ok := s.slashed(n, dayFirst); ok {
			return d, true
		}
		s.i = at
		return s.dayMonth(n)
	}
	return date{}, false
}

// compact reads 20200102, and 20200102030405.
func (s *scanner) compact(digits int) (date, bool) {
	number := s.text[s.i-digits : s.i]
	at := func(from, to int) int {
		n, _ := (&scanner{text: number[from:to]}).number()
		return n
	}
	d := date{year: at(0, 4), month: at(4, 6), day: at(6, 8), hour: -1, second: -1}
	if digits == 14 {
		d.hour, d.minute, d.second = at(8, 10), at(10, 12), at(12, 14)
	}
	return d, d.month > 0 && d.day > 0 && d.isValid()
}

// yearFirst reads 2020-01-02, 2020/1/2, 2020. 1. 2., 2020年1月2日 and 2020-01, behind the year.
func (s *scanner) yearFirst(year int) (date, bool) {
	d := date{year: year, hour: -1, second: -1}
	separator := ""
	s.skip(" ")
	for _, sep := range [...]string{"-", "/", ".", "年", "년", "\u2010", "\u2013"} {
		if s.take(sep) {
			separator = sep
			break
		}
	}
	if separator == "" {
		s.skip(",")
		s.skip(" ")
		if m := monthOf(s.word()); m > 0 { // 2020 January 2
			s.skip(" .,")
			if n, digits := s.number(); digits > 0 && digits <= 2 {
				d.month, d.day = m, n
				return d, d.isValid()
			}
		}
		return d, false
	}
	s.skip(" ")
	month, digits := s.number()
	if digits == 0 || digits > 2 || month == 0 {
		if m := monthOf(s.word()); m > 0 { // 2020-Jan-02
			month = m
		} else {
			return d, false
		}
	}
	d.month = month
	after := s.i
	s.skip(" ")
	isNext := s.take(separator) || s.take("月") || s.take("월") || separator == "年" && s.take("-")
	s.skip(" ")
	day, digits := s.number()
	if !isNext || digits == 0 || digits > 2 {
		s.i = after
		_ = s.take("月")
		isMonth := digits == 0 && (separator == "-" || separator == "/" && after == len(s.text)) || separator == "年"
		return d, isMonth && d.isValid()
	}
	d.day = day
	_ = s.take("日") || s.take("号") || s.take("일") || s.take(".")
	return d, d.day > 0 && d.isValid()
}

// slashed reads 2.1.2020, 2/1/2020, 2-1-2020 and such with two digits of the year, behind the first number.
func (s *scanner) slashed(first int, dayFirst bool) (date, bool) {
	if s.i >= len(s.text) || strings.IndexByte("./-", s.text[s.i]) < 0 {
		return date{}, false
	}
	separator := s.text[s.i : s.i+1]
	s.i++
	if separator == "." {
		s.skip(" ")
	}
	second, digits := s.number()
	if digits == 0 || digits > 2 || !s.take(separator) {
		return date{}, false
	}
	if separator == "." {
		s.skip(" ")
	}
	year, digits := s.number()
	switch {
	case digits == 2 && year < 70:
		year += 2000
	case digits == 2:
		year += 1900
	case digits != 4:
		return date{}, false
	}
	d := date{year: year, month: second, day: first, hour: -1, second: -1}
	if d.month > 12 || !dayFirst && separator != "." && first <= 12 {
		d.month, d.day = first, second
	}
	return d, d.month > 0 && d.day > 0 && d.isValid()
}

// dayMonth reads 2 January 2020, 2. Januar 2020, 2nd of January 2020, 2 de enero de 2020 and 02-Jan-2020, behind the day.
func (s *scanner) dayMonth(day int) (date, bool) {
	for _, suffix := range [...]string{"st", "nd", "rd", "th", "er", "º", "°", "ª", "."} {
		if s.take(suffix) {
			break
		}
	}
	s.skip(" -/")
	month := s.month()
	if month == 0 {
		return date{}, false
	}
	s.skip(" .,-/'’")
	if at := s.i; !isOf(s.word()) {
		s.i = at
	}
	s.skip(" ")
	year, ok := s.year()
	d := date{year: year, month: month, day: day, hour: -1, second: -1}
	return d, ok && d.day > 0 && d.isValid()
}

// month reads the name of a month, which may have a word such as "of" before it.
func (s *scanner) month() int {
	at := s.i
	word := s.word()
	if isOf(word) {
		s.skip(" ")
		word = s.word()
	}
	if m := monthOf(word); m > 0 {
		_ = s.take(".")
		return m
	}
	s.i = at
	return 0
}

// monthFirst reads January 2, 2020, Jan. 2nd 2020, and January 2020.
func (s *scanner) monthFirst() (date, bool) {
	month := monthOf(s.word())
	if month == 0 {
		return date{}, false
	}
	s.skip(".")
	s.skip(" -")
	at := s.i
	day, digits := s.number()
	if digits == 4 && s.atEnd() { // January 2020
		d := date{year: day, month: month, hour: -1, second: -1}
		return d, d.isValid()
	}
	if digits == 0 || digits > 2 {
		s.i = at
		if isOf(s.word()) {
			s.skip(" ")
			year, ok := s.year()
			d := date{year: year, month: month, hour: -1, second: -1}
			return d, ok && d.isValid()
		}
		return date{}, false
	}
	for _, suffix := range [...]string{"st", "nd", "rd", "th"} {
		if s.take(suffix) {
			break
		}
	}
	s.skip(" .,-'’")
	year, ok := s.year()
	d := date{year: year, month: month, day: day, hour: -1, second: -1}
	return d, ok && d.day > 0 && d.isValid()
}

func (s *scanner) year() (int, bool) {
	year, digits := s.number()
	if digits == 2 {
		year += 2000
	}
	return year, (digits == 4 || digits == 2 && s.i-3 >= 0 && strings.ContainsRune("'- ./", rune(s.text[s.i-3])) && year <= 2050) && s.atEnd()
}

// isOf reports whether a word stands between a day, a month and a year.
func isOf(word string) bool {
	switch word {
	case "of", "de", "del", "do", "di", "d":
		return true
	}
	return false
}
