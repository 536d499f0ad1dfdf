package dom

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWordTables(t *testing.T) {
	for name, table := range map[string]*wordTable{"tags": &tagTable, "attributes": &attrTable} {
		for i, word := range table.words {
			if table.find([]byte(word)) != uint8(i) {
				t.Errorf("%s: %q has no slot of its own; a multiplier that gives it one is %#x", name, word, multiplierFor(table.words))
				break
			}
			if len(word) <= 8 {
				assert.Equal(t, uint8(i), table.findShort(headOf([]byte(word))), word)
			} else {
				assert.Equal(t, table.find([]byte(word[:8])), table.findShort(headOf([]byte(word))), "the beginning of %q", word)
			}
			for _, other := range []string{word, word + "x", word + "\x00\x00\x00\x00\x00\x00\x00\x00", word[:max(len(word)-1, 0)]} {
				if len(other) > 8 && len(other) <= 16 {
					assert.Equal(t, table.find([]byte(other)), table.findLong(headOf([]byte(other)), headOf([]byte(other[8:])), len(other)-8), other)
				}
			}
			for _, other := range []string{word + "x", "x" + word, word + "\x00"} {
				if table.find([]byte(other)) != 0 {
					assert.Contains(t, table.words, other)
				}
			}
		}
	}
	assert.Zero(t, tagTable.find([]byte("annotation-xmm")), "words differ behind the first eight bytes")
}

// multiplierFor looks for a multiplier that leaves no two words in one slot.
func multiplierFor(words []string) uint64 {
	random := rand.New(rand.NewPCG(1, 2))
	for {
		table := newWordTable(words, random.Uint64()|1)
		free := true
		for i, word := range words {
			free = free && table.find([]byte(word)) == uint8(i)
		}
		if free {
			return table.multiplier
		}
	}
}
