package article

// together is how many units are scored at once. What follows is written for four.
const together = 4

// lanes are the features of so many units: by feature, 16 bits for each.
type lanes [256]uint64

const (
	laneOnes = 1<<48 | 1<<32 | 1<<16 | 1
	laneHigh = laneOnes << 15
)

// score adds up what the trees say of each of some units.
func (l *lanes) score(rows *[together]row) (sums [together]int32) {
	for k := range featureCount {
		l[k] = uint64(rows[0][k]) | uint64(rows[1][k])<<16 | uint64(rows[2][k])<<32 | uint64(rows[3][k])<<48
	}
	a, b, c, d := int32(bias), int32(bias), int32(bias), int32(bias)
	for i := range trees {
		t := &trees[i]
		n := l.asked(t, 0) | l.asked(t, 1) | l.asked(t, 2) | l.asked(t, 3) | l.asked(t, 4) | l.asked(t, 5)
		const leaf = 1<<depth - 1
		a += int32(t.leaf[n&leaf])
		b += int32(t.leaf[n>>16&leaf])
		c += int32(t.leaf[n>>32&leaf])
		d += int32(t.leaf[n>>48&leaf])
	}
	return [together]int32{a, b, c, d}
}

// asked returns the answers to a question of a tree, of each unit in its lane as the bit of the number of the question: without a branch, for none
// could be foretold, and all at once.
func (l *lanes) asked(t *tree, k uint) uint64 {
	more := (l[t.feature[k]] | laneHigh) - (uint64(t.threshold[k])*laneOnes + laneOnes)
	return more & laneHigh >> (15 - k)
}
