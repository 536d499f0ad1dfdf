package inline

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/ascii"
)

// letters are what random texts are made of: some of each class, spaces above all, and bytes around those that words are
// told by.
const letters = "abcdefgh      \t\n\r\f\v\x00\x01\x1f\x20\x21*_~[].:\\`<&!@$>\x7f\x80\xa0\xff"

func randomText(r *rand.Rand, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = letters[r.IntN(len(letters))]
		if r.IntN(4) > 0 {
			b[i] = 'a'
		}
	}
	return string(b)
}

// phraseByByte is phrase, one byte at a time.
func phraseByByte(s string, at int) (end int, seen byteClass) {
	for end = at; end < len(s); end++ {
		if ascii.IsSpace(s[end]) && (s[end] != ' ' || end+1 == len(s) || ascii.IsSpace(s[end+1])) {
			break
		}
		seen |= byteClasses[s[end]]
	}
	return end, seen &^ collapsing
}

func TestPhrase(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200_000 {
		s := "x" + randomText(r, r.IntN(40))
		wantEnd, wantSeen := phraseByByte(s, 0)
		end, seen := phrase(s, 0)
		require.Equal(t, wantEnd, end, "%q", s)
		if seen != wantSeen && strings.ContainsAny(s, "^\x7f") {
			wantSeen |= delimiting // see vectorClasses
		}
		require.Equal(t, wantSeen, seen, "%q", s)
	}
}

func TestSkipPlain(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 50_000 {
		s := []byte(randomText(r, r.IntN(40)))
		at := r.IntN(len(s) + 1)
		to := skipPlain(s, at)
		require.GreaterOrEqual(t, to, at)
		for _, c := range s[at:to] {
			require.Zero(t, byteClasses[c]&hazardous, "%q from %d to %d", s, at, to)
		}
	}
}

func TestMayHold(t *testing.T) {
	for text, want := range map[string][2]bool{
		"www.a.b":      {true, false},
		"a. b.c WWW.d": {true, false},
		"a. b: c":      {false, false},
		"http://a":     {false, true},
		"a:":           {false, false},
		"::/":          {false, true},
		"":             {false, false},
	} {
		assert.Equal(t, want[0], mayHoldSite([]byte(text)), text)
		assert.Equal(t, want[1], mayHoldScheme([]byte(text)), text)
	}
}
