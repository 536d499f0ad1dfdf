package crossing

import (
	"go/ast"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Exports checks that functions which C calls recover from panics: one that reaches C ends the process.
var Exports = newAnalyzer("exports", "check that every //export function begins with a recover", runExports)

func runExports(pass *analysis.Pass, x *index) {
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			decl, ok := decl.(*ast.FuncDecl)
			if ok && decl.Body != nil && isExported(decl) && !x.beginsWithRecover(pass.TypesInfo, decl.Body) {
				pass.Reportf(decl.Name.Pos(), "begin the exported function %s with a defer of a function that calls recover", decl.Name.Name)
			}
		}
	}
}

func isExported(decl *ast.FuncDecl) bool {
	if decl.Doc == nil {
		return false
	}
	for _, comment := range decl.Doc.List {
		if strings.HasPrefix(comment.Text, "//export ") {
			return true
		}
	}
	return false
}
