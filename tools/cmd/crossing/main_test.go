package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestVet runs the built tool under go vet on the packages with cgo: vet sees what cgo made of them, in which comments and
// positions must still be those of the source.
func TestVet(t *testing.T) {
	tool := filepath.Join(t.TempDir(), "crossing")
	if out, err := exec.Command("go", "build", "-o", tool, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	for _, name := range []string{"exports", "waitsinc", "directivesinc"} {
		t.Run(name, func(t *testing.T) {
			vet := exec.Command("go", "vet", "-vettool="+tool, "./"+name)
			vet.Dir = filepath.Join("..", "..", "crossing", "testdata")
			out, err := vet.CombinedOutput()
			if err == nil {
				t.Fatal("go vet found nothing")
			}
			file := filepath.Join(name, name+".go")
			source, err := os.ReadFile(filepath.Join(vet.Dir, file))
			if err != nil {
				t.Fatal(err)
			}
			want := 0
			for i, line := range strings.Split(string(source), "\n") {
				if !strings.Contains(line, "// want `") { // a fact is no report
					continue
				}
				want++
				if position := fmt.Sprintf("%s:%d:", file, i+1); !strings.Contains(string(out), position) {
					t.Errorf("nothing reported at %s\n%s", position, out)
				}
			}
			if got := strings.Count(string(out), file+":"); got != want {
				t.Errorf("%d reports, want %d:\n%s", got, want, out)
			}
		})
	}
}
