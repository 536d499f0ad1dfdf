package crossing

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/cfg"
)

// state is what is known at a point of a function; S is the state's own type.
type state[S any] interface {
	clone() S
	merge(from S) (changed bool) // takes in what holds where another way leads here
}

// flow is the control-flow graph of one function body. It differs from package cfg in what its nodes are: a select is
// visited before its cases and each case's communication inside of that case alone; a range statement is visited as such,
// at the head of its loop, after its operand. Visitors must not walk into these two.
type flow struct {
	graph *cfg.CFG
	comms map[ast.Node]*ast.SelectStmt // communication -> its select
	skip  map[ast.Node]bool            // nodes that package cfg puts where they do not happen
}

func newFlow(info *types.Info, body *ast.BlockStmt) *flow {
	f := &flow{comms: make(map[ast.Node]*ast.SelectStmt), skip: make(map[ast.Node]bool)}
	inspectOwn(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectStmt:
			for _, clause := range n.Body.List {
				comm := clause.(*ast.CommClause).Comm
				if comm == nil {
					continue
				}
				f.comms[comm] = n
				if assign, ok := comm.(*ast.AssignStmt); ok {
					f.skip[assign.Lhs[0]] = true
				}
			}
		case *ast.RangeStmt:
			if n.Key != nil {
				f.skip[n.Key] = true
			}
			if n.Value != nil {
				f.skip[n.Value] = true
			}
		}
		return true
	})
	f.graph = cfg.New(body, func(call *ast.CallExpr) bool {
		fn := callee(info, call)
		return !isBuiltin(info, call, "panic") && !isFunc(fn, "os", "Exit") && !isFunc(fn, "runtime", "Goexit")
	})
	return f
}

// nodes returns what happens in a block, in order.
func (f *flow) nodes(b *cfg.Block) []ast.Node {
	var list []ast.Node
	switch b.Kind {
	case cfg.KindSelectCaseBody:
		list = append(list, b.Stmt.(*ast.CommClause).Comm)
	case cfg.KindRangeLoop:
		list = append(list, b.Stmt)
	}
	var last *ast.SelectStmt
	for _, n := range b.Nodes {
		if sel := f.comms[n]; sel != nil {
			if sel != last {
				list = append(list, sel)
			}
			last = sel
		} else if !f.skip[n] {
			list = append(list, n)
		}
	}
	return list
}

// solve follows every way through f from the entry state until nothing changes, and then calls visit once for each
// reachable block with the state at its start.
func solve[S state[S]](f *flow, entry S, step func(ast.Node, S), visit func(*cfg.Block, S)) {
	in := map[*cfg.Block]S{f.graph.Blocks[0]: entry}
	work := []*cfg.Block{f.graph.Blocks[0]}
	for len(work) > 0 {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		out := in[b].clone()
		for _, n := range f.nodes(b) {
			step(n, out)
		}
		for _, next := range b.Succs {
			known, ok := in[next]
			if !ok {
				in[next] = out.clone()
			} else if !known.merge(out) {
				continue
			}
			work = append(work, next)
		}
	}
	for _, b := range f.graph.Blocks {
		if s, ok := in[b]; ok {
			visit(b, s)
		}
	}
}
