package core_test

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// listed is what `go list` says of a package; tests are not part of it.
type listed struct {
	ImportPath, Dir, Name string
	Standard              bool
	GoFiles, CgoFiles     []string
	Imports, Deps         []string
}

// listModule lists the packages of the module, and all they depend on by import path. It sees the files with cgo and
// those of the asynchronous build, however the tests themselves are built.
func listModule(t *testing.T) (own []listed, standard map[string]bool) {
	t.Helper()
	list := exec.Command("go", "list", "-deps", "-tags=async_runtime", "-json=ImportPath,Dir,Name,Standard,GoFiles,CgoFiles,Imports,Deps", "tidemark/...")
	list.Env = append(os.Environ(), "CGO_ENABLED=1")
	list.Stderr = os.Stderr
	out, err := list.Output()
	require.NoError(t, err)

	standard = map[string]bool{}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		err := d.Decode(&p)
		if errors.Is(err, io.EOF) {
			return own, standard
		}
		require.NoError(t, err)
		standard[p.ImportPath] = p.Standard
		if in(p.ImportPath, "tidemark") {
			own = append(own, p)
		}
	}
}

// in reports whether path is the package or module root, or inside of it.
func in(path, root string) bool { return path == root || strings.HasPrefix(path, root+"/") }

// Imports go one way: addon -> pool, core. What is below addon knows no cgo, and the engine no system.
func TestImportBorders(t *testing.T) {
	borders := []struct {
		root       string
		atLeast    int      // packages, so that the border cannot be checked against nothing
		imports    []string // not imported by the packages themselves
		deps       []string // not reached at all
		thirdParty []string // all that is reached beyond the standard library
		allowed    map[string][]string
	}{
		{
			root: "tidemark/core", atLeast: 6,
			imports:    []string{"C", "unsafe", "os", "os/exec", "os/signal", "io/fs", "log", "log/slog", "syscall", "plugin"},
			deps:       []string{"tidemark/pool", "tidemark/addon", "net", "net/http", "runtime/cgo"},
			thirdParty: []string{"github.com/tdewolff/parse/v2", "golang.org/x/text"},
			// Text is a part of the source, which does not change, and is not copied to be a string, or to be looked at by vectors. And long slices ask for huge pages.
			allowed: map[string][]string{
				"tidemark/core/internal/dom":      {"unsafe"},
				"tidemark/core/internal/hugepage": {"unsafe", "syscall"},
				"tidemark/core/internal/vector":   {"unsafe"},
			},
		},
		{
			root: "tidemark/pool", atLeast: 1,
			imports: []string{"C", "os", "os/exec", "log", "log/slog", "plugin"},
			deps:    []string{"tidemark/core", "tidemark/addon", "net", "net/http", "runtime/cgo"},
		},
		{
			root: "tidemark/internal", atLeast: 2,
			imports:    []string{"C", "unsafe", "os", "os/exec", "log", "log/slog", "plugin"},
			deps:       []string{"tidemark/pool", "tidemark/addon", "net", "net/http", "runtime/cgo"},
			thirdParty: []string{"github.com/tdewolff/parse/v2", "golang.org/x/text"},
		},
	}
	packages, standard := listModule(t)
	for _, border := range borders {
		checked := 0
		for _, p := range packages {
			if !in(p.ImportPath, border.root) || p.Name == "main" { // Commands are tools of the build.
				continue
			}
			checked++
			for _, i := range border.imports {
				if !slices.Contains(border.allowed[p.ImportPath], i) {
					assert.NotContains(t, p.Imports, i, "%s imports %s", p.ImportPath, i)
				}
			}
			for _, d := range p.Deps {
				assert.False(t, slices.ContainsFunc(border.deps, func(root string) bool { return d == root || in(root, "tidemark") && in(d, root) }),
					"%s depends on %s", p.ImportPath, d)
				if !standard[d] && !in(d, "tidemark") {
					assert.True(t, slices.ContainsFunc(border.thirdParty, func(root string) bool { return in(d, root) }),
						"%s depends on %s", p.ImportPath, d)
				}
			}
		}
		assert.GreaterOrEqual(t, checked, border.atLeast, "packages in %s", border.root)
	}
}

// Within the engine, what a page means knows nothing of what it is written as, and one format knows nothing of another. Each room says
// here what it imports.
func TestBordersOfMeaning(t *testing.T) {
	const internal = "tidemark/core/internal/"
	may := map[string][]string{
		"ascii":               {"vector"},
		"article":             {"ascii", "dom", "hugepage", "page", "page/known", "watch"},
		"charref":             {"ascii"},
		"chunk":               {"dom", "outline", "units"},
		"dom":                 {"ascii", "charref", "hugepage", "vector", "watch"},
		"encoding":            {"ascii", "watch"},
		"html":                {"ascii", "charref", "dom", "hugepage", "vector", "watch"},
		"htmlwriter":          {"ascii", "dom", "hugepage", "page", "page/formula", "watch"},
		"hugepage":            {"watch"},
		"inline":              {"ascii", "charref", "hugepage", "vector", "watch"},
		"inventory":           {"dom", "hugepage", "jsontext", "page", "watch", "weburl"},
		"jsontext":            {"ascii"},
		"markdown":            {"ascii", "article", "dom", "htmlwriter", "hugepage", "inline", "outline", "page", "page/formula", "rule", "selector", "style", "watch", "weburl"},
		"metadata":            {"ascii", "dom", "watch", "weburl"},
		"outline":             {"dom", "hugepage", "watch"},
		"page":                {"ascii", "dom", "hugepage", "page/class", "page/formula", "page/known", "style", "watch", "weburl"},
		"page/class":          {"ascii", "dom", "page/known"},
		"page/formula":        {"ascii", "dom", "page/class", "page/formula/mathml", "watch"},
		"page/formula/mathml": {"ascii", "dom", "hugepage", "watch"},
		"page/known":          {"ascii"},
		"rule":                {"dom", "hugepage", "units", "watch"},
		"schema":              {"encoding", "rule", "selector", "weburl"},
		"selector":            {"ascii", "dom", "hugepage", "watch"},
		"style":               {"ascii", "dom", "watch"},
		"tokens":              nil,
		"turndown":            {"ascii", "dom", "hugepage", "rule", "watch"},
		"units":               {"ascii"},
		"vector":              nil,
		"watch":               nil,
		"weburl":              {"dom"},
	}
	packages, _ := listModule(t)
	checked := 0
	for _, p := range packages {
		room, isInternal := strings.CutPrefix(p.ImportPath, internal)
		if !isInternal || strings.HasPrefix(room, "tool/") {
			continue
		}
		checked++
		require.Contains(t, may, room)
		for _, i := range p.Imports {
			if name, isInternal := strings.CutPrefix(i, internal); isInternal || in(i, "tidemark") {
				assert.Contains(t, may[room], name, "%s imports %s", p.ImportPath, i)
			}
		}
	}
	assert.Equal(t, len(may), checked, "packages")
}

func TestOnlyTheAddonIsCgo(t *testing.T) {
	packages, _ := listModule(t)
	cgo := 0
	for _, p := range packages {
		if len(p.CgoFiles) > 0 {
			cgo++
			assert.True(t, in(p.ImportPath, "tidemark/addon"), "%s has cgo in %v", p.ImportPath, p.CgoFiles)
		}
	}
	assert.Positive(t, cgo, "packages with cgo")
}

func TestCoreStartsNoGoroutine(t *testing.T) {
	packages, _ := listModule(t)
	checked := 0
	for _, p := range packages {
		if !in(p.ImportPath, "tidemark/core") {
			continue
		}
		for _, name := range p.GoFiles {
			files := token.NewFileSet()
			file, err := parser.ParseFile(files, filepath.Join(p.Dir, name), nil, 0)
			require.NoError(t, err)
			checked++
			ast.Inspect(file, func(n ast.Node) bool {
				if g, ok := n.(*ast.GoStmt); ok {
					assert.Fail(t, "a goroutine is started", files.Position(g.Pos()).String())
				}
				return true
			})
		}
	}
	assert.Greater(t, checked, 20, "files")
}

// Inside the engine imports go one way, too: what inline content is knows neither the tree nor the blocks it stands in.
func TestBordersOfTheEngine(t *testing.T) {
	const internal = "tidemark/core/internal/"
	allowed := map[string][]string{ // of the module, reached in any way
		"ascii":    {"vector"},
		"vector":   nil,
		"watch":    nil,
		"hugepage": {"watch"},
		"charref":  {"ascii", "vector"},
		"inline":   {"ascii", "charref", "hugepage", "vector", "watch"},
	}
	packages, _ := listModule(t)
	checked := 0
	for _, p := range packages {
		own, ok := allowed[strings.TrimPrefix(p.ImportPath, internal)]
		if !ok {
			continue
		}
		checked++
		for _, d := range p.Deps {
			if in(d, "tidemark") {
				assert.Contains(t, own, strings.TrimPrefix(d, internal), "%s depends on %s", p.ImportPath, d)
			}
		}
	}
	assert.Equal(t, len(allowed), checked, "packages")
}

// One file of the package that writes blocks changes the output. Others may cut off what they have had written, which takes no call.
func TestOneFileWritesTheOutput(t *testing.T) {
	packages, _ := listModule(t)
	writes := map[string]int{}
	for _, p := range packages {
		if p.ImportPath != "tidemark/core/internal/markdown" {
			continue
		}
		for _, name := range p.GoFiles {
			file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(p.Dir, name), nil, 0)
			require.NoError(t, err)
			ast.Inspect(file, func(n ast.Node) bool {
				if a, ok := n.(*ast.AssignStmt); ok && (slices.ContainsFunc(a.Lhs, isByteOfOutput) || slices.ContainsFunc(a.Lhs, isOutput) && slices.ContainsFunc(a.Rhs, isCall)) {
					writes[name]++
				}
				return true
			})
		}
	}
	assert.Greater(t, writes["writer.go"], 10)
	delete(writes, "writer.go")
	assert.Empty(t, writes)
}

func isByteOfOutput(e ast.Expr) bool {
	i, ok := e.(*ast.IndexExpr)
	return ok && isOutput(i.X)
}

// isOutput reports whether an expression is the field out of the writer.
func isOutput(e ast.Expr) bool {
	s, ok := e.(*ast.SelectorExpr)
	if !ok || s.Sel.Name != "out" {
		return false
	}
	switch x := s.X.(type) {
	case *ast.Ident:
		return x.Name == "w"
	case *ast.SelectorExpr:
		return x.Sel.Name == "w"
	}
	return false
}

func isCall(e ast.Expr) bool {
	_, ok := e.(*ast.CallExpr)
	return ok
}
