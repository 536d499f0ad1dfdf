package article

import "tidemark/core/internal/dom"

// Features is the number of features of a unit.
const Features = featureCount

// Rows returns the features of all units, one after another.
func (f *Finder) Rows() []uint8 {
	f.survey()
	f.describer.begin(f)
	rows := make([]uint8, 0, len(f.units)*featureCount)
	for i := range f.units {
		rows = append(rows, f.describer.describe(i)[:featureCount]...)
	}
	return rows
}

// Units is the number of units.
func (f *Finder) Units() int { return len(f.units) }

// HeadingLevel is that of the heading that a unit is in, or 0.
func (f *Finder) HeadingLevel(i int) int { return int(f.units[i].level) }

// AppendText appends the text of a unit.
func (f *Finder) AppendText(dst []byte, i int) []byte {
	u := &f.units[i]
	for c := f.firstOf(u); c != 0; c = f.nextOf(c) {
		for id := c; id != 0; {
			n := f.doc.Node(id)
			if n.Kind == dom.KindElement && f.page.NeedsCheck(n) && f.page.IsUnseen(id) {
				id = f.doc.FollowingSkipped(id, c)
				continue
			}
			if n.Kind == dom.KindText {
				dst = append(dst, f.doc.Text(id)...)
			} else if n.Tag == dom.TagBr {
				dst = append(dst, '\n')
			}
			id = f.doc.Following(id, c)
		}
	}
	return dst
}

// Path names the boxes around a unit, for who reads.
func (f *Finder) Path(i int) string {
	path := ""
	for at := f.units[i].box; at > 0; at = f.boxes[at].parent {
		id := f.boxes[at].node
		s := f.doc.Name(id)
		if c := f.doc.Value(id, dom.AttrClass); c != "" {
			s += "." + c
		}
		if c := f.doc.Value(id, dom.AttrID); c != "" {
			s += "#" + c
		}
		path = s + " > " + path
	}
	return path
}

// Decide returns which units are kept if they are content with these chances.
func (f *Finder) Decide(likely []uint8) []bool {
	f.likely = append([]uint8(nil), likely...)
	for i := range f.units {
		if f.isNoise(&f.units[i]) {
			f.likely[i] = 0
		}
	}
	f.agree()
	least, _ := f.threshold()
	f.decide(least)
	return append([]bool(nil), f.keep...)
}

// Images returns the addresses of the images in a unit, and whether that is all there is.
func (f *Finder) Images(i int) (sources []string, alone bool) {
	u := &f.units[i]
	for c := f.firstOf(u); c != 0; c = f.nextOf(c) {
		for id := c; id != 0; id = f.doc.Following(id, c) {
			if f.doc.Is(id, dom.TagImg) || f.doc.Is(id, dom.TagSource) {
				for _, key := range []dom.AttrKey{dom.AttrSrc, dom.AttrDataSrc, dom.AttrSrcset, dom.AttrDataSrcset} {
					if v := f.doc.Value(id, key); v != "" {
						sources = append(sources, v)
					}
				}
			}
		}
	}
	return sources, u.words == 0 && u.images > 0
}

// KindFeatures is the number of features by which the kind of a page is known.
const KindFeatures = kindFeatures

// DescribeKind returns them, when Decide has decided.
func (f *Finder) DescribeKind() []float32 {
	x := f.describeKind()
	return x[:]
}
