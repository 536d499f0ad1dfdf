package article

// describer goes through the units in their order, and keeps what is known of those before.
type describer struct {
	f        *Finder
	row      *row // of the unit that is being described
	rows     [together]row
	heading  int    // the last heading before, -1 without
	under    [7]int // by level: the last heading of that level which is not under a later one of a higher, and 1
	lastGood int    // the last unit before that reads like prose, -1 without
	nextGood int    // the next after
}

// begin begins with the first unit.
func (d *describer) begin(f *Finder) {
	*d = describer{f: f, heading: -1, lastGood: -1}
	f.countTexts()
}

// describe writes the features of the next unit.
func (d *describer) describe(i int) *row {
	f, n := d.f, len(d.f.units)
	d.row = &d.rows[i%together]
	*d.row = row{}
	u, row, s := &f.units[i], d.row, &f.stats
	f.describeUnit(u, row)
	f.describeBoxes(int32(i), u, row)
	f.describeNear(i, row)
	row[fPlace] = share(uint32(i), uint32(n))
	row[fPlaceWord] = share(f.between(0, int32(i)).words, s.all.words)
	row[fGoodPlace] = share(f.between(0, int32(i)).good, s.all.good)
	row[fIndex] = logByte(uint32(i))
	row[fFromEnd] = logByte(uint32(n - i))
	row[fTop] = 3
	if s.top >= 0 {
		switch d := int32(i) - s.top; {
		case d < 0:
			row[fTop], row[fTopUnits] = 0, logByte(uint32(-d))
		case d == 0:
			row[fTop] = 1
		default:
			row[fTop], row[fTopUnits] = 2, logByte(uint32(d))
		}
	}
	row[fRepeats] = f.repeats(u)
	d.describeHeadings(i)
	d.describeProse(i)
	copy(row[fPage:], s.features[:])
	return d.row
}

// describeHeadings tells what headings a unit is under.
func (d *describer) describeHeadings(i int) {
	f, row := d.f, d.row
	if d.heading >= 0 {
		h := &f.units[d.heading]
		level := h.level
		row[fHeadingLinks] = 1 + share(h.linkWords, h.words)
		row[fHeading], row[fHeadingUnits], row[fHeadingLevel] = 1, logByte(uint32(i-d.heading)), level
		copy(row[fHeadingSaid:], h.said[:])
		for level--; level > 1; level-- {
			if d.under[level] > 0 {
				copy(row[fUpperSaid:], f.units[d.under[level]-1].said[:])
				break
			}
		}
	}
	if level := f.units[i].level; level > 0 && f.units[i].words > 0 {
		d.heading, d.under[level] = i, i+1
		clear(d.under[level+1:])
	}
}

// describeProse tells how far away there is prose.
func (d *describer) describeProse(i int) {
	f, row := d.f, d.row
	for d.nextGood <= i || d.nextGood < len(f.units) && f.units[d.nextGood].good == 0 {
		d.nextGood++
	}
	row[fGoodBefore], row[fGoodAfter] = 255, 255
	if d.lastGood >= 0 {
		row[fGoodBefore] = logByte(uint32(i - d.lastGood))
		row[fAnyGood] = 1
	}
	if d.nextGood < len(f.units) {
		row[fGoodAfter] = logByte(uint32(d.nextGood - i))
		row[fAnyGood] |= 2
	}
	if f.units[i].good > 0 {
		d.lastGood = i
	}
}

func (f *Finder) describeUnit(u *unit, row *row) {
	row[fWords], row[fLinkDensity], row[fTag] = u.shape[0], u.shape[1], u.shape[2]
	row[fLinks] = logByte(uint32(u.links))
	row[fWordLength] = uint8(min(u.letters*16/max(u.words, 1), 255))
	row[fSentences] = share(u.sentences*4, u.words)
	row[fCommas] = share(u.commas*4, u.words)
	row[fUpper] = share(u.upper, u.letters)
	row[fDigits] = share(u.digits, u.letters)
	row[fLast] = u.ending
	row[fPrices] = uint8(min(u.prices, 8))
	row[fImages] = uint8(min(u.images, 8))
	row[fTimes] = uint8(min(u.times, 8))
	row[fControls] = uint8(min(u.controls, 8))
	row[fPictures] = u.picture
	row[fAlternative] = u.alternative
	if u.inControl {
		row[fControls] |= 16
	}
	any := uint8(0)
	for i, n := range u.said {
		row[fSaid+i] = min(n, 8)
		any += min(n, 8)
	}
	row[fSaidAny] = share(uint32(any)*halves, u.words)
	b := &f.boxes[u.box]
	copy(row[fSigns:], b.near[:])
	if s := &f.stats; b.near[saysComment] < far {
		outside := s.all.good - s.commented
		row[fOutside], row[fCommentShare] = 1+logByte(outside), 1+share(s.commented, s.all.good)/16
		row[fCommentDeclared] = 1
		if s.declared>>declaresThread&1 != 0 {
			row[fCommentDeclared] = 2
		} else if s.declared>>declaresArticle&1 != 0 {
			row[fCommentDeclared] = 0
		}
	}
	row[fDepth] = b.depth
}

// describeBoxes tells what is around a unit.
func (f *Finder) describeBoxes(i int32, u *unit, row *row) {
	s := &f.stats
	own := &f.around[u.box]
	for level, at := 0, u.box; level < boxLevels; level, at = level+1, f.boxes[at].parent {
		copy(row[fBoxes+level*boxFeatures:], f.around[at].features[:])
	}
	best := &f.boxes[s.best]
	row[fBestShare] = f.around[s.best].features[0]
	switch {
	case i < best.from:
		row[fBestBefore] = logByte(uint32(best.from - i))
	case i >= best.to:
		row[fBestAfter] = logByte(uint32(i - best.to + 1))
	default:
		row[fBest] = 1
		row[fBestLevels] = f.boxes[u.box].depth - best.depth
	}
	row[fBestMeasure] = own.most
	b := &f.boxes[u.box]
	for k, at := range [2]int32{own.inner, own.outer} {
		if at > 0 {
			r := row[fAlike+k*alikeFeatures:]
			copy(r, f.around[at].alike[:])
			r[alikeFeatures-1] = 1 + b.depth - f.boxes[at].depth
		}
	}
	f.describeDense(i, u, row)
	f.groups.get(likenessKey(b.likeness)).describe(row[fGroup:])
	f.groups.get(parentKey(f.boxes[b.parent].likeness)).describe(row[fGroupUp:])
}

// describe writes what is known of a group.
func (g *group) describe(row []uint8) {
	row[0], row[1], row[2], row[3] = logByte(g.units), logByte(g.words/max(g.units, 1)), share(g.links, g.words), share(g.good, g.words)
}

// describeNear tells what is beside a unit.
func (f *Finder) describeNear(i int, row *row) {
	for k, d := range [nearUnits]int{-3, -2, -1, 1, 2, 3} {
		if j := i + d; j >= 0 && j < len(f.units) {
			copy(row[fNear+k*nearFeatures:], f.units[j].shape[:])
		}
	}
	const window = 6
	in := f.between(int32(max(i-window, 0)), int32(min(i+window+1, len(f.units))))
	row[fWindowControls] = logByte(in.controls)
	row[fWindow], row[fWindowLinks] = share(in.good, in.words), share(in.linkWords, in.words)
}
