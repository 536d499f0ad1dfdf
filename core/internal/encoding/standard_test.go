package encoding

import (
	"context"
	"hash/fnv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestAsTheStandardSays compares with the TextDecoder of Deno and Bun what becomes of all pairs of bytes, and of random ones: see
// core/internal/tool/genencoding/digests.mjs.
func TestAsTheStandardSays(t *testing.T) {
	tests := []struct {
		label         string
		pairs, random uint32
	}{
		{"utf-8", 0xeb6c6205, 0x6b2199e6},
		{"utf-16le", 0x84468685, 0xd27e369a},
		{"utf-16be", 0x3c62c445, 0x01099806},
		{"gbk", 0xd40f6d20, 0x9aa5dd36},
		{"gb18030", 0xd40f6d20, 0x9aa5dd36},
		{"big5", 0xcbf65590, 0xbd03095c},
		{"euc-jp", 0x049fdb29, 0x306faefa},
		{"iso-2022-jp", 0x5c76fef9, 0x3806dbd7},
		{"shift_jis", 0x72a56af7, 0x95220e42},
		{"euc-kr", 0x7f109a7e, 0x83065b90},
		{"ibm866", 0x38dddb31, 0xe1600372},
		{"iso-8859-2", 0xcf4a77c5, 0xd47ad730},
		{"iso-8859-3", 0x95a1aa33, 0x27143684},
		{"iso-8859-4", 0x42267d8d, 0x8495d76b},
		{"iso-8859-5", 0xee6f5277, 0x0027427a},
		{"iso-8859-6", 0x813aae21, 0xa2e8f00c},
		{"iso-8859-7", 0x4d79d1f1, 0xd193a964},
		{"iso-8859-8", 0xfbc6bb5d, 0x830b6ec4},
		{"iso-8859-8-i", 0xfbc6bb5d, 0x830b6ec4},
		{"iso-8859-10", 0x6dd10795, 0x0aee1c24},
		{"iso-8859-13", 0x0a8977b1, 0x2f9d0dc3},
		{"iso-8859-14", 0xc6857e2d, 0x087392d8},
		{"iso-8859-15", 0x549499b7, 0xa05d8ee0},
		{"iso-8859-16", 0x5405181b, 0x11365dea},
		{"koi8-r", 0x33701acd, 0x938cbc6f},
		{"koi8-u", 0xea3c8bf1, 0x2ee4ae14},
		{"macintosh", 0xdb81c689, 0x18e621e3},
		{"windows-874", 0x4d665995, 0xa41270a9},
		{"windows-1250", 0x7609fd35, 0x9f6860d6},
		{"windows-1251", 0xae666e11, 0x85af5e67},
		{"windows-1252", 0xd8d35843, 0xc5037370},
		{"windows-1253", 0xade982f1, 0xb5ea160b},
		{"windows-1254", 0x10a5549d, 0x79054b38},
		{"windows-1255", 0xd51a798d, 0x58514430},
		{"windows-1256", 0x73373fd9, 0xe6b55105},
		{"windows-1257", 0x1fa9cbf1, 0x8d3f7c75},
		{"windows-1258", 0xf52c1915, 0x1ba1cd3f},
		{"x-mac-cyrillic", 0xd7dfabbd, 0x34049fb9},
		{"x-user-defined", 0xb0ed54c5, 0x3a84fc1b},
	}
	pairs, random := allPairs(), randomBytes(400_000)
	for _, test := range tests {
		assert.Equal(t, test.pairs, digest(t, test.label, pairs), "pairs in %s", test.label)
		assert.Equal(t, test.random, digest(t, test.label, random), "random bytes in %s", test.label)
	}
}

func allPairs() []byte {
	var pairs []byte
	for lead := range 256 {
		for trail := range 256 {
			pairs = append(pairs, byte(lead), byte(trail), 'A', '\n')
		}
	}
	return pairs
}

func randomBytes(count int) []byte {
	seed := uint32(1)
	next := func(below uint32) byte {
		seed = seed*1103515245 + 12345
		return byte((seed >> 16) % below)
	}
	common := []byte{0x1b, '(', '$', 'B', 'J', 'I', '@', 0x8e, 0x8f, '0', '9', 0x81, 0xd8, 0xdc, '<', 0x0e}
	random := make([]byte, count)
	for i := range random {
		switch next(4) {
		case 0:
			random[i] = common[next(16)]
		case 1:
			random[i] = next(128)
		default:
			random[i] = 128 + next(128)
		}
	}
	return random
}

// digest decodes bytes as a whole and in pieces, and returns the FNV-1a of what they become.
func digest(t *testing.T, label string, raw []byte) uint32 {
	t.Helper()
	enc := lookup(t, label)
	whole, err := new(Decoder).decode(context.Background(), raw, enc)
	require.NoError(t, err)
	s := Stream{stage: known, isUTF8: enc.isUTF8(), decoding: enc.begin()}
	var inPieces []byte
	for i := 0; i < len(raw); i += 997 {
		inPieces = append(inPieces, s.Decode(raw[i:min(i+997, len(raw))], i+997 >= len(raw))...)
	}
	require.True(t, string(whole) == string(inPieces), "in pieces of %s", label)
	hash := fnv.New32a()
	hash.Write(whole)
	return hash.Sum32()
}
