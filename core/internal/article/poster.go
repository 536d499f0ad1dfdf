package article

// longestPoster is how much is said of who wrote something, if it is said in a line.
const longestPoster = 8 * halves

// posterOf is the box around a unit that says who wrote something, nil if it is not near.
func (f *Finder) posterOf(u *unit) *box {
	up := f.boxes[u.box].near[saysPoster]
	if up >= near {
		return nil
	}
	at := u.box
	for range up {
		at = f.boxes[at].parent
	}
	return &f.boxes[at]
}

// keepPosters keeps who wrote what is kept, where that is said in a line: without it nobody can tell where one post ends, and who answers whom.
func (f *Finder) keepPosters(least float32) {
	const unlikelier = 8
	f.count()
	var last *box
	for i := range f.units {
		u := &f.units[i]
		b := f.posterOf(u)
		if b == nil || b == last || u.words == 0 {
			continue
		}
		last = b
		post := &f.boxes[b.parent]
		if f.of(b).words <= longestPoster && post.near[saysPost] < near && f.keptWords(post) > f.keptWords(b) && float32(f.likely[i])*unlikelier >= least {
			f.keep[i] = true
		}
	}
}
