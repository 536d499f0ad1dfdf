package schema

import (
	"errors"
	"net/url"
	"strings"

	"tidemark/core/internal/encoding"
	"tidemark/core/internal/rule"
	"tidemark/core/internal/selector"
	"tidemark/core/internal/weburl"
)

// TextKind is a kind of string option that no list of values can describe.
type TextKind struct {
	What   string                             // for the sentence of an error
	refuse func(string) error                 // why a text is wrong, nil if it is not
	check  func([]string) (at int, why error) // of Texts: which is wrong, and why
}

// errRefused is why a text is wrong of which no more can be said than what is right.
var errRefused = errors.New("refused")

// valid makes of a question what tells why a text is refused.
func valid(isValid func(string) bool) func(string) error {
	return func(s string) error {
		if isValid(s) {
			return nil
		}
		return errRefused
	}
}

func textKind(name string) TextKind {
	switch name {
	case "thematicBreak":
		return TextKind{What: "a thematic break such as '---', '***' or '_ _ _'", refuse: valid(isThematicBreak)}
	case "absoluteURL":
		return TextKind{What: "an absolute URL other than javascript:, vbscript: and data:", refuse: valid(isAbsoluteURL)}
	case "encodingLabel":
		return TextKind{What: "an encoding label such as 'utf-8' or 'shift_jis'", refuse: valid(isEncodingLabel)}
	case "selector":
		return TextKind{What: "a CSS selector or an array of them", check: checkSelectors}
	case "oneSelector":
		return TextKind{What: "a CSS selector", refuse: refuseSelector}
	case "element":
		return TextKind{What: "the name of an element such as 'h2'", refuse: valid(rule.IsElement)}
	case "template":
		return TextKind{What: "a template", refuse: refuseTemplate}
	case "any":
		return TextKind{What: "a string", refuse: func(string) error { return nil }}
	default:
		panic("schema: no text kind " + name)
	}
}

// isThematicBreak follows https://spec.commonmark.org/0.31.2/#thematic-breaks.
func isThematicBreak(s string) bool {
	s = strings.TrimRight(s, " \t")
	line := strings.TrimLeft(s, " ")
	if line == "" || len(s)-len(line) > 3 {
		return false
	}
	marker := line[:1]
	if !strings.Contains("-*_", marker) || strings.Count(line, marker) < 3 {
		return false
	}
	return strings.Trim(line, marker+" \t") == ""
}

// isAbsoluteURL asks for what relative URLs can be resolved against: a scheme and, after it, a hierarchy; a host too for
// the schemes that mean nothing without one (https://url.spec.whatwg.org/#special-scheme, file excepted). As in a document, what
// is a program or data is no base.
func isAbsoluteURL(s string) bool {
	u, err := url.Parse(s)
	if err != nil || !u.IsAbs() || u.Opaque != "" || weburl.IsActive(u.Scheme) {
		return false
	}
	switch u.Scheme {
	case "http", "https", "ws", "wss", "ftp":
		return u.Hostname() != ""
	}
	return u.Host != "" || strings.HasPrefix(u.Path, "/")
}

func checkSelectors(texts []string) (at int, why error) {
	if _, err := selector.Compile(texts); err != nil {
		var wrong *selector.Error
		errors.As(err, &wrong)
		return wrong.Index, err
	}
	return 0, nil
}

func refuseSelector(text string) error {
	_, err := selector.Compile([]string{text})
	return err
}

func refuseTemplate(text string) error {
	_, err := rule.ParseTemplate(text)
	return err
}

func isEncodingLabel(s string) bool {
	_, ok := encoding.Lookup(s)
	return ok
}
