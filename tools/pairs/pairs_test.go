package pairs_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tidemark/tools/pairs"
)

func TestCheck(t *testing.T) {
	names := []string{"pairs.c", "pairs.go"}
	sources := make(map[string]string)
	want := make(map[string]bool)
	for _, name := range names {
		source, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		// What a comment says of itself is no part of its names.
		sources[name] = strings.ReplaceAll(string(source), ", wrong", "")
		for i, line := range strings.Split(string(source), "\n") {
			if strings.HasSuffix(line, ", wrong") {
				want[fmt.Sprintf("%s:%d", name, i+1)] = true
			}
		}
	}
	if len(want) != 6 {
		t.Fatalf("%d faults are planted", len(want))
	}
	for _, fault := range pairs.Check(names, sources) {
		at := fmt.Sprintf("%s:%d", fault.File, fault.Line)
		if !want[at] {
			t.Errorf("%s: %s", at, fault.Message)
		}
		delete(want, at)
	}
	for at := range want {
		t.Errorf("%s: nothing is reported", at)
	}
}
