package metadata_test

import (
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"tidemark/core/internal/metadata"
)

func TestAppendFrontMatter(t *testing.T) {
	assert.Empty(t, metadata.AppendFrontMatter(nil, &metadata.Metadata{}))
	assert.Equal(t, "x---\nlang: \"no\"\n---", string(metadata.AppendFrontMatter([]byte("x"), &metadata.Metadata{Language: "no"})))
	assert.Equal(t, "---\nkeywords: [\"a\", \"b, c\"]\n---", string(metadata.AppendFrontMatter(nil, &metadata.Metadata{Keywords: []string{"a", "b, c"}})))
	assert.Equal(t, `---
title: "\"a\\b\" #c: é漢😀"
description: "d"
canonical: "e"
author: "f, q"
date: "2020-01-02"
modified: "g"
lang: "h"
site: "i"
image: "j"
keywords: ["k"]
section: "l"
type: "m"
favicon: "n"
feeds: ["o", "p"]
---`, string(metadata.AppendFrontMatter(nil, &metadata.Metadata{
		Title: `"a\b" #c: é漢😀`, Description: "d", Canonical: "e", Authors: []string{"f", "q"}, Published: "2020-01-02", Modified: "g",
		Language: "h", SiteName: "i", Image: "j", Keywords: []string{"k"}, Section: "l", Type: "m", Favicon: "n",
		Feeds: []metadata.Feed{{URL: "o"}, {URL: "p"}},
	})))
}

// FuzzFrontMatter reads what is written with a YAML library.
func FuzzFrontMatter(f *testing.F) {
	for _, seed := range []string{"a", `"`, `\`, "- a", "a: b", "'", "# a", "---", "no", "1.0", "\x00\x01\x1f\x7f\u0085\u009f", "\u2028\u2029\ufeff\ufffe\uffff", "a\nb", "😀", "\u00a0", "[a, b]", "${a}"} {
		f.Add(seed, seed)
	}
	f.Fuzz(func(t *testing.T, title, keyword string) {
		title, keyword = strings.ToValidUTF8(title, "\ufffd"), strings.ToValidUTF8(keyword, "\ufffd")
		front := string(metadata.AppendFrontMatter(nil, &metadata.Metadata{Title: title, Keywords: []string{keyword, "last"}}))
		lines := 4
		if title == "" {
			lines = 3
		}
		require.Equal(t, lines, strings.Count(front, "\n")+1, "lines of %q", front)
		var read struct {
			Title    string
			Keywords []string
		}
		require.NoError(t, yaml.Unmarshal([]byte(strings.Trim(front, "-")), &read), "of %q", front)
		require.Equal(t, title, read.Title)
		require.Equal(t, []string{keyword, "last"}, read.Keywords)

		// And so from a page, with nothing but white space and what is not seen changed.
		m := of(t, `<meta name=description content="`+html.EscapeString(title)+`">`)
		want := visible(strings.ReplaceAll(title, "\x00", "\ufffd"))
		if strings.HasPrefix(want, "{{") && strings.HasSuffix(want, "}}") {
			want = "" // A template was not filled in.
		}
		require.Equal(t, want, m.Description)
	})
}

// visible takes away what has no width, and collapses white space.
func visible(s string) string {
	s = regexp.MustCompile(`[\x{ad}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}\x{2066}-\x{2069}\x{feff}]`).ReplaceAllString(s, "")
	return strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " ")
}
