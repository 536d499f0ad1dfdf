package main

import (
	"fmt"
	"strings"
)

func writeTypeScript() string {
	var b strings.Builder
	b.WriteString(headerHead)
	b.WriteString("\n/** What native code returns for a call that it does not take. A call that it has taken gets the id of its job instead, which is above 0. */\n")
	b.WriteString("export const PushStatus = {\n")
	for _, s := range statuses {
		fmt.Fprintf(&b, "  /** %s */\n  %s: %d,\n", s.doc, s.name, s.value)
	}
	b.WriteString("} as const;\n")
	for _, c := range constants {
		fmt.Fprintf(&b, "\n/** %s */\nexport const %s = %d;\n", c.doc, c.name, c.value)
	}
	b.WriteString("\n/**\n * What went wrong, for programs. The list is closed:\n *\n")
	var names []string
	for _, c := range errorCodes {
		fmt.Fprintf(&b, " * - `%s`: %s\n", c.name, c.doc)
		names = append(names, "\n  | '"+c.name+"'")
	}
	fmt.Fprintf(&b, " */\nexport type ConvertErrorCode =%s;\n", strings.Join(names, ""))
	fmt.Fprintf(&b, "\n/**\n * %s\n */\nexport interface Stats {\n", strings.ReplaceAll(statsDoc, "\n", "\n * "))
	for _, s := range stats {
		fmt.Fprintf(&b, "  /** %s */\n  %s: number;\n", s.doc, s.name)
	}
	b.WriteString("}\n")
	return b.String()
}
