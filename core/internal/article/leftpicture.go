package article

// leavePictures leaves out pictures without what they belong to: those of cards whose text is left out, and portraits of those whose names are.
// Of a picture that is there for small screens and for large ones it leaves out the second.
func (f *Finder) leavePictures() {
	f.count()
	before := -1 // the picture before, where there is no text between
	for i := range f.units {
		u := &f.units[i]
		switch {
		case !f.keep[i]:
		case u.words > 0 || u.images == 0:
			before = -1
		case f.isOfCardLeft(u) || f.isPortraitAlone(u) || before >= 0 && f.isSamePicture(before, i):
			f.keep[i] = false
		default:
			before = i
		}
	}
}

// isOfCardLeft reports whether a picture is in one of several boxes that look alike, and the text with links that it is there for is left out.
func (f *Finder) isOfCardLeft(u *unit) bool {
	card := f.around[u.box].inner
	return card > 0 && f.of(&f.boxes[card]).linkWords > 0 && f.keptWords(&f.boxes[card]) == 0
}

// isOfCardKept reports whether a picture is in one of several boxes that look alike, and text with links beside it is kept.
func (f *Finder) isOfCardKept(u *unit) bool {
	card := f.around[u.box].inner
	return card > 0 && f.of(&f.boxes[card]).linkWords > 0 && f.keptWords(&f.boxes[card]) > 0
}

// isPortraitAlone reports whether a picture is that of who wrote something, and nothing is kept beside it.
func (f *Finder) isPortraitAlone(u *unit) bool {
	up := f.boxes[u.box].near[saysPoster]
	if up >= near {
		return false
	}
	at := f.boxes[u.box].parent
	for range up {
		at = f.boxes[at].parent
	}
	return f.keptWords(&f.boxes[at]) == 0
}
