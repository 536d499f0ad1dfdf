package crossing_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"tidemark/tools/crossing"
)

// TestAnalyzers runs each check on its packages under testdata, where every line that is to be reported says so.
func TestAnalyzers(t *testing.T) {
	tests := []struct {
		check    *analysis.Analyzer
		packages []string
	}{
		{crossing.Directives, []string{"./directives", "./directivesinc"}},
		{crossing.Immutable, []string{"./immutable"}},
		{crossing.Guarded, []string{"./guarded"}},
		{crossing.HandedOver, []string{"./handedover"}},
		{crossing.Marked, []string{"./marked"}},
		{crossing.Waits, []string{"./waits", "./waitsinc"}},
		{crossing.Spawn, []string{"./spawn"}},
		{crossing.Exports, []string{"./exports"}},
	}
	for _, test := range tests {
		t.Run(test.check.Name, func(t *testing.T) {
			analysistest.Run(t, analysistest.TestData(), test.check, test.packages...)
		})
	}
}

func TestValid(t *testing.T) {
	if err := analysis.Validate(crossing.Analyzers()); err != nil {
		t.Fatal(err)
	}
}
