package metadata_test

import (
	"html"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"tidemark/core/internal/metadata"
)

func TestAppendFrontMatter(t *testing.T) {
	assert.Empty(t, metadata.AppendFrontMatter(nil, metadata.Metadata{}))
	assert.Equal(t, "x---\nlang: \"no\"\n---", string(metadata.AppendFrontMatter([]byte("x"), metadata.Metadata{Lang: "no"})))
	assert.Equal(t, "---\nkeywords: [\"a\", \"b, c\"]\n---", string(metadata.AppendFrontMatter(nil, metadata.Metadata{Keywords: []string{"a", "b, c"}})))
	assert.Equal(t, `---
title: "\"a\\b\" #c: é漢😀"
description: "d"
canonical: "e"
author: "f"
date: "2020-01-02"
modified: "g"
lang: "h"
site: "i"
image: "j"
keywords: ["k"]
---`, string(metadata.AppendFrontMatter(nil, metadata.Metadata{
		Title: `"a\b" #c: é漢😀`, Description: "d", Canonical: "e", Author: "f", Date: "2020-01-02", Modified: "g", Lang: "h", Site: "i", Image: "j",
		Keywords: []string{"k"},
	})))
}

// FuzzFrontMatter reads what is written with a YAML library.
func FuzzFrontMatter(f *testing.F) {
	for _, seed := range []string{"a", `"`, `\`, "- a", "a: b", "'", "# a", "---", "no", "1.0", "\x00\x01\x1f\x7f\u0085\u009f", "\u2028\u2029\ufeff\ufffe\uffff", "a\nb", "😀", "\u00a0", "[a, b]", "${a}"} {
		f.Add(seed, seed)
	}
	f.Fuzz(func(t *testing.T, title, keyword string) {
		title, keyword = strings.ToValidUTF8(title, "\ufffd"), strings.ToValidUTF8(keyword, "\ufffd")
		front := string(metadata.AppendFrontMatter(nil, metadata.Metadata{Title: title, Keywords: []string{keyword, "last"}}))
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

		// And so from a page, with nothing but white space changed.
		m := of(t, `<meta name=description content="`+html.EscapeString(title)+`">`, "")
		require.Equal(t, strings.Join(strings.FieldsFunc(strings.ReplaceAll(title, "\x00", "\ufffd"), isSpace), " "), m.Description)
	})
}

func isSpace(c rune) bool { return strings.ContainsRune(" \t\n\f\r", c) }
