package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
)

// source is what only the source has of types: by package.Type their comments, by package.Type.Field those of fields, and by package.Type the
// constants of strings.
type source struct {
	comments map[string]string
	values   map[string][]string
}

// read reads the source of the packages below a folder.
func read(folder string) (*source, error) {
	s := &source{comments: map[string]string{}, values: map[string][]string{}}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		if err == nil && file.Name.Name != "main" {
			s.collect(file)
		}
		return err
	})
	return s, err
}

func (s *source) collect(file *ast.File) {
	for _, d := range file.Decls {
		gen, ok := d.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, spec := range gen.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				name := file.Name.Name + "." + spec.Name.Name
				s.comments[name] = said(gen.Doc, spec.Doc)
				if st, ok := spec.Type.(*ast.StructType); ok {
					for _, f := range st.Fields.List {
						for _, field := range f.Names {
							s.comments[name+"."+field.Name] = said(f.Doc, f.Comment)
						}
					}
				}
			case *ast.ValueSpec:
				s.collectValue(file.Name.Name, spec)
			}
		}
	}
}

func (s *source) collectValue(in string, spec *ast.ValueSpec) {
	of, ok := spec.Type.(*ast.Ident)
	if !ok {
		return
	}
	for _, v := range spec.Values {
		if literal, ok := v.(*ast.BasicLit); ok && literal.Kind == token.STRING {
			value, _ := strconv.Unquote(literal.Value) // It has been parsed.
			s.values[in+"."+of.Name] = append(s.values[in+"."+of.Name], value)
		}
	}
}

// said returns the first comment that says something, in one line.
func said(groups ...*ast.CommentGroup) string {
	for _, g := range groups {
		if text := strings.Join(strings.Fields(g.Text()), " "); text != "" {
			return text
		}
	}
	return ""
}
