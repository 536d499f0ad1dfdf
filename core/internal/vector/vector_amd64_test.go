//go:build goexperiment.simd

package vector

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// blocks gives each byte at each place of a block, and blocks of what is often near what is looked for.
func blocks(t *testing.T, try func(b *Block)) {
	if !Usable() {
		t.Skip("There are no vectors here.")
	}
	const often = "a <&\r\x00\"=\x80\xff-^"
	random := rand.New(rand.NewPCG(1, 2))
	for c := range 256 {
		for at := range Size {
			b := Block([]byte(strings.Repeat("a", Size)))
			b[at] = byte(c)
			try(&b)
		}
	}
	for range 20_000 {
		var b Block
		for i := range b {
			if b[i] = often[random.IntN(len(often))]; random.IntN(4) == 0 {
				b[i] = byte(random.Uint32())
			}
		}
		try(&b)
	}
}

// bitsWhere returns a bit for each byte, set where is says so.
func bitsWhere(b []byte, is func(c byte) bool) (bits uint32) {
	for i, c := range b {
		if is(c) {
			bits |= 1 << i
		}
	}
	return bits
}

func among(members string) func(c byte) bool {
	return func(c byte) bool { return strings.IndexByte(members, c) >= 0 }
}

func TestTable(t *testing.T) {
	for _, members := range []string{"", "\x00", "<&\r\x00", "0123456789:;<=>?", "\x7f"} {
		table := TableOf(members)
		blocks(t, func(b *Block) {
			if want, got := bitsWhere(b[:], among(members)), table.In(b); want != got {
				assert.Equal(t, want, got, "%q in %q", members, b[:])
			}
		})
	}
}

func TestByte(t *testing.T) {
	for _, c := range []byte{0, '"', '&', '<', 0x7f, 0x80, 0xff} {
		of := ByteOf(c)
		blocks(t, func(b *Block) {
			if want, got := bitsWhere(b[:], func(other byte) bool { return other == c }), of.Equal(b); want != got {
				assert.Equal(t, want, got, "%q in %q", c, b[:])
			}
			if want, got := bitsWhere(b[:], func(other byte) bool { return other <= c }), of.AtMost(b); want != got {
				assert.Equal(t, want, got, "at most %q in %q", c, b[:])
			}
		})
	}
}

func TestSet(t *testing.T) {
	for _, members := range []string{"", "\x00", "<>[]", "\x0f\x1e\x2d\x80\x9f", "\xff\xc2"} {
		set := SetOf(members)
		blocks(t, func(b *Block) {
			if want, got := bitsWhere(b[:], among(members)), set.In(b); want != got {
				assert.Equal(t, want, got, "%q in %q", members, b[:])
			}
			for _, text := range [][]byte{b[:], b[:half], b[3 : half+4], b[1:]} {
				if want, got := bitsWhere(text, among(members)) != 0, set.Meets(string(text)); want != got {
					assert.Equal(t, want, got, "%q in %q", members, text)
				}
			}
		})
	}
}

func TestClasses(t *testing.T) {
	members := []string{"*", "_o", ".", "[]", "@`", "\x00", "!&$", "\x7f"}
	follow := []string{"*", "_o\x6f\x5f", ".", "[]", "@`", "\x00", "!&$", "\x7f"}
	var classes Classes
	for i, m := range members {
		classes.Add(1<<i, m)
	}
	blocks(t, func(b *Block) {
		for apart := range half + 1 {
			text := b[:half+apart]
			want := Found{
				Spaces: bitsWhere(text, among(" ")), Controls: bitsWhere(text, func(c byte) bool { return c < ' ' }),
				Beyond: bitsWhere(text, func(c byte) bool { return c >= asciiEnd }),
			}
			for i := range members {
				if bitsWhere(text, among(follow[i])) != 0 {
					want.Classes |= 1 << i
				}
			}
			if got := classes.In((*Half)(text), (*Half)(text[apart:]), apart); want != got {
				assert.Equal(t, want, got, "%q", text)
			}
		}
	})
}
