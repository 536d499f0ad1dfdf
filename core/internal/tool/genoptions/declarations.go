package main

import (
	"fmt"
	"strings"

	"tidemark/core/internal/schema"
)

const declarationsHead = typeScriptHead + `
import type { Declaration } from './declaration.js';

/** The options of the engine, from which the command has its flags. */
export const declarations: readonly Declaration[] = [
`

// kinds are what the command calls what an option holds.
var kinds = map[schema.Kind]string{
	schema.Enum:    "word",
	schema.Text:    "text",
	schema.Texts:   "texts",
	schema.Choices: "words",
	schema.Integer: "integer",
	schema.Boolean: "boolean",
	schema.Group:   "group",
	schema.List:    "module",
}

// writeDeclarations returns the options as a program reads them.
func writeDeclarations(options []option) string {
	var b strings.Builder
	b.WriteString(declarationsHead)
	writeDeclared(&b, "  ", options)
	b.WriteString("];\n")
	return b.String()
}

//tidemark:recurses as deep as options are declared
func writeDeclared(b *strings.Builder, indent string, options []option) {
	for _, o := range options {
		fmt.Fprintf(b, "%s{\n", indent)
		member := func(name, value string) { fmt.Fprintf(b, "%s  %s: %s,\n", indent, name, value) }
		member("name", quote(o.Name))
		member("kind", quote(kinds[o.Kind]))
		if len(o.Values) > 0 {
			member("values", "["+quoted(o.Values, ", ")+"]")
		}
		if o.Kind == schema.Integer {
			member("min", fmt.Sprint(o.Min))
			member("max", fmt.Sprint(o.Max))
		}
		if d := defaultValue(o); d != "" {
			member("byDefault", asText(o, d))
		}
		if o.Optional {
			member("optional", "true")
		}
		if o.For != "" {
			member("of", quote(o.For))
		}
		member("text", quote(o.doc))
		if o.Kind == schema.Group {
			fmt.Fprintf(b, "%s  members: [\n", indent)
			writeDeclared(b, indent+"    ", o.fields)
			fmt.Fprintf(b, "%s  ],\n", indent)
		}
		fmt.Fprintf(b, "%s},\n", indent)
	}
}

// asText is the default as it is written behind a flag.
func asText(o option, value string) string {
	switch {
	case o.Kind == schema.Choices:
		return quote(strings.Join(o.DefaultChoices(), ","))
	case strings.HasPrefix(value, "'"):
		return value
	}
	return quote(value)
}
