// Gentree writes what js/rules/ has to know to read a tree: see dom.Document.AppendTree. It is run by `go generate ./core`, in that folder.
package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"maps"

	"tidemark/core/internal/dom"
)

// written is the file that is made, from the folder core.
const written = "../js/rules/tree.generated.ts"

func main() {
	if err := os.WriteFile(written, []byte(generate()), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, "gentree:", err)
		os.Exit(1)
	}
}

func generate() string {
	var b strings.Builder
	b.WriteString("// Generated from core/internal/dom by `go generate ./core`. Do not edit.\n")
	layout := dom.Layout()
	b.WriteString("\n/** Where the fields of nodes and attributes lie, and how large those are, in bytes. */\nexport const layout = {\n")
	for _, name := range slices.Sorted(maps.Keys(layout)) {
		fmt.Fprintf(&b, "  %s: %d,\n", name, layout[name])
	}
	b.WriteString("} as const;\n")
	tags, attributes := dom.Names()
	writeNames(&b, "tagNames", "The names of elements by their numbers.", tags)
	writeNames(&b, "attributeNames", "The names of attributes by their numbers.", attributes)
	foreignElements, foreignAttributes := dom.ForeignNames()
	writeMap(&b, "foreignElements", "SVG elements with letters in upper case, by their names in lower case.", foreignElements)
	writeMap(&b, "foreignAttributes", "The same of attributes.", foreignAttributes)
	return b.String()
}

func writeNames(b *strings.Builder, name, doc string, names []string) {
	fmt.Fprintf(b, "\n/** %s */\nexport const %s: readonly string[] = (\n", doc, name)
	const perLine = 100
	line := "  '"
	for i, n := range names {
		if len(line) > perLine {
			fmt.Fprintf(b, "%s' +\n", line)
			line = "  '"
		}
		if i > 0 {
			line += " "
		}
		line += n
	}
	fmt.Fprintf(b, "%s'\n).split(' ');\n", line)
}

func writeMap(b *strings.Builder, name, doc string, names map[string]string) {
	fmt.Fprintf(b, "\n/** %s */\nexport const %s: ReadonlyMap<string, string> = new Map(\n  [\n", doc, name)
	for _, lower := range slices.Sorted(maps.Keys(names)) {
		fmt.Fprintf(b, "    '%s',\n", names[lower])
	}
	b.WriteString("  ].map((name) => [name.toLowerCase(), name]),\n);\n")
}
