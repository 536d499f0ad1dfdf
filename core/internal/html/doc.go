// Package html parses HTML by the algorithm of the HTML Standard into a dom.Document.
// https://html.spec.whatwg.org/multipage/parsing.html
//
// A tokenizer (tokenizer.go and the files of its states) cuts the source into tokens. The Parser gives each to the rules of
// its insertion mode (rules_*.go, foreign.go), which build the tree (insert.go, characters.go) with the stack of open elements
// (open_elements.go, scope.go) and the list of active formatting elements (formatting.go, adoption.go). Names of states, modes
// and steps are those of the standard. docs/parser.md says what is bounded, and how.
package html
