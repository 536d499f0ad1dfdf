package article

import (
	"strings"

	"tidemark/core/internal/dom"
)

// isSamePicture reports whether two units of a picture each have the same, by their file or by their text.
func (f *Finder) isSamePicture(a, b int) bool {
	x, y := f.pictureOf(a), f.pictureOf(b)
	if x == 0 || y == 0 || f.doc.Value(y, dom.AttrSrc) == "" { // what a script loads is better than what is there before
		return false
	}
	const leastText = 12 // that is not said of one picture after another
	text, file := f.doc.Value(x, dom.AttrAlt), fileOf(f.doc.Value(x, dom.AttrSrc))
	return len(text) >= leastText && text == f.doc.Value(y, dom.AttrAlt) || file != "" && file == fileOf(f.doc.Value(y, dom.AttrSrc))
}

// pictureOf is the image that a unit begins with, 0 if there is none.
func (f *Finder) pictureOf(i int) dom.ID {
	const far = 16 // elements around it, or before it
	id := f.firstOf(&f.units[i])
	for root, n := f.boxes[f.units[i].box].node, 0; id != 0 && n < far; id, n = f.doc.Following(id, root), n+1 {
		if f.doc.Is(id, dom.TagImg) {
			return id
		}
	}
	return 0
}

// fileOf is the name of the file in an address of a picture, empty where others may have the same: it has hardly any digits.
func fileOf(address string) string {
	address, _, _ = strings.Cut(address, "?")
	name := address[strings.LastIndexByte(address, '/')+1:]
	const leastDigits = 3
	digits := 0
	for i := range min(len(name), longestAttribute) {
		if kinds[name[i]] == isDigit {
			digits++
		}
	}
	if digits < leastDigits || strings.HasPrefix(address, "data:") {
		return ""
	}
	return name
}
