package cfiles

import (
	"regexp"
	"slices"

	"tidemark/tools/internal/clex"
)

// file is what is known of one.
type file struct {
	includes    []string        // headers
	defines     map[string]bool // functions that are not static
	declares    map[string]bool // functions, types, constants, macros, and members as ".name"
	uses        map[string]bool // the same
	usesNodeAPI bool
}

func (f *file) usesAny(names map[string]bool) bool {
	for name := range names {
		if f.uses[name] {
			return true
		}
	}
	return false
}

var (
	include = regexp.MustCompile(`(?m)^#include ["<]([^">]+)[">]`)
	define  = regexp.MustCompile(`(?m)^#define (\w+)`)
	nodeAPI = regexp.MustCompile(`^(napi|node_api)_`)
	ofAddon = regexp.MustCompile(`^tm_\w+$`)

	headersOfNodeAPI = []string{"node_api.h", "js_native_api.h"}
)

func parse(source string) *file {
	f := &file{defines: map[string]bool{}, declares: map[string]bool{}, uses: map[string]bool{}}
	for _, match := range include.FindAllStringSubmatch(source, -1) {
		f.usesNodeAPI = f.usesNodeAPI || slices.Contains(headersOfNodeAPI, match[1])
		f.includes = append(f.includes, match[1])
	}
	for _, match := range define.FindAllStringSubmatch(source, -1) {
		f.declares[match[1]] = true
	}
	tokens := clex.Lex(source)
	for i, t := range tokens {
		if clex.IsWord(t.Text) {
			f.uses[t.Text] = true
			f.usesNodeAPI = f.usesNodeAPI || nodeAPI.MatchString(t.Text)
		}
		if (t.Text == "->" || t.Text == ".") && i+1 < len(tokens) {
			f.uses["."+tokens[i+1].Text] = true
		}
	}
	f.readStatements(tokens)
	return f
}

// readStatements goes through what is outside of all braces.
func (f *file) readStatements(tokens []clex.Token) {
	closing := clex.Pairs(tokens)
	text := func(i int) string {
		if i < 0 || i >= len(tokens) {
			return ""
		}
		return tokens[i].Text
	}
	first := 0 // of the statement
	for i := 0; i < len(tokens); i++ {
		switch {
		case text(i) == ";":
			if text(first) == "typedef" || text(i-1) != ")" {
				f.declares[text(i-1)] = true
			}
			first = i + 1
		case text(i) == "{":
			if clex.IsWord(text(i - 1)) {
				f.declares[text(i-1)] = true // struct tm_job {
			}
			if text(i-1) == "enum" || text(i-2) == "enum" {
				f.readEnum(tokens[i+1 : closing[i]])
			} else {
				f.readMembers(tokens[i+1 : closing[i]])
			}
			i = closing[i]
		case ofAddon.MatchString(text(i)) && text(i+1) == "(":
			end := closing[i+1]
			if text(end+1) != "{" {
				f.declares[text(i)] = true
				i = end
				break
			}
			if text(first) != "static" {
				f.defines[text(i)] = true
			} else {
				f.declares[text(i)] = true // static inline
			}
			i = closing[end+1]
			first = i + 1
		case text(i) == "[":
			f.declares[text(i-1)] = true // static const char *const names[] = {
			i = closing[i]
		case text(i) == "(":
			end := closing[i]
			if text(end+1) == "{" { // a function of another name
				end = closing[end+1]
				first = end + 1
			}
			i = end
		}
	}
}

func (f *file) readEnum(tokens []clex.Token) {
	for i, t := range tokens {
		if clex.IsWord(t.Text) && (i == 0 || tokens[i-1].Text == ",") {
			f.declares[t.Text] = true
		}
	}
}

func (f *file) readMembers(tokens []clex.Token) {
	for i, t := range tokens {
		if i == 0 || !clex.IsWord(tokens[i-1].Text) {
			continue
		}
		isPointer := i > 2 && tokens[i-3].Text == "(" && tokens[i-2].Text == "*" && t.Text == ")" // to a function
		if isPointer || t.Text == ";" || t.Text == "," || t.Text == "[" {
			f.declares["."+tokens[i-1].Text] = true
		}
	}
}
