package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestGeneratedTypesAreCurrent(t *testing.T) {
	const core = "../../.."
	want, err := generate(core)
	require.NoError(t, err)
	got, err := os.ReadFile(filepath.Join(core, typeScript))
	require.NoError(t, err, "run: go generate ./core")
	require.Equal(t, want, string(got), "types differ from those in Go; run: go generate ./core")
}
