// Package pairs checks the comments that lead from one end of a hand-over to the other, of C and of Go:
//
//	tm_env_retain(env);  // pairs with tm_env_drop in tm_job_free
//
// What such a comment names must be there: "<what> in <function>" a function of that name, with that call in it if what is a single
// word; "and" and commas may join several functions. Without "in", one of the words is the name of a function, and so is each word
// with an underscore.
package pairs

import (
	"fmt"
	"regexp"
	"strings"
)

// Fault is a comment that names what is not there.
type Fault struct {
	File    string
	Line    int
	Message string
}

// Check returns the faults of files, which are given by name, in their order.
func Check(names []string, sources map[string]string) []Fault {
	all := make(functions)
	for _, name := range names {
		all.read(sources[name])
	}
	var faults []Fault
	for _, name := range names {
		for _, c := range comments(sources[name]) {
			for _, match := range clause.FindAllStringSubmatch(c.text, -1) {
				if message := all.fault(match[1]); message != "" {
					faults = append(faults, Fault{name, c.line, fmt.Sprintf("pairs with %s: %s", match[1], message)})
				}
			}
		}
	}
	return faults
}

// clause is what a comment says until its sentence, or its half of one, ends.
var clause = regexp.MustCompile(`(?i)\bpairs with (.+?)(?:[.;:](?:\s|$)|\)?$)`)

// functions are the bodies of those that are declared, by their names; those of one name are taken together.
type functions map[string]string

var heads = regexp.MustCompile(`^(?:func (?:\([^)]*\) )?(\w+)[\[(]|[a-zA-Z_][^=;(]*?(?:\(\(.*?\)\) ?)?[^=;(]*?\b(\w+)\(.*\{)`)

func (f functions) read(source string) {
	name := ""
	for line := range strings.Lines(source) {
		code, _, _ := strings.Cut(line, "//")
		code = strings.TrimRight(code, " \t\n")
		if match := heads.FindStringSubmatch(code); match != nil {
			name = match[1] + match[2]
			code = code[strings.Index(code, name+"(")+len(name)+1:]
			f[name] += " "
		}
		if name != "" {
			f[name] += code + "\n"
		}
		if strings.HasSuffix(line, "}\n") && !strings.HasPrefix(line, " ") && !strings.HasPrefix(line, "\t") {
			name = ""
		}
	}
}

var word = regexp.MustCompile(`[\w.]+`)

// fault says what is wrong with a clause; "" if nothing is.
func (f functions) fault(clause string) string {
	what, where, found := strings.Cut(clause, " in ")
	if !found {
		return f.faultOfWords(clause)
	}
	for _, name := range regexp.MustCompile(`,? and |, `).Split(where, -1) {
		name = name[strings.LastIndex(name, ".")+1:]
		body, ok := f[name]
		if !ok {
			return "there is no function " + name
		}
		if word.FindString(what) == what && !regexp.MustCompile(`\b`+what+`\b`).MatchString(body) {
			return name + " has no " + what
		}
	}
	return ""
}

func (f functions) faultOfWords(clause string) string {
	known := false
	for _, w := range word.FindAllString(clause, -1) {
		_, ok := f[w[strings.LastIndex(w, ".")+1:]]
		if !ok && strings.Contains(w, "_") {
			return "there is no function " + w
		}
		known = known || ok
	}
	if !known {
		return "it names no function"
	}
	return ""
}

type comment struct {
	line int
	text string
}

// comments returns those of a file, with lines that follow each other as one.
func comments(source string) []comment {
	var list []comment
	goesOn := false // the line before was a comment, and nothing else
	for i, line := range strings.Split(source, "\n") {
		code, text, found := strings.Cut(line, "//")
		alone := strings.TrimSpace(code) == ""
		if found && alone && goesOn {
			list[len(list)-1].text += " " + strings.TrimSpace(text)
		} else if found {
			list = append(list, comment{i + 1, strings.TrimSpace(text)})
		}
		goesOn = found && alone
	}
	return list
}
