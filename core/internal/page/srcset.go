package page

import (
	"strconv"
	"strings"

	"tidemark/core/internal/ascii"
)

// largestCandidate returns the address of the largest image of a srcset attribute, of those of the same size the first.
// https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute
func largestCandidate(srcset string) string {
	largest, size := "", 0.0
	for {
		srcset = strings.TrimLeft(srcset, ascii.Space+",")
		if srcset == "" {
			return largest
		}
		end := strings.IndexAny(srcset, ascii.Space)
		if end < 0 {
			end = len(srcset)
		}
		address, descriptor := srcset[:end], ""
		srcset = srcset[end:]
		if trimmed := strings.TrimRight(address, ","); trimmed != address {
			address = trimmed
		} else {
			descriptor, srcset, _ = strings.Cut(srcset, ",")
		}
		if s := sizeOf(descriptor); (largest == "" || s > size) && sourceOf(address) == trueSource {
			largest, size = address, s
		}
	}
}

// sizeOf returns what a descriptor of a candidate says of its size: of its width, or else of how dense its pixels are, which is less
// than any width.
func sizeOf(descriptor string) float64 {
	size := 1.0
	for word := range strings.FieldsSeq(descriptor) {
		value, err := strconv.ParseFloat(word[:len(word)-1], 64)
		if err != nil {
			continue
		}
		switch word[len(word)-1] {
		case 'w':
			return value * widthOverDensity
		case 'x':
			size = value
		}
	}
	return size
}

const widthOverDensity = 1000
