package napistatus

import (
	"slices"

	"tidemark/tools/internal/clex"
)

// What makes a value of both of its sides.
var comparisons = []string{"==", "!=", "<", ">", "<=", ">=", "&", "|", "^", "!"}

// Of these the left side is tested, and the right one has the value of the whole.
var choices = []string{"&&", "||", "?"}

// isLookedAt reports whether the value of the expression from start to end is.
func (c *checker) isLookedAt(start, end int) bool {
	before, after := c.text(start-1), c.text(end+1)
	if slices.Contains(comparisons, before) || slices.Contains(comparisons, after) || slices.Contains(choices, after) {
		return true
	}
	if before == ")" { // a cast, or the head of a statement
		open := c.opening[start-1]
		return c.isCast(open, start-1) && c.text(open+1) != "void" && c.isLookedAt(open, end)
	}
	return c.ofWhole(start, after == ",")
}

// ofWhole reports whether the expression whose value is that of what begins at start is looked at: it goes back to its beginning.
// Of what a comma follows the value is lost, unless it is an argument.
func (c *checker) ofWhole(start int, commaFollows bool) bool {
	commaBefore := false
	for i := start - 1; i >= 0; i-- {
		switch text := c.text(i); text {
		case ")", "]":
			i = c.opening[i]
		case "}", "{", ";", "else", "do", "case", "default":
			return false
		case "return":
			return !commaFollows
		case "=", "|=", "&=":
			return !commaBefore && c.isRead(i)
		case ",":
			commaBefore = true
		case "(":
			return c.inParentheses(i, commaFollows)
		}
	}
	return false
}

// inParentheses is the same for an expression that is in parentheses.
func (c *checker) inParentheses(open int, commaFollows bool) bool {
	switch name := c.text(open - 1); {
	case name == "for":
		return false // it is the first part, which has no value
	case slices.Contains([]string{"if", "while", "switch", "return", "sizeof"}, name):
		return !commaFollows
	case clex.IsWord(name):
		return true // an argument of a function or a macro
	default:
		return !commaFollows && c.isLookedAt(open, c.closing[open])
	}
}

// isCast reports whether parentheses hold a type and stand before a value.
func (c *checker) isCast(open, end int) bool {
	if clex.IsWord(c.text(open - 1)) {
		return false
	}
	for i := open + 1; i < end; i++ {
		if text := c.text(i); !clex.IsWord(text) && text != "*" {
			return false
		}
	}
	return end > open+1
}

// isRead reports whether the variable that the assignment at i writes is read afterwards, in the same function. What is no variable of
// a function may be read anywhere.
func (c *checker) isRead(i int) bool {
	name := c.text(i - 1)
	if !clex.IsWord(name) || c.text(i-2) == "." || c.text(i-2) == "->" {
		return true
	}
	depth := 0
	for _, open := range c.opening { // the function around it
		if c.text(open) == "{" && open < i && i < c.closing[open] {
			depth++
		}
	}
	for j := i + 1; j < len(c.tokens) && depth > 0; j++ {
		switch c.text(j) {
		case "{":
			depth++
		case "}":
			depth--
		case name:
			if c.text(j+1) != "=" {
				return true
			}
		}
	}
	return false
}
