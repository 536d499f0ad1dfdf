package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestGeneratedFilesAreCurrent(t *testing.T) {
	files := generate()
	require.Len(t, files, 3)
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join("../../..", name))
		require.NoError(t, err, "run: go generate ./addon")
		require.Equal(t, want, string(got), "%s differs from table.go; run: go generate ./addon", name)
	}
}

// An id is above 0, and each status means one thing.
func TestStatusesCannotBeTakenForIDs(t *testing.T) {
	names := map[int]string{}
	for _, s := range statuses {
		assert.LessOrEqual(t, s.value, 0, s.name)
		assert.Empty(t, names[s.value], "the value of %s", s.name)
		names[s.value] = s.name
	}
}

func TestOutcomesHaveKnownCodes(t *testing.T) {
	known := map[string]bool{}
	for _, c := range errorCodes {
		known[c.name] = true
	}
	isNoError := map[string]bool{outcomes[0].name: true, "asks": true}
	for _, o := range outcomes {
		assert.Equal(t, !isNoError[o.name], known[o.code], o.name)
	}
}
