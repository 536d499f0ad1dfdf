package main

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A forest learns a rule that no single question decides.
func TestGrow(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	d := &data{features: 4}
	is := func(row []uint8) bool { return (row[0] > 100) != (row[2] > 50) }
	for range 4000 {
		row := []uint8{uint8(random.IntN(256)), uint8(random.IntN(256)), uint8(random.IntN(256)), uint8(random.IntN(256))}
		d.rows, d.weight, d.label = append(d.rows, row), append(d.weight, 1), append(d.label, float32(index(is(row))))
	}
	f := grow(d, settings{depth: 3, trees: 60, rate: 0.3, lambda: 1, minimum: 1, rowShare: 0.8, featureShare: 0.9, seed: 1})
	right := 0
	for range 1000 {
		row := []uint8{uint8(random.IntN(256)), uint8(random.IntN(256)), uint8(random.IntN(256)), uint8(random.IntN(256))}
		if f.score(row) > 0 == is(row) {
			right++
		}
	}
	assert.Greater(t, right, 950)
}

const tides = `<title>Tides | Harbour</title><nav><a href=a>Home of boats</a></nav><h1>Tides</h1>
	<p>The tide comes in twice a day, and it goes out as often.</p><p>Nobody has ever stopped it.</p><img src=/x/a.png><div><img src=b.png></div>`

func TestSample(t *testing.T) {
	text := "Tides\n\nThe tide comes in twice a day, and it goes out as often. Nobody has ever stopped it."
	s, err := newSample(entry{Source: "wcxb", Kind: "article"}, []byte(tides), &gold{Text: &text, With: []string{"twice a day"}, Without: []string{"Home of boats"}})
	require.NoError(t, err)
	keep := make([]bool, len(s.units))
	for i := range s.units {
		keep[i] = s.units[i].label == 1
		if !keep[i] {
			assert.Zero(t, s.units[i].label, s.units[i].text)
		}
	}
	assert.Equal(t, score{1, 1, 1}, s.judge(keep))
	right, all := s.snippetsRight(keep)
	assert.Equal(t, []int{2, 2}, []int{right, all})

	for i := range keep {
		keep[i] = true
	}
	assert.Less(t, s.judge(keep).precision, 1.0)
	assert.Equal(t, 1.0, s.judge(keep).recall)
	right, _ = s.snippetsRight(keep)
	assert.Equal(t, 1, right)
}

func TestPicturesOfGold(t *testing.T) {
	html := `<p>The tide comes in twice a day, and it goes out as often.</p><img src="https://example.org/b.png?w=1">`
	s, err := newSample(entry{Source: "readability"}, []byte(tides), &gold{HTML: &html})
	require.NoError(t, err)
	labels := map[string]float32{}
	for i := range s.units {
		for _, p := range s.units[i].pictures {
			if p != "" {
				labels[p] = s.units[i].label
			}
		}
	}
	assert.Equal(t, float32(1), labels["b.png"])
	assert.Zero(t, labels["/x/a.png"])
}
