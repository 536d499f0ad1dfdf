package dom

import "encoding/binary"

// wordTable finds words by a hash without collisions of their first eight bytes and their length.
type wordTable struct {
	slots      [1 << slotBits]uint8 // of a word's number
	heads      [256]uint64          // the first eight bytes of each word
	words      []string
	multiplier uint64
}

const slotBits = 12

// The multipliers that leave no two words in one slot; the test looks for others when words are added.
const (
	tagMultiplier  = 0x54908a48e8e4736f
	attrMultiplier = 0xc4f5a58656eef511
)

// newWordTable makes a table of words in lower case. The first is empty and stands for no word.
func newWordTable(words []string, multiplier uint64) *wordTable {
	t := &wordTable{words: words, multiplier: multiplier}
	for i, word := range words[1:] {
		head := headOf([]byte(word))
		t.heads[i+1] = head
		t.slots[t.slot(head, len(word))] = uint8(i + 1)
	}
	return t
}

func (t *wordTable) slot(head uint64, length int) uint64 {
	return ((head ^ uint64(length)) * t.multiplier) >> (64 - slotBits)
}

// headOf gives the first eight bytes of a word as a number, zeros behind a shorter one.
func headOf(word []byte) uint64 {
	var head [8]byte
	copy(head[:], word)
	return binary.LittleEndian.Uint64(head[:])
}

func (t *wordTable) find(word []byte) uint8 {
	head := headOf(word)
	i := t.slots[t.slot(head, len(word))]
	if t.heads[i] != head || len(t.words[i]) != len(word) || len(word) > 8 && t.words[i][8:] != string(word[8:]) {
		return 0
	}
	return i
}

// findShort is find for a word of less than eight bytes, given as its head.
func (t *wordTable) findShort(head uint64, length int) uint8 {
	i := t.slots[t.slot(head, length)]
	if t.heads[i] != head {
		return 0
	}
	return i
}
