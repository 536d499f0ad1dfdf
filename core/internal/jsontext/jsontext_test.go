package jsontext_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"tidemark/core/internal/jsontext"
)

func TestAppendString(t *testing.T) {
	var controls strings.Builder
	for c := range rune(0x100) {
		controls.WriteRune(c)
	}
	for _, s := range []string{"", `"`, `\`, "a", "12345678", "1234567\"", "12345678\n", "é漢\U0001f600", "\u2028", controls.String()} {
		for _, around := range []string{"", "a", "123456789"} {
			text := around + s + around
			var got string
			appended := jsontext.AppendString([]byte(nil), "", text)
			require.NoError(t, json.Unmarshal(appended, &got), "%s", appended)
			require.Equal(t, text, got)
			require.Equal(t, appended, jsontext.AppendString([]byte(nil), "", []byte(text)))
		}
	}
}

func TestAppend(t *testing.T) {
	dst := jsontext.AppendInt([]byte("{"), `"a":`, -1)
	dst = jsontext.AppendBool(dst, `,"b":`, true)
	dst = jsontext.AppendPair(dst, `,"c":`, 1, 20)
	dst = jsontext.AppendStrings(dst, `,"d":`, []string{"x", `"`})
	dst = jsontext.AppendStrings(dst, `,"e":`, nil)
	require.JSONEq(t, `{"a":-1,"b":true,"c":[1,20],"d":["x","\""],"e":[]}`, string(append(dst, '}')))
}
