package page

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestMarker(t *testing.T) {
	for text, want := range map[string][2]int{
		"1.": {1}, "12)": {12}, "(3)": {3}, "1.2.10.": {10}, "Article 4": {4},
		"a.": {1, 0}, "B)": {2, 0}, "i.": {1, 9}, "v.": {22, 5}, "c.": {3, 100}, "iv.": {4}, "XII.": {12},
		"一、": {1}, "十二、": {12}, "二十三、": {23}, "第三章": {}, "①": {1}, "⑳": {20},
		"١٢.": {12}, "๓.": {3}, "３．": {3}, "א.": {}, "أ-": {}, "一": {1},
	} {
		var m marker
		assert.True(t, m.add(text), text)
		ordered, numbers := m.read()
		assert.True(t, ordered, text)
		assert.Equal(t, want, numbers, text)
	}
}

func TestMarkerOfBullets(t *testing.T) {
	for _, text := range []string{"", "·", "o", "§", "Ø", "v", "\uf0b7", "–", "•\u00a0 ", "--", "*"} {
		var m marker
		assert.True(t, m.add(text), text)
		ordered, _ := m.read()
		assert.False(t, ordered, text)
	}
}

func TestLongTextIsNoMarker(t *testing.T) {
	var m marker
	assert.False(t, m.add("This is no marker, but the text of the item."))
}
