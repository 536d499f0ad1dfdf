package napistatus_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tidemark/tools/napistatus"
)

// TestCheck expects as many faults on each line of the file as it says "// want".
func TestCheck(t *testing.T) {
	source, err := os.ReadFile(filepath.Join("testdata", "statuses.c"))
	if err != nil {
		t.Fatal(err)
	}
	found := make(map[int][]string)
	for _, fault := range napistatus.Check(string(source)) {
		found[fault.Line] = append(found[fault.Line], fault.Message)
	}
	wanted := 0
	for i, line := range strings.Split(string(source), "\n") {
		want := strings.Count(line, "// want")
		wanted += want
		if got := found[i+1]; len(got) != want {
			t.Errorf("line %d: %d faults, want %d: %s\n%s", i+1, len(got), want, strings.TrimSpace(line), strings.Join(got, "\n"))
		}
	}
	if wanted == 0 {
		t.Error("the file wants no faults")
	}
}
