package article

import (
	"bytes"

	"tidemark/core/internal/dom"
)

// keepTitle keeps the first heading of the first level if it is the title of the page.
func (f *Finder) keepTitle() {
	f.titled = f.stats.top >= 0 && f.isTitle(int(f.stats.top))
	if f.titled {
		f.keep[f.stats.top] = true
	}
}

// sayTitleOnce leaves out headings that only say the title again.
func (f *Finder) sayTitleOnce() {
	top := f.stats.top
	if !f.titled {
		return
	}
	title := &f.units[top]
	for i := range f.units {
		u := &f.units[i]
		if int32(i) != top && f.keep[i] && u.hash == title.hash && u.words == title.words && u.level > 0 {
			f.keep[i] = false
		}
	}
}

// isTitle reports whether a unit is the title of the page: what <title> begins with, or most of it. The rest is mostly the name of the site.
func (f *Finder) isTitle(i int) bool {
	element := f.doc.Find(f.doc.Find(dom.Root, dom.TagHead), dom.TagTitle)
	if element == 0 {
		return f.isOnlyTop(i)
	}
	f.title = appendLetters(f.title[:0], f.doc, element)
	from := len(f.title)
	f.title = appendLetters(f.title, f.doc, f.boxes[f.units[i].box].node)
	title, heading := f.title[:from], f.title[from:]
	switch {
	case len(heading) == 0:
		return false
	case bytes.Contains(title, heading):
		return bytes.HasPrefix(title, heading) || 2*len(heading) > len(title)
	}
	return f.isOnlyTop(i) // <title> was written for search engines: a part of it would be the name of the site.
}

// isOnlyTop reports whether there is no other heading of the first level than the one of a unit.
func (f *Finder) isOnlyTop(i int) bool {
	box := f.units[i].box
	for j := range f.units {
		if u := &f.units[j]; u.level == 1 && u.words > 0 && u.box != box {
			return false
		}
	}
	return true
}

// longestTitle is how much of a title is compared.
const longestTitle = 512

// appendLetters appends the letters and digits of the text in an element, ASCII ones in lower case.
func appendLetters(dst []byte, doc *dom.Document, root dom.ID) []byte {
	most := len(dst) + longestTitle
	for id := root; id != 0; id = doc.Following(id, root) {
		if doc.Node(id).Kind != dom.KindText {
			continue
		}
		for text := doc.Text(id); text != ""; text = text[1:] {
			if len(dst) == most {
				return dst
			}
			switch c := text[0]; {
			case kinds[c] == isLetter, kinds[c] == isDigit, c >= 0x80:
				dst = append(dst, c)
			case kinds[c] == isUpper:
				dst = append(dst, c|0x20)
			}
		}
	}
	return dst
}
