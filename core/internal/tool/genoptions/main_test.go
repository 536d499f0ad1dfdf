package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestGeneratedFilesAreCurrent(t *testing.T) {
	const core = "../../.."
	files, err := generate(core)
	require.NoError(t, err)
	require.Len(t, files, 5)
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join(core, name))
		require.NoError(t, err, "run: go generate ./core")
		require.Equal(t, want, string(got), "%s differs from core/options.go; run: go generate ./core", filepath.Base(name))
	}
}
