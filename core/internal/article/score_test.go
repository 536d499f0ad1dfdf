package article

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Units that are scored at once have the scores that each has by itself.
func TestScore(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var l lanes
	for range 200 {
		var rows [together]row
		for k := range rows {
			for i := range featureCount {
				rows[k][i] = uint8(rng.Uint32()) >> (rng.Uint32() % 8)
			}
		}
		var want [together]int32
		for k := range rows {
			want[k] = bias
			for i := range trees {
				n := 0
				for q, feature := range trees[i].feature {
					if rows[k][feature] > trees[i].threshold[q] {
						n |= 1 << q
					}
				}
				want[k] += int32(trees[i].leaf[n])
			}
		}
		assert.Equal(t, want, l.score(&rows))
	}
}
