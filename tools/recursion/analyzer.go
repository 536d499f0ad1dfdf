package recursion

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/buildssa"
	"golang.org/x/tools/go/ssa"
)

// Analyzer reports recursion that nothing is said to bound.
var Analyzer = &analysis.Analyzer{
	Name:     "recursion",
	Doc:      "check that a //tidemark:recurses comment gives the bound of every recursion",
	Requires: []*analysis.Analyzer{buildssa.Analyzer},
	Run:      run,
}

func run(pass *analysis.Pass) (any, error) {
	g := newGraph(pass.Fset, pass.ResultOf[buildssa.Analyzer].(*buildssa.SSA))
	bounded := map[*ssa.Function]bool{}
	for _, fn := range g.functions {
		pos, bound, ok := directive(fn)
		switch {
		case !ok:
			continue
		case g.cycle(fn, nil) == nil:
			pass.Reportf(pos, "%s does not recurse: take its //tidemark:recurses away", name(fn))
		case bound == "":
			pass.Reportf(pos, "say what bounds the depth: //tidemark:recurses <the bound, in words>")
		}
		bounded[fn] = true
	}
	reported := map[*ssa.Function]bool{}
	for _, fn := range g.functions {
		if bounded[fn] || reported[fn] {
			continue
		}
		cycle := g.cycle(fn, bounded)
		if cycle == nil {
			continue
		}
		pass.Reportf(position(fn), "%s recurses: %s. Keep a stack in the heap instead, or say what bounds the depth: //tidemark:recurses <bound>",
			name(fn), path(cycle))
		// One report is enough for all that recurse together.
		for _, other := range g.reached(fn, bounded) {
			if !reported[other] && g.reaches(other, fn, bounded) {
				reported[other] = true
			}
		}
	}
	return nil, nil
}

// directive returns the argument of the directive of a function, if it has one.
func directive(fn *ssa.Function) (pos token.Pos, bound string, ok bool) {
	decl, _ := fn.Syntax().(*ast.FuncDecl)
	if decl == nil || decl.Doc == nil {
		return token.NoPos, "", false
	}
	for _, comment := range decl.Doc.List {
		rest, found := strings.CutPrefix(comment.Text, "//tidemark:recurses")
		if found && (rest == "" || rest[0] == ' ') {
			rest, _, _ = strings.Cut(rest, " // ") // a comment on the comment
			return comment.Pos(), strings.TrimSpace(rest), true
		}
	}
	return token.NoPos, "", false
}

// position is where a function is named, or a literal begins.
func position(fn *ssa.Function) token.Pos {
	if decl, ok := fn.Syntax().(*ast.FuncDecl); ok {
		return decl.Name.Pos()
	}
	return fn.Pos()
}

func name(fn *ssa.Function) string { return fn.RelString(fn.Pkg.Pkg) }

func path(cycle []*ssa.Function) string {
	names := make([]string, len(cycle))
	for i, fn := range cycle {
		names[i] = name(fn)
	}
	return strings.Join(names, " -> ")
}
