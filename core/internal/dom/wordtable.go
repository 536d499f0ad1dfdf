package dom

import "encoding/binary"

// wordTable finds words by a hash without collisions of their first eight bytes and of how much longer they are.
type wordTable struct {
	numbers    [1 << slotBits]uint8  // of the word in each slot
	heads      [1 << slotBits]uint64 // its first eight bytes, as headOf gives them
	tails      [1 << slotBits]uint64 // those after them if it is longer, up to sixteen; otherwise noTail
	words      []string
	multiplier uint64
}

const slotBits = 10

// noTail begins with a byte that is in no text.
const noTail = 0xFF

// The multipliers that leave no two words in one slot; the test looks for others when words are added.
const (
	tagMultiplier  = 0xe8506b379b52286f
	attrMultiplier = 0xf85bc61811923a2b
)

// newWordTable makes a table of words in lower case. The first is empty and stands for no word.
func newWordTable(words []string, multiplier uint64) (t wordTable) {
	t.words, t.multiplier = words, multiplier
	for slot := range t.tails {
		t.tails[slot] = noTail
	}
	for i, word := range words[1:] {
		head := headOf([]byte(word))
		slot := t.slot(head, len(word))
		t.numbers[slot], t.heads[slot] = uint8(i+1), head
		if len(word) > 8 && len(word) <= 16 {
			t.tails[slot] = headOf([]byte(word[8:]))
		}
	}
	return t
}

func (t *wordTable) slot(head uint64, length int) uint64 {
	return ((head ^ uint64(max(length-8, 0))) * t.multiplier) >> (64 - slotBits)
}

// headOf returns the first eight bytes of a word as a little-endian number. Behind a shorter word are bytes that are in no text,
// so that NUL is not taken for its end.
func headOf(word []byte) uint64 {
	if len(word) >= 8 {
		return binary.LittleEndian.Uint64(word)
	}
	head := ^uint64(0)
	for i := len(word) - 1; i >= 0; i-- {
		head = head<<8 | uint64(word[i])
	}
	return head
}

func (t *wordTable) find(word []byte) uint8 {
	head := headOf(word)
	slot := t.slot(head, len(word))
	i := t.numbers[slot]
	if t.heads[slot] != head || len(t.words[i]) != len(word) || len(word) > 8 && t.words[i][8:] != string(word[8:]) {
		return 0
	}
	return i
}

// findLong is find for a word of nine to sixteen bytes, given as two of headOf, and by how much longer it is than eight.
func (t *wordTable) findLong(head, tail uint64, longer int) uint8 {
	slot := (head ^ uint64(longer)) * t.multiplier >> (64 - slotBits)
	if t.heads[slot] != head || t.tails[slot] != tail {
		return 0
	}
	return t.numbers[slot]
}

// findShort is find for a word of at most eight bytes, given as headOf does.
func (t *wordTable) findShort(head uint64) uint8 {
	slot := head * t.multiplier >> (64 - slotBits)
	if t.heads[slot] != head {
		return 0
	}
	return t.numbers[slot]
}
