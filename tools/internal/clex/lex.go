// Package clex cuts C into tokens.
package clex

import "regexp"

// Token is a word, a number, a string or a mark of C.
type Token struct {
	Text string
	Line int
}

// What follows a backslash at the end of a line belongs to a directive of the preprocessor.
var lexeme = regexp.MustCompile(`(?s)^(?:` +
	`//(?:[^\n\\]|\\.)*|/\*.*?\*/|` +
	`(?P<word>[A-Za-z_]\w*)|` +
	`(?P<other>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\d[\w.]*|->|\+\+|--|<<=?|>>=?|&&|\|\||[-+*/%&|^=!<>]=|\S))`)

var directive = regexp.MustCompile(`^[ \t]*#(?:[^\n\\]|\\(?s:.))*`)

// Lex returns the tokens of a C file without its comments and directives.
func Lex(source string) []Token {
	var tokens []Token
	line, atStart := 1, true
	for len(source) > 0 {
		skip := directive.FindString(source)
		if skip == "" || !atStart {
			match := lexeme.FindStringSubmatch(source)
			if match == nil {
				skip = source[:1] // white space
			} else {
				skip = match[0]
				if text := match[1] + match[2]; text != "" {
					tokens = append(tokens, Token{text, line})
				}
			}
		}
		for _, c := range skip {
			if c == '\n' {
				line++
			}
		}
		atStart = skip == "\n" || atStart && (skip == " " || skip == "\t")
		source = source[len(skip):]
	}
	return tokens
}

// IsWord reports whether a token is a name.
func IsWord(text string) bool {
	return text != "" && (text[0] == '_' || text[0]|0x20 >= 'a' && text[0]|0x20 <= 'z')
}

// Pairs returns where each opening parenthesis, brace or bracket is closed.
func Pairs(tokens []Token) map[int]int {
	closing := make(map[int]int)
	var open []int
	for i, t := range tokens {
		switch t.Text {
		case "(", "{", "[":
			open = append(open, i)
		case ")", "}", "]":
			if len(open) > 0 {
				closing[open[len(open)-1]] = i
				open = open[:len(open)-1]
			}
		}
	}
	return closing
}
