package main

import (
	"fmt"
	"regexp"
	"strings"

	"tidemark/core/internal/schema"
)

const referenceHead = `<!-- Generated from core/options.go by "go generate ./core". Do not edit. -->

# Options

An option that is absent or ` + "`undefined`" + ` has its default. A name that is not here, a value of another type (` + "`null`" + `
included) and a value that is not listed are errors with the code ` + "`ERR_INVALID_OPTION`" + `: nothing is converted to the type
that was expected. Asynchronous calls take ` + "`signal`" + ` and ` + "`timeout`" + ` beside them.

| Option | Values | Default | Meaning |
| --- | --- | --- | --- |
`

// examples finds the examples in what an option takes.
var examples = regexp.MustCompile(`'[^']*'`)

func writeReference(options []option) string {
	var b strings.Builder
	b.WriteString(referenceHead)
	writeRows(&b, "", options)
	return b.String()
}

//tidemark:recurses as deep as options are declared
func writeRows(b *strings.Builder, prefix string, options []option) {
	for _, o := range options {
		none := "none"
		if d := defaultValue(o); d != "" {
			none = codeSpan(d)
		}
		doc := o.doc
		if o.For != "" {
			doc = "Of `" + o.For + "` alone. " + doc
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s |\n", codeSpan(prefix+o.Name), values(o), none, cell(doc))
		writeRows(b, o.Name+".", o.fields)
	}
}

func values(o option) string {
	switch o.Kind {
	case schema.Enum:
		if o.OrFunction {
			return valueSpans(o) + ", a function"
		}
		return valueSpans(o)
	case schema.Choices:
		return examples.ReplaceAllStringFunc(o.What(), codeSpan)
	case schema.Boolean:
		return "`true`, `false`"
	case schema.Group:
		if o.Words {
			return valueSpans(o) + ", an object of the members below"
		}
		return "`true`, `false`, an object of the members below"
	case schema.List:
		return "an array of [rules](rules.md)"
	default:
		return examples.ReplaceAllStringFunc(o.What(), codeSpan)
	}
}

func valueSpans(o option) string {
	spans := make([]string, len(o.Values))
	for i, v := range o.Values {
		spans[i] = codeSpan(quote(v))
	}
	return strings.Join(spans, ", ")
}

// codeSpan writes a code span in a cell of a table; its fence is longer than any run of backticks within.
func codeSpan(s string) string {
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	return fence + cell(s) + fence
}

func cell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }
