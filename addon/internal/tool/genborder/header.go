package main

import (
	"fmt"
	"strings"
	"unicode"
)

const headerHead = "// Generated from addon/internal/tool/genborder/table.go by `go generate ./addon`. Do not edit.\n"

// writeQueueHeader writes what the queue says of calls.
func writeQueueHeader() string {
	var b strings.Builder
	b.WriteString(headerHead + "#ifndef TIDEMARK_STATUS_GENERATED_H\n#define TIDEMARK_STATUS_GENERATED_H\n\n")
	b.WriteString("// What a call of the binding returns that does not take what it is given.\ntypedef enum {\n")
	for _, s := range statuses {
		writeCommented(&b, fmt.Sprintf("%s = %d,", constant(s.name), s.value), s.doc)
	}
	b.WriteString("} tm_push_status;\n\n// How a job ends, and what JavaScript is told.\ntypedef enum {\n")
	for _, o := range outcomes {
		writeCommented(&b, constant(o.name)+",", strings.Trim(o.code+", "+o.doc, ", "))
	}
	b.WriteString("} tm_code;\n\n#endif\n")
	return b.String()
}

// writeBorderHeader writes what only the files that use Node-API need.
func writeBorderHeader() string {
	var b strings.Builder
	b.WriteString(headerHead + "#ifndef TIDEMARK_BORDER_GENERATED_H\n#define TIDEMARK_BORDER_GENERATED_H\n\n")
	b.WriteString("#include <stdint.h>\n\n#include \"internal/queue/status.generated.h\"\n\n")
	for _, c := range constants {
		fmt.Fprintf(&b, "// %s\nenum { %s = %d };\n\n", c.doc, constant(c.name), c.value)
	}
	b.WriteString("// The codes of ConvertError.\nstatic const char *const tm_code_names[] = {\n")
	for _, o := range outcomes {
		if o.code != "" {
			fmt.Fprintf(&b, "    [%s] = %q,\n", constant(o.name), o.code)
		}
	}
	b.WriteString("};\n\n// The part of stats() that Go knows.\ntypedef struct {\n  uint64_t ")
	var fromGo []string
	for _, s := range stats {
		if s.fromGo {
			fromGo = append(fromGo, snake(s.name))
		}
	}
	b.WriteString(strings.Join(fromGo, ", ") + ";\n} tm_go_stats;\n\n// The numbers of stats(), and their names.\nenum {\n")
	for _, s := range stats {
		fmt.Fprintf(&b, "  %s,\n", constant("stat_"+snake(s.name)))
	}
	b.WriteString("  TM_STATS,\n};\nstatic const char *const tm_stat_names[TM_STATS] = {\n")
	for _, s := range stats {
		fmt.Fprintf(&b, "    [%s] = %q,\n", constant("stat_"+snake(s.name)), s.name)
	}
	b.WriteString("};\n\n#endif\n")
	return b.String()
}

// writeCommented writes a member of an enumeration, with its comment in the same column as that of the others.
func writeCommented(b *strings.Builder, member, comment string) {
	fmt.Fprintf(b, "  %-29s // %s\n", member, comment)
}

// snake turns queuedBytes into queued_bytes.
func snake(name string) string {
	var b strings.Builder
	for _, r := range name {
		if unicode.IsUpper(r) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// constant turns queueFull into TM_QUEUE_FULL.
func constant(name string) string { return "TM_" + strings.ToUpper(snake(name)) }
