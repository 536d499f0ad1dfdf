package napistatus

import "regexp"

// token is a word, a number, a string or a mark of C.
type token struct {
	text string
	line int
}

// What follows a backslash at the end of a line belongs to a directive of the preprocessor.
var lexeme = regexp.MustCompile(`(?s)^(?:` +
	`//(?:[^\n\\]|\\.)*|/\*.*?\*/|` +
	`(?P<word>[A-Za-z_]\w*)|` +
	`(?P<other>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\d[\w.]*|->|\+\+|--|<<=?|>>=?|&&|\|\||[-+*/%&|^=!<>]=|\S))`)

var directive = regexp.MustCompile(`^[ \t]*#(?:[^\n\\]|\\(?s:.))*`)

// lex returns the tokens of a C file without its comments and directives.
func lex(source string) []token {
	var tokens []token
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
					tokens = append(tokens, token{text, line})
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
