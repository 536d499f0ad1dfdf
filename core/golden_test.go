package core_test

import (
	"context"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core"
)

// Inspect the diff after -update: what is written there is what is promised.
var update = flag.Bool("update", false, "write testdata/golden/*/*.md anew")

// TestGolden runs testdata/golden, which its README explains and the tests of the addon run again.
func TestGolden(t *testing.T) {
	cases, err := filepath.Glob("testdata/golden/*/*.html")
	require.NoError(t, err)
	require.Greater(t, len(cases), 40, "golden cases")
	for _, path := range cases {
		base := strings.TrimSuffix(path, ".html")
		name, err := filepath.Rel("testdata/golden", base)
		require.NoError(t, err)
		t.Run(filepath.ToSlash(name), func(t *testing.T) {
			html, err := os.ReadFile(path)
			require.NoError(t, err)
			markdown, err := newConverter(t, goldenOptions(t, base+".json")).ConvertBytes(context.Background(), html)
			require.NoError(t, err)

			got := markdown + "\n"
			if *update {
				require.NoError(t, os.WriteFile(base+".md", []byte(got), 0o644))
			}
			want, err := os.ReadFile(base + ".md")
			require.NoError(t, err, "run: go test ./core -run TestGolden -update")
			assert.Equal(t, string(want), got)
		})
	}
}

// A file without its document is a case that no one runs.
func TestGoldenFilesBelongTogether(t *testing.T) {
	files, err := filepath.Glob("testdata/golden/*/*")
	require.NoError(t, err)
	for _, path := range files {
		assert.Contains(t, []string{".html", ".md", ".json"}, filepath.Ext(path), path)
		assert.FileExists(t, strings.TrimSuffix(path, filepath.Ext(path))+".html")
	}
}

func goldenOptions(t *testing.T, path string) core.Options {
	t.Helper()
	json, err := os.ReadFile(path)
	if !errors.Is(err, fs.ErrNotExist) {
		require.NoError(t, err)
	}
	options, err := core.ParseOptions(json)
	require.NoError(t, err)
	return options
}
