package main

import (
	"fmt"
	"path"
	"reflect"
	"strings"
)

const head = "// Generated from core/extraction.go by `go generate ./core`. Do not edit.\n"

// columns is the width that comments are wrapped to; that of the formatter of js/.
const columns = 120

// writer writes the types that are reached from one, each once.
type writer struct {
	strings.Builder
	source *source
	queue  []reflect.Type
	known  map[reflect.Type]bool
}

func (s *source) write(root reflect.Type) (string, error) {
	w := &writer{source: s, known: map[reflect.Type]bool{}}
	w.WriteString(head)
	w.reach(root)
	for len(w.queue) > 0 {
		next := w.queue[0]
		w.queue = w.queue[1:]
		if err := w.declare(next); err != nil {
			return "", err
		}
	}
	return w.String(), nil
}

func (w *writer) reach(t reflect.Type) {
	if !w.known[t] {
		w.known[t] = true
		w.queue = append(w.queue, t)
	}
}

func nameOf(t reflect.Type) string { return path.Base(t.PkgPath()) + "." + t.Name() }

func (w *writer) declare(t reflect.Type) error {
	w.WriteByte('\n')
	w.comment("", strings.TrimPrefix(w.source.comments[nameOf(t)], t.Name()+" is "))
	if t.Kind() == reflect.String {
		values := w.source.values[nameOf(t)]
		if len(values) == 0 {
			return fmt.Errorf("%s has no constants", nameOf(t))
		}
		fmt.Fprintf(w, "export type %s = '%s';\n", t.Name(), strings.Join(values, "' | '"))
		return nil
	}
	fmt.Fprintf(w, "export interface %s {\n", t.Name())
	for i, first := 0, true; i < t.NumField(); i++ {
		f := t.Field(i)
		if !f.IsExported() {
			continue
		}
		name, how, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "-" {
			if name = f.Tag.Get("js"); name == "" {
				continue
			}
			how = "omitempty"
			if always, ok := strings.CutSuffix(name, "!"); ok {
				name, how = always, ""
			}
		}
		doc := w.source.comments[nameOf(t)+"."+f.Name]
		if name == "" {
			return fmt.Errorf("%s.%s has no name", nameOf(t), f.Name)
		}
		if !first {
			w.WriteByte('\n')
		}
		first = false
		w.comment("  ", doc)
		typed, err := w.typeOf(f.Type)
		if err != nil {
			return err
		}
		if how != "" || f.Type.Kind() == reflect.Pointer {
			fmt.Fprintf(w, "  readonly %s?: %s;\n", name, typed)
		} else {
			fmt.Fprintf(w, "  readonly %s: %s;\n", name, typed)
		}
	}
	w.WriteString("}\n")
	return nil
}

//tidemark:recurses as deep as types are declared
func (w *writer) typeOf(t reflect.Type) (string, error) {
	switch t.Kind() {
	case reflect.Pointer:
		return w.typeOf(t.Elem())
	case reflect.Bool:
		return "boolean", nil
	case reflect.Int, reflect.Float64:
		return "number", nil
	case reflect.Array: // a range
		return "readonly [start: number, end: number]", nil
	case reflect.Slice:
		of, err := w.typeOf(t.Elem())
		if strings.HasPrefix(of, "readonly ") {
			of = "(" + of + ")"
		}
		return "readonly " + of + "[]", err
	case reflect.Map:
		of, err := w.typeOf(t.Elem())
		return "Readonly<Record<string, " + of + ">>", err
	case reflect.String:
		if t.PkgPath() == "" {
			return "string", nil
		}
		fallthrough
	case reflect.Struct:
		w.reach(t)
		return t.Name(), nil
	}
	return "", fmt.Errorf("no type for %s", t)
}

func (w *writer) comment(indent, text string) {
	if text == "" {
		return
	}
	text = strings.ToUpper(text[:1]) + text[1:]
	if !strings.HasSuffix(text, ".") {
		text += "."
	}
	if line := indent + "/** " + text + " */"; len(line) <= columns {
		w.WriteString(line + "\n")
		return
	}
	w.WriteString(indent + "/**\n")
	line := indent + " *"
	for word := range strings.FieldsSeq(text) {
		if len(line)+1+len(word) > columns {
			w.WriteString(line + "\n")
			line = indent + " *"
		}
		line += " " + word
	}
	w.WriteString(line + "\n" + indent + " */\n")
}
