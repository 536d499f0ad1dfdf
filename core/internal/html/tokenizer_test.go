package html

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
)

// tokenizerTest is a case of a .test file.
// https://github.com/html5lib/html5lib-tests/tree/master/tokenizer
type tokenizerTest struct {
	Description, Input string
	Output             []json.RawMessage
	InitialStates      []string
	LastStartTag       string
	DoubleEscaped      bool
}

var states = map[string]contentModel{
	"Data state":          dataState,
	"RCDATA state":        rcdataState,
	"RAWTEXT state":       rawtextState,
	"Script data state":   scriptDataState,
	"PLAINTEXT state":     plaintextState,
	"CDATA section state": cdataSectionState,
}

func TestTokenizer(t *testing.T) {
	module, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "golang.org/x/net").Output()
	require.NoError(t, err)
	files, err := filepath.Glob(filepath.Join(strings.TrimSpace(string(module)), "html/testdata/html5lib-tests/tokenizer/*.test"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	run, notRun := 0, 0
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".test"), func(t *testing.T) {
			content, err := os.ReadFile(file)
			require.NoError(t, err)
			var list struct{ Tests, XMLViolationTests []tokenizerTest }
			require.NoError(t, json.Unmarshal(content, &list))
			// Those change what XML cannot hold, which is no part of HTML.
			notRun += len(list.XMLViolationTests)
			for _, c := range list.Tests {
				input := c.Input
				if c.DoubleEscaped {
					var ok bool
					if input, ok = unescape(t, input); !ok {
						notRun++ // A lone surrogate cannot be written in UTF-8.
						continue
					}
				}
				if len(c.InitialStates) == 0 {
					c.InitialStates = []string{"Data state"}
				}
				var want []any
				for _, token := range c.Output {
					var v any
					require.NoError(t, json.Unmarshal(token, &v))
					if c.DoubleEscaped {
						v = unescapeAll(t, v)
					}
					want = append(want, v)
				}
				for _, name := range c.InitialStates {
					state, ok := states[name]
					require.True(t, ok, name)
					run++
					for _, piece := range []int{0, 1, 5} {
						got := tokens(input, state, c.LastStartTag, piece)
						assert.Equal(t, join(want), join(got), "%s, from %s, in pieces of %d: %q", c.Description, name, piece, input)
					}
				}
			}
		})
	}
	t.Logf("%d cases of %d files run, %d not", run, len(files), notRun)
}

// unescape reads the \u escapes of a text, and reports whether all are characters.
func unescape(t *testing.T, s string) (string, bool) {
	var b strings.Builder
	for {
		i := strings.Index(s, `\u`)
		if i < 0 {
			return b.String() + s, true
		}
		b.WriteString(s[:i])
		code, err := strconv.ParseUint(s[i+2:i+6], 16, 32)
		require.NoError(t, err)
		if !utf8.ValidRune(rune(code)) {
			return "", false
		}
		b.WriteRune(rune(code))
		s = s[i+6:]
	}
}

func unescapeAll(t *testing.T, v any) any {
	switch v := v.(type) {
	case string:
		s, ok := unescape(t, v)
		require.True(t, ok)
		return s
	case []any:
		for i := range v {
			v[i] = unescapeAll(t, v[i])
		}
	case map[string]any:
		for key, value := range v {
			delete(v, key)
			v[unescapeAll(t, key).(string)] = unescapeAll(t, value)
		}
	}
	return v
}

// join puts characters that follow each other together, and writes the tokens as JSON.
func join(tokens []any) string {
	var list []any
	for _, token := range tokens {
		token := token.([]any)
		if n := len(list); n > 0 && token[0] == "Character" && list[n-1].([]any)[0] == "Character" {
			list[n-1] = []any{"Character", list[n-1].([]any)[1].(string) + token[1].(string)}
			continue
		}
		list = append(list, token)
	}
	out, _ := json.MarshalIndent(list, "", " ")
	return string(out)
}

// tokens tokenizes a source, in pieces if their length is given.
func tokens(input string, state contentModel, lastStartTag string, piece int) (list []any) {
	var doc dom.Document
	var z tokenizer
	doc.Reset(nil)
	z.reset(&doc)
	z.state = state
	if lastStartTag != "" {
		if z.lastStartTag = dom.Name(dom.FindTag([]byte(lastStartTag))); z.lastStartTag == 0 {
			z.lastStartTag = doc.Intern([]byte(lastStartTag))
		}
	}
	source := []byte(input)
	if piece == 0 {
		piece = max(len(source), 1)
	}
	pieces := slices.Collect(slices.Chunk(source, piece))
	for i := 0; ; i++ {
		if i < len(pieces) {
			doc.AppendSource(pieces[i])
		}
		z.src, z.last = doc.Source(), i >= len(pieces)
		for z.next() {
			switch z.token.kind {
			case endOfFile:
				return list
			case nothing:
			default:
				list = append(list, describe(&z))
			}
		}
	}
}

func describe(z *tokenizer) []any {
	t := &z.token
	switch t.kind {
	case characters:
		text := z.src[t.start:t.end]
		if t.raw {
			text = z.doc.Decoded(z.doc.Decode(text, t.references, t.nul))
		}
		return []any{"Character", string(text)}
	case comment:
		return []any{"Comment", string(z.doc.Decoded(z.doc.Decode(z.src[t.dataStart:t.dataEnd], dom.NoReferences, dom.ReplaceNUL)))}
	case doctype:
		d := parseDoctype(z.src[t.dataStart:t.dataEnd], t.end > t.dataEnd)
		part := func(b []byte) any {
			if b == nil {
				return nil
			}
			return string(z.doc.Decoded(z.doc.Decode(b, dom.NoReferences, dom.ReplaceNUL)))
		}
		name := part(d.name)
		if d.name != nil {
			name = part(dom.AppendLower(nil, d.name))
		}
		return []any{"DOCTYPE", name, part(d.public), part(d.system), !d.forceQuirks}
	case endTag:
		name := z.src[t.start+len("</"):]
		end, _ := nameEnd(name, 0, endsTagName)
		name = dom.AppendLower(nil, name[:end])
		if t.name != 0 { // It is 0 if nothing can be open that has the name.
			name = []byte(z.doc.NameText(t.name))
		}
		return []any{"EndTag", string(name)}
	}
	attrs := map[string]any{}
	for a := range z.doc.Attrs(z.doc.NewElement(dom.HTML, t.name, 0, 0, t.attrs)) {
		attrs[a.Name] = a.Value
	}
	token := []any{"StartTag", z.doc.NameText(t.name), attrs}
	if t.selfClosing {
		token = append(token, true)
	}
	return token
}
