package core_test

import (
	"os/exec"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What is asked of page for each node, or for each node that is looked at, becomes a part of whoever asks.
func TestPageIsInlined(t *testing.T) {
	build := exec.Command("go", "build", "-gcflags=-m", "tidemark/core/internal/page")
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))
	inlined := map[string]bool{}
	for _, m := range regexp.MustCompile(`: can inline (.+)\n`).FindAllStringSubmatch(string(out), -1) {
		inlined[m[1]] = true
	}
	for _, name := range []string{
		"Of", "(*Element).Is", "(*Element).NeedsCheck", "(*Element).MayBeUnseen", "(*Page).NeedsCheck", "(*Page).IsSeen", "(*Page).HasClass", "(*Page).IsList", "(*Page).IsText", "(*Page).Doubt", "(*Page).step",
	} {
		assert.True(t, inlined[name], name)
	}
}
