package markdown_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"tidemark/core/internal/dom"
)

// expressible reports whether Markdown can say some HTML: all of it is elements and attributes that renderers of CommonMark write, in
// places where they write them. No-break spaces at the edges of blocks go.
func expressible(t testing.TB, source string) bool {
	t.Helper()
	return balanced(source) && !padded.MatchString(source) && onlyMarkdown(parse(t, source), 0, "")
}

var tags = regexp.MustCompile(`<(/?)([a-zA-Z][\w-]*)[^>]*>|<[!?][^>]*>`)

var padded = regexp.MustCompile(`<p>[\x{a0}\x{3000}]|[\x{a0}\x{3000}]</p>`)

// balanced reports whether each element is closed, and there is no other markup.
func balanced(source string) bool {
	var open []string
	for _, m := range tags.FindAllStringSubmatch(source, -1) {
		name := strings.ToLower(m[2])
		switch {
		case name == "":
			return false
		case m[1] == "":
			if !slices.Contains(void, name) {
				open = append(open, name)
			}
		case len(open) == 0 || open[len(open)-1] != name:
			return false
		default:
			open = open[:len(open)-1]
		}
	}
	return len(open) == 0
}

var void = []string{"hr", "br", "img"}

const (
	blockNames  = "p h1 h2 h3 h4 h5 h6 hr blockquote pre ul ol"
	inlineNames = "em strong a code img br #text"
)

// holds returns what may stand in an element.
func holds(name string) []string {
	switch name {
	case "body", "blockquote":
		return strings.Fields(blockNames)
	case "li":
		return strings.Fields(blockNames + " " + inlineNames)
	case "p", "h1", "h2", "h3", "h4", "h5", "h6", "em", "strong", "a":
		return strings.Fields(inlineNames)
	case "code":
		return []string{"#text"}
	case "pre":
		return []string{"code"}
	case "ul", "ol":
		return []string{"li"}
	}
	return nil
}

// leftOutEmpty are the elements that are left out where nothing is in them.
var leftOutEmpty = strings.Fields("p h1 h2 h3 h4 h5 h6 li")

var attributes = map[string][]string{"ol": {"start"}, "code": {"class"}, "a": {"href", "title"}, "img": {"src", "alt", "title"}}

// onlyMarkdown looks at what is in a node, and in the body of a document.
func onlyMarkdown(doc *dom.Document, id dom.ID, name string) bool {
	if name == "" {
		id, name = doc.Find(dom.Root, dom.TagBody), "body"
	}
	for c := doc.Node(id).First; c != 0; c = doc.Node(c).Next {
		child := "#text"
		if doc.Node(c).Kind == dom.KindElement {
			child = doc.Name(c)
		} else if doc.IsBlank(c) {
			continue
		}
		if !slices.Contains(holds(name), child) || slices.Contains(leftOutEmpty, child) && doc.Node(c).First == 0 {
			return false
		}
		if child == "#text" {
			continue
		}
		for a := range doc.Attrs(c) {
			if !slices.Contains(attributes[child], a.Name) {
				return false
			}
		}
		if !onlyMarkdown(doc, c, child) {
			return false
		}
	}
	return true
}
