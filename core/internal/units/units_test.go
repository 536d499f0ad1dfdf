package units_test

import (
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"

	"tidemark/core/internal/units"
)

func TestPlaces(t *testing.T) {
	for _, text := range []string{
		"", "abc", "é", "\U0001f600", strings.Repeat("a", 300), strings.Repeat("a", 200) + "é" + strings.Repeat("b", 200),
		strings.Repeat("aé漢\U0001f600", 200), strings.Repeat("a", 127) + "\U0001f600b", strings.Repeat("a", 128) + "\U0001f600",
	} {
		u := units.Of([]byte(text))
		for place := range text {
			require.Equal(t, len(utf16.Encode([]rune(text[:place]))), u.At(place), "%d in %q", place, text)
		}
		require.Equal(t, len(utf16.Encode([]rune(text))), u.At(len(text)), text)

		var grown units.Places
		for end := range text {
			grown.Extend([]byte(text[:end]))
			require.Equal(t, u.At(end), grown.At(end), "%d in %q", end, text)
		}
	}
}
