package crossing

import (
	"fmt"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Analyzers returns every check of this package.
func Analyzers() []*analysis.Analyzer {
	return []*analysis.Analyzer{Directives, Immutable, Guarded, HandedOver, Marked, Waits, Spawn, Exports}
}

// newAnalyzer makes a check that reads the directives of the package and of those it imports.
func newAnalyzer(name, doc string, run func(*analysis.Pass, *index)) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:     name,
		Doc:      doc,
		Requires: []*analysis.Analyzer{Directives},
		Run: func(pass *analysis.Pass) (any, error) {
			run(pass, pass.ResultOf[Directives].(*index))
			return nil, nil
		},
	}
}

// reporter returns a Reportf that says everything once: a deferred call is looked at once for each return statement.
func reporter(pass *analysis.Pass) func(pos token.Pos, format string, args ...any) {
	said := make(map[string]bool)
	return func(pos token.Pos, format string, args ...any) {
		message := fmt.Sprintf(format, args...)
		if key := fmt.Sprint(pos, message); !said[key] {
			said[key] = true
			pass.Report(analysis.Diagnostic{Pos: pos, Message: message})
		}
	}
}

func inTest(pass *analysis.Pass, pos token.Pos) bool {
	return strings.HasSuffix(pass.Fset.Position(pos).Filename, "_test.go")
}
