package main

import (
	"fmt"
	"slices"
	"strings"

	"tidemark/core/internal/schema"
)

const typeScriptHead = "// Generated from core/options.go by `go generate ./core`. Do not edit.\n"

// columns is the width that comments are wrapped to; that of the formatter of js/.
const columns = 120

func writeTypeScript(options []option) string {
	var b strings.Builder
	b.WriteString(typeScriptHead)
	b.WriteString("\nimport type { Rule } from './rules/rule.js';\n")
	writeInterface(&b, "Options", "How Markdown is written and where a conversion stops. An option that is absent or `undefined` has its default.", takenBy("", options))
	writeInterface(&b, "ExtractOptions extends Options", "What is made of a document besides.", takenBy("extract", options))
	for _, o := range options {
		if o.Kind == schema.Group {
			writeInterface(&b, groupName(o), "The members of the option `"+o.Name+"`. A member that is absent has its default.", o.fields)
		}
	}
	return b.String()
}

// takenBy returns the options that one function alone takes, or those that all do.
func takenBy(function string, options []option) []option {
	return slices.DeleteFunc(slices.Clone(options), func(o option) bool { return o.For != function })
}

func writeInterface(b *strings.Builder, name, doc string, options []option) {
	b.WriteByte('\n')
	writeComment(b, "", doc, "")
	fmt.Fprintf(b, "export interface %s {\n", name)
	for i, o := range options {
		if i > 0 {
			b.WriteByte('\n')
		}
		writeComment(b, "  ", o.doc, defaultValue(o))
		fmt.Fprintf(b, "  readonly %s?: %s | undefined;\n", o.Name, typeOf(o))
	}
	b.WriteString("}\n")
}

func typeOf(o option) string {
	switch o.Kind {
	case schema.Enum:
		if o.OrFunction {
			return quoted(o.Values, " | ") + " | ((text: string) => number)"
		}
		return quoted(o.Values, " | ")
	case schema.Choices:
		return "readonly (" + quoted(o.Values, " | ") + ")[]"
	case schema.Text:
		return "string"
	case schema.Texts:
		return "string | readonly string[]"
	case schema.Integer:
		return "number"
	case schema.List: // The interface of its members is in a file of its own, since functions are among them.
		return "readonly Rule[]"
	case schema.Group:
		if o.Words {
			return quoted(o.Values, " | ") + " | " + groupName(o)
		}
		return "boolean | " + groupName(o)
	default:
		return "boolean"
	}
}

// defaultValue is the default as JavaScript writes it, empty if there is none.
func defaultValue(o option) string {
	switch {
	case (o.Kind == schema.Enum || o.Kind == schema.Text || o.Words) && o.Default != "":
		return quote(o.Default)
	case o.Kind == schema.Choices:
		return "[" + quoted(o.DefaultChoices(), ", ") + "]"
	case o.Optional:
		return "false"
	}
	return o.Default
}

func groupName(o option) string { return strings.ToUpper(o.Name[:1]) + o.Name[1:] + "Options" }

func quoted(values []string, separator string) string {
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = quote(v)
	}
	return strings.Join(all, separator)
}

func quote(s string) string { return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(s) + "'" }

func writeComment(b *strings.Builder, indent, doc, defaultValue string) {
	fmt.Fprintf(b, "%s/**\n", indent)
	for _, line := range wrap(doc, columns-len(indent)-len(" * ")) {
		fmt.Fprintf(b, "%s * %s\n", indent, line)
	}
	if defaultValue != "" {
		fmt.Fprintf(b, "%s *\n%s * @default %s\n", indent, indent, defaultValue)
	}
	fmt.Fprintf(b, "%s */\n", indent)
}

func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		switch {
		case line == "":
			line = word
		case len(line)+1+len(word) <= width:
			line += " " + word
		default:
			lines = append(lines, line)
			line = word
		}
	}
	return append(lines, line)
}
