package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestGeneratedFileIsCurrent(t *testing.T) {
	got, err := os.ReadFile(filepath.Join("../../..", written))
	require.NoError(t, err, "run: go generate ./core")
	require.Equal(t, generate(), string(got), "run: go generate ./core")
}
