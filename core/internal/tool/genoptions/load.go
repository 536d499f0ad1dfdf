package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"strings"

	"tidemark/core"
	"tidemark/core/internal/schema"
)

// option is a declared field and its comment.
type option struct {
	schema.Field
	doc    string // one line
	fields []option
}

// load joins the fields of core.Options with their comments, which only the source has.
func load(source string) ([]option, error) {
	file, err := parser.ParseFile(token.NewFileSet(), source, nil, parser.ParseComments)
	if err != nil {
		return nil, err
	}
	comments := map[string]string{}
	for _, d := range file.Decls {
		gen, ok := d.(*ast.GenDecl)
		if !ok || gen.Tok != token.TYPE {
			continue
		}
		for _, spec := range gen.Specs {
			collect(spec.(*ast.TypeSpec), comments)
		}
	}
	return join(reflect.TypeFor[core.Options](), schema.Of(reflect.TypeFor[core.Options]()), comments)
}

// collect notes the comments of a struct's fields as Type.Field.
func collect(spec *ast.TypeSpec, comments map[string]string) {
	st, ok := spec.Type.(*ast.StructType)
	if !ok {
		return
	}
	for _, f := range st.Fields.List {
		for _, name := range f.Names {
			comments[spec.Name.Name+"."+name.Name] = strings.Join(strings.Fields(f.Doc.Text()), " ")
		}
	}
}

//tidemark:recurses as deep as options are declared
func join(t reflect.Type, fields []schema.Field, comments map[string]string) ([]option, error) {
	var options []option
	for _, f := range fields {
		if f.IsInternal() {
			continue
		}
		key := t.Name() + "." + f.GoName
		options = append(options, option{Field: f, doc: comments[key]})
		i := len(options) - 1
		if options[i].doc == "" {
			return nil, fmt.Errorf("%s has no comment", key)
		}
		if f.Kind != schema.Group {
			continue
		}
		sf, _ := t.FieldByName(f.GoName)
		var err error
		if options[i].fields, err = join(sf.Type.Elem(), f.Fields, comments); err != nil {
			return nil, err
		}
	}
	return options, nil
}
