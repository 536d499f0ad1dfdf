package recursion_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"tidemark/tools/recursion"
)

// TestAnalyzer runs the check on the packages under testdata, where every line that is to be reported says so.
func TestAnalyzer(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), recursion.Analyzer, "./calls", "./values", "./interfaces", "./generics", "./directives")
}

func TestValid(t *testing.T) {
	if err := analysis.Validate([]*analysis.Analyzer{recursion.Analyzer}); err != nil {
		t.Fatal(err)
	}
}
