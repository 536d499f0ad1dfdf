package encoding

import (
	_ "embed" // for indexes
	"encoding/binary"
	"sync"
)

// The indexes of the Encoding Standard (https://encoding.spec.whatwg.org/#indexes), in the order of indexes.bin, of which
// core/internal/tool/genencoding says how it is written.
const (
	ibm866 = iota
	iso8859_2
	iso8859_3
	iso8859_4
	iso8859_5
	iso8859_6
	iso8859_7
	iso8859_8
	iso8859_10
	iso8859_13
	iso8859_14
	iso8859_15
	iso8859_16
	koi8R
	koi8U
	macintosh
	windows874
	windows1250
	windows1251
	windows1252
	windows1253
	windows1254
	windows1255
	windows1256
	windows1257
	windows1258
	xMacCyrillic
	gb18030
	gb18030Ranges
	big5
	jis0208
	jis0212
	eucKR
	indexCount

	noIndex = -1
)

//go:embed indexes.bin
var packed []byte

// An index is unpacked when it is first needed: most programs need none, or one.
var unpacked [indexCount]struct {
	once   sync.Once
	points []rune
}

// index returns the code points of an index, 0 where there is none.
func index(number int) []rune {
	i := &unpacked[number]
	i.once.Do(func() { i.points = unpack(number) })
	return i.points
}

func unpack(number int) []rune {
	rest := packed
	for ; number > 0; number-- {
		length, size := binary.Uvarint(rest)
		rest = rest[size+int(length):]
	}
	length, size := binary.Uvarint(rest)
	rest = rest[size:][:length]
	var points []rune
	for expected := rune(0); len(rest) > 0; {
		difference, size := binary.Uvarint(rest)
		rest = rest[size:]
		if difference == 0 {
			gap, size := binary.Uvarint(rest)
			rest = rest[size:]
			points = append(points, make([]rune, gap)...)
			continue
		}
		difference--
		point := expected + rune(difference>>1)
		if difference&1 != 0 {
			point = expected - rune(difference>>1) - 1
		}
		points = append(points, point)
		expected = point + 1
	}
	return points
}

// at returns the code point of a pointer, 0 if there is none.
func at(points []rune, pointer int) rune {
	if pointer < len(points) {
		return points[pointer]
	}
	return 0
}
