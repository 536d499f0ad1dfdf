package encoding_test

import (
	"context"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html/charset"

	"tidemark/core/internal/encoding"
)

// TestOffsets holds that what is before a place in the bytes is decoded to what is before the place in the text.
func TestOffsets(t *testing.T) {
	ctx := context.Background()
	for label, text := range map[string]string{
		"utf-8": "aé漢\U0001f600b", "windows-1252": "aé“b”", "koi8-r": "aжb", "shift_jis": "a漢字ｶb", "euc-jp": "a漢字b", "gbk": "a汉字b", "gb18030": "a汉é\U0001f600b",
		"big5": "a漢字b", "euc-kr": "a한국b", "utf-16le": "aé漢\U0001f600b", "utf-16be": "aé漢\U0001f600b",
	} {
		enc, _ := charset.Lookup(label)
		raw, err := enc.NewEncoder().Bytes([]byte(text))
		require.NoError(t, err, label)
		declared, ok := encoding.Lookup(label)
		require.True(t, ok, label)
		var places []int
		for i := range text {
			places = append(places, i)
		}
		offsets := append([]int(nil), append(places, len(text))...)
		require.NoError(t, encoding.BytesOffsets(ctx, raw, declared, offsets), label)
		for i, place := range append(places, len(text)) {
			before, err := new(encoding.Decoder).Bytes(ctx, raw[:offsets[i]], declared)
			require.NoError(t, err)
			assert.Equal(t, text[:place], string(before), "%s, %d", label, place)
		}
	}
}

func TestOffsetsBehindByteOrderMark(t *testing.T) {
	ctx := context.Background()
	places := []int{0, 1, 3}
	require.NoError(t, encoding.BytesOffsets(ctx, []byte("\ufeffaéb"), encoding.Encoding{}, places))
	assert.Equal(t, []int{3, 4, 6}, places)
	places = []int{0, 1, 3}
	require.NoError(t, encoding.TextOffsets(ctx, []byte("\ufeffaéb"), places))
	assert.Equal(t, []int{3, 4, 6}, places)
	places = []int{0, 2}
	require.NoError(t, encoding.BytesOffsets(ctx, []byte("\xff\xfea\x00é\x00"), encoding.Encoding{}, places[:1]))
	assert.Equal(t, 2, places[0])
}

// Bytes that mean nothing are a character each, or a few together, of three bytes.
func TestOffsetsOfInvalidText(t *testing.T) {
	text := []byte("a\xffb\xe6\xbcc\xf0\x9f\x98")
	decoded, err := new(encoding.Decoder).Text(context.Background(), text)
	require.NoError(t, err)
	var places []int
	for i := range string(decoded) {
		places = append(places, i)
	}
	places = append(places, len(decoded))
	offsets := append([]int(nil), places...)
	require.NoError(t, encoding.TextOffsets(context.Background(), text, offsets))
	assert.IsIncreasing(t, offsets)
	assert.Equal(t, len(text), offsets[len(offsets)-1])
	for i := range len(places) - 1 {
		c, _ := utf8.DecodeRune(decoded[places[i]:])
		r, _ := utf8.DecodeRune(text[offsets[i]:])
		assert.Equal(t, c, r)
	}
}
