// Package treetext writes a tree as html5lib-tests does, so that parsers can be compared.
// https://github.com/html5lib/html5lib-tests/tree/master/tree-construction
package treetext

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"tidemark/core/internal/dom"
)

// Of writes the tree below root.
func Of(d *dom.Document, root dom.ID) string {
	return WithComments(d, root, func(comment string) string { return comment })
}

// WithComments is Of with the text of comments as the function gives it, for parsers that have their own idea of it.
func WithComments(d *dom.Document, root dom.ID, comment func(string) string) string {
	var b strings.Builder
	depth := 0
	for id := d.Node(root).First; id != 0; {
		n := d.Node(id)
		indent := "| " + strings.Repeat("  ", depth)
		switch n.Kind {
		case dom.KindElement:
			dumpElement(&b, d, id, indent)
		case dom.KindText:
			text := d.Text(id)
			for next := n.Next; next != 0 && d.Node(next).Kind == dom.KindText; next = d.Node(id).Next {
				text += d.Text(next)
				id = next
			}
			n = d.Node(id)
			fmt.Fprintf(&b, "%s\"%s\"\n", indent, text)
		case dom.KindComment:
			fmt.Fprintf(&b, "%s<!-- %s -->\n", indent, comment(d.Text(id)))
		case dom.KindDoctype:
			fmt.Fprintf(&b, "%s<!DOCTYPE %s>\n", indent, d.Text(id))
		}
		if n.First != 0 {
			depth += inside(n)
			id = n.First
			continue
		}
		for d.Node(id).Next == 0 {
			if id = d.Node(id).Parent; id == root || id == 0 {
				return b.String()
			}
			depth -= inside(d.Node(id))
		}
		id = d.Node(id).Next
	}
	return b.String()
}

// inside is how much deeper the children of a node are written: the content of a template is a level of its own.
func inside(n *dom.Node) int {
	if n.Tag == dom.TagTemplate {
		return 2
	}
	return 1
}

// prefixed are the attributes that have a namespace.
// https://html.spec.whatwg.org/multipage/parsing.html#adjust-foreign-attributes
var prefixed = regexp.MustCompile(`^(xlink:(actuate|arcrole|href|role|show|title|type)|xml:(lang|space)|xmlns:xlink)$`)

var prefixes = map[dom.Namespace]string{dom.SVG: "svg ", dom.MathML: "math "}

func dumpElement(b *strings.Builder, d *dom.Document, id dom.ID, indent string) {
	n := d.Node(id)
	fmt.Fprintf(b, "%s<%s%s>\n", indent, prefixes[n.Namespace], d.Name(id))
	var attrs []string
	for a := range d.Attrs(id) {
		name := a.Name
		if n.Namespace != dom.HTML {
			if prefixed.MatchString(name) {
				name = strings.Replace(name, ":", " ", 1)
			}
		}
		attrs = append(attrs, fmt.Sprintf("%s  %s=\"%s\"\n", indent, name, a.Value))
	}
	slices.Sort(attrs)
	b.WriteString(strings.Join(attrs, ""))
	if n.Tag == dom.TagTemplate {
		fmt.Fprintf(b, "%s  content\n", indent)
	}
}
