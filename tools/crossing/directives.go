package crossing

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Directives reads the //tidemark: comments, reports those that cannot be followed, and makes the rest known to packages
// that import this one.
var Directives = &analysis.Analyzer{
	Name:       "directives",
	Doc:        "check that every //tidemark: comment is well formed and in its place",
	Run:        runDirectives,
	ResultType: reflect.TypeFor[*index](),
	FactTypes:  []analysis.Fact{new(mark), new(trusted), new(traits)},
}

// directive is one //tidemark:word argument line.
type directive struct {
	pos       token.Pos
	word, arg string
}

func parseDirective(c *ast.Comment) (directive, bool) {
	text, ok := strings.CutPrefix(c.Text, "//tidemark:")
	if !ok {
		return directive{}, false
	}
	text, _, _ = strings.Cut(text, " // ") // a comment on the comment
	word, arg, _ := strings.Cut(strings.TrimSpace(text), " ")
	return directive{pos: c.Pos(), word: word, arg: strings.TrimSpace(arg)}, true
}

func runDirectives(pass *analysis.Pass) (any, error) {
	r := &directiveReader{pass: pass, index: &index{pass: pass, blocks: make(map[string]bool)}, seen: make(map[token.Pos]bool)}
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				r.function(decl.Name, decl.Doc, decl.Body)
			case *ast.GenDecl:
				r.types(decl)
			}
		}
		r.floating(file)
	}
	inferTraits(r.index)
	checkRecovers(r)
	checkIdle(r)
	return r.index, nil
}

type directiveReader struct {
	pass      *analysis.Pass
	index     *index
	seen      map[token.Pos]bool // directives that stand where they belong
	recovers  []*types.Func      // functions that say //tidemark:recovers
	functions []onFunction
	waitsInC  []directive // //tidemark:blocks C.name
}

// onFunction is a directive of a function or an interface method, which has no body.
type onFunction struct {
	directive
	fn   *types.Func
	body *ast.BlockStmt
}

// read returns the directives of doc comments.
func (r *directiveReader) read(docs ...*ast.CommentGroup) []directive {
	var list []directive
	for _, doc := range docs {
		if doc == nil {
			continue
		}
		for _, comment := range doc.List {
			if d, ok := parseDirective(comment); ok {
				r.seen[d.pos] = true
				list = append(list, d)
			}
		}
	}
	return list
}

func (r *directiveReader) types(decl *ast.GenDecl) {
	for _, spec := range decl.Specs {
		spec, ok := spec.(*ast.TypeSpec)
		if !ok {
			continue
		}
		doc := spec.Doc
		if doc == nil && !decl.Lparen.IsValid() {
			doc = decl.Doc
		}
		for _, d := range r.read(doc) {
			r.typeMark(spec, d)
		}
		switch t := spec.Type.(type) {
		case *ast.StructType:
			r.fields(t)
		case *ast.InterfaceType:
			for _, method := range t.Methods.List {
				if len(method.Names) == 1 {
					r.function(method.Names[0], method.Doc, nil)
				}
			}
		}
	}
}

func (r *directiveReader) typeMark(spec *ast.TypeSpec, d directive) {
	kind, rest, _ := strings.Cut(d.arg, " ")
	obj := r.pass.TypesInfo.Defs[spec.Name]
	switch {
	case d.word != "crossing":
		r.pass.Reportf(d.pos, "//tidemark:%s does not apply to a type; use //tidemark:crossing", d.word)
	case obj == nil || spec.Assign.IsValid():
		r.pass.Reportf(d.pos, "mark the type that %s is an alias of", spec.Name.Name)
	case kind == guarded:
		if findMutex(obj.Type(), rest) == nil {
			r.pass.Reportf(d.pos, "name the sync.Mutex or sync.RWMutex field of %s: //tidemark:crossing guarded <field>", spec.Name.Name)
			return
		}
		r.pass.ExportObjectFact(obj, &mark{Kind: kind, Mutex: rest})
	case (kind == immutable || kind == handedOver) && rest == "":
		r.pass.ExportObjectFact(obj, &mark{Kind: kind})
	default:
		r.pass.Reportf(d.pos, "say one of immutable, guarded <field> or handedover after //tidemark:crossing")
	}
}

// findMutex returns the field of a struct type that is the mutex of that name.
func findMutex(t types.Type, name string) *types.Var {
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	for field := range s.Fields() {
		if field.Name() == name && (isNamed(field.Type(), "sync", "Mutex") || isNamed(field.Type(), "sync", "RWMutex")) {
			return field
		}
	}
	return nil
}

func (r *directiveReader) fields(s *ast.StructType) {
	for _, field := range s.Fields.List {
		for _, d := range r.read(field.Doc, field.Comment) {
			if d.word != "trusted" || d.arg == "" {
				r.pass.Reportf(d.pos, "a field takes //tidemark:trusted <why it is safe to share>, with the reason")
				continue
			}
			for _, name := range field.Names {
				r.pass.ExportObjectFact(r.pass.TypesInfo.Defs[name], new(trusted))
			}
			if len(field.Names) == 0 {
				r.pass.Reportf(d.pos, "give the embedded field a name before it can be trusted")
			}
		}
	}
}

func (r *directiveReader) function(name *ast.Ident, doc *ast.CommentGroup, body *ast.BlockStmt) {
	fn, _ := r.pass.TypesInfo.Defs[name].(*types.Func)
	var t traits
	for _, d := range r.read(doc) {
		if fn != nil {
			r.functions = append(r.functions, onFunction{d, fn, body})
		}
		switch d.word {
		case "handsover":
			t.HandsOver = true
		case "crosses":
			t.Crosses = true
		case "blocks":
			t.Blocks = true
		case "recovers":
			t.Recovers = true
			r.recovers = append(r.recovers, fn)
		case "spawns":
			if t.Spawns = d.arg != ""; !t.Spawns {
				r.pass.Reportf(d.pos, "say why the goroutine stops: //tidemark:spawns <why it stops>")
			}
			continue
		case "recurses": // for package recursion
			continue
		default:
			r.pass.Reportf(d.pos, "//tidemark:%s does not apply to a function; use handsover, crosses, blocks, spawns, recovers or recurses", d.word)
			continue
		}
		if d.arg != "" {
			r.pass.Reportf(d.pos, "//tidemark:%s takes no argument on a function", d.word)
		}
	}
	if fn != nil && t != (traits{}) {
		r.pass.ExportObjectFact(fn, &t)
	}
}

// floating reads //tidemark:blocks C.name, which has no declaration to stand on, and reports what stands nowhere: a blank
// line between a directive and its declaration would otherwise switch the check off silently.
func (r *directiveReader) floating(file *ast.File) {
	for _, group := range file.Comments {
		for _, comment := range group.List {
			d, ok := parseDirective(comment)
			if !ok || r.seen[d.pos] {
				continue
			}
			if name, ok := strings.CutPrefix(d.arg, "C."); ok && d.word == "blocks" {
				r.index.blocks[name] = true
				r.waitsInC = append(r.waitsInC, d)
				continue
			}
			r.pass.Reportf(d.pos, "put //tidemark:%s in the doc comment of a package-level type, one of its fields or methods, or a function", d.word)
		}
	}
}
