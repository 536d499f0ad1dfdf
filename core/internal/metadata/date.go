package metadata

import "strconv"

// date is a point in time, as precisely as a document tells it. What is not known is zero, and below 0 of hours.
type date struct {
	year, month, day     int
	hour, minute, second int
	zone                 string // Z or +hh:mm, empty if it is not known
}

// The years in which what is found in texts can have been published.
const (
	firstYear = 1900
	lastYear  = 2099
)

// isValid reports whether there is such a day and such a time.
func (d date) isValid() bool {
	switch {
	case d.year < firstYear || d.year > lastYear || d.month < 0 || d.month > 12 || d.day < 0:
		return false
	case d.day > daysIn(d.year, d.month):
		return false
	case d.day > 0 && d.month == 0:
		return false
	}
	return d.hour < 24 && d.minute < 60 && d.second < 61
}

func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// String writes a date in ISO 8601, in the form that the HTML Standard has for it:
// https://html.spec.whatwg.org/multipage/common-microsyntaxes.html#dates-and-times
func (d date) String() string {
	b := appendPadded(make([]byte, 0, 25), d.year, 4)
	if d.month > 0 {
		b = appendPadded(append(b, '-'), d.month, 2)
	}
	if d.day == 0 {
		return string(b)
	}
	b = appendPadded(append(b, '-'), d.day, 2)
	if d.hour >= 0 {
		b = appendPadded(append(b, 'T'), d.hour, 2)
		b = appendPadded(append(b, ':'), d.minute, 2)
		if d.second >= 0 {
			b = appendPadded(append(b, ':'), d.second, 2)
		}
		b = append(b, d.zone...)
	}
	return string(b)
}

func appendPadded(b []byte, n, width int) []byte {
	for rest := n; width > 1; width-- {
		limit := 1
		for range width - 1 {
			limit *= 10
		}
		if rest < limit {
			b = append(b, '0')
		}
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// parseDate reads a text that is a date, or begins with one, or has one behind some words.
func parseDate(text string, dayFirst bool) (date, bool) {
	if len(text) > longest {
		return date{}, false
	}
	if d, ok := parseUnix(text); ok {
		return d, true
	}
	if year, err := strconv.Atoi(text); err == nil && len(text) == 4 {
		d := date{year: year}
		return d, d.isValid()
	}
	d, _, _, ok := findDate(text, dayFirst)
	return d, ok
}

// parseUnix reads seconds or milliseconds since 1970.
func parseUnix(text string) (date, bool) {
	if len(text) != 10 && len(text) != 13 {
		return date{}, false
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 0 {
		return date{}, false
	}
	if len(text) == 13 {
		n /= 1000
	}
	const day = 24 * 60 * 60
	d := date{year: 1970, month: 1, hour: int(n % day / 3600), minute: int(n % 3600 / 60), second: int(n % 60), zone: "Z"}
	days := int(n / day)
	for days >= daysInYear(d.year) {
		days -= daysInYear(d.year)
		d.year++
	}
	for days >= daysIn(d.year, d.month) {
		days -= daysIn(d.year, d.month)
		d.month++
	}
	d.day = days + 1
	return d, d.isValid()
}

func daysInYear(year int) int { return 337 + daysIn(year, 2) }
