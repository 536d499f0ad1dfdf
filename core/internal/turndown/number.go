package turndown

import (
	"math"
	"strconv"
	"strings"
)

// numberOf is what JavaScript takes text for that is to be a number.
// https://tc39.es/ecma262/#sec-stringtonumber
func numberOf(s string) float64 {
	s = s[leadingSpace(s):]
	s = s[:trailingSpace(s)]
	if s == "" {
		return 0
	}
	if len(s) > 2 && s[0] == '0' && strings.IndexByte("xXoObB", s[1]) >= 0 {
		bases := map[byte]int{'x': 16, 'o': 8, 'b': 2}
		if n, err := strconv.ParseUint(s[2:], bases[s[1]|0x20], 64); err == nil && !strings.Contains(s, "_") {
			return float64(n)
		}
		return math.NaN()
	}
	switch unsigned := strings.TrimLeft(s[:1], "+-") + s[1:]; {
	case unsigned == "Infinity":
	case strings.Trim(unsigned, "0123456789.eE+-") != "":
		return math.NaN()
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil && !math.IsInf(n, 0) {
		return math.NaN()
	}
	return n
}

// appendNumber appends a number as JavaScript writes it.
// https://tc39.es/ecma262/#sec-numeric-types-number-tostring
func appendNumber(dst []byte, n float64) []byte {
	switch size := math.Abs(n); {
	case n == 0:
		return append(dst, '0')
	case math.IsNaN(n):
		return append(dst, "NaN"...)
	case math.IsInf(n, 0):
		if n < 0 {
			dst = append(dst, '-')
		}
		return append(dst, "Infinity"...)
	case size >= 1e-6 && size < 1e21:
		return strconv.AppendFloat(dst, n, 'f', -1, 64)
	}
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(n, 'e', -1, 64), "e")
	return append(append(append(dst, mantissa...), 'e', exponent[0]), strings.TrimLeft(exponent[1:], "0")...)
}
