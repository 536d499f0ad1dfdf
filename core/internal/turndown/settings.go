package turndown

import "tidemark/core/internal/rule"

// CodeStyle is how blocks of code are written.
type CodeStyle uint8

const (
	Indented CodeStyle = iota
	Fenced
	PlainCode // as the text that they hold
)

// LinkStyle is how links are written.
type LinkStyle uint8

const (
	Inlined LinkStyle = iota
	Referenced
	PlainLink // as the text that they hold
)

// ReferenceStyle is the form of a link that refers to a definition.
type ReferenceStyle uint8

const (
	Full      ReferenceStyle = iota // [text][1]
	Collapsed                       // [text][]
	Shortcut                        // [text]
)

// Settings are the options of the dialect. All texts are written as they are given, as Turndown does. Compile makes them ready for a
// Renderer, which only reads them.
type Settings struct {
	HeadingSetext    bool
	HR, Bullet       string
	Code             CodeStyle
	Fence            string // the character of fences
	Em, Strong       string
	Link             LinkStyle
	Reference        ReferenceStyle
	Break            string
	PreformattedCode bool // white space in inline code stays

	Keep, Remove []string // names of elements, in lower case, that no form of Markdown is for
	Formless     bool     // no form of Markdown is for any

	// Root is the element, by its name, whose content is the document: the first. Without a name it is all.
	Root string

	// Rules say what elements are written as, where who converts is asked: see Answered. Nil asks nothing.
	Rules *rule.Set

	// Unfinished leaves the edges of the output as they are and sets its definitions apart, for a caller that appends to it.
	Unfinished bool

	MaxOutputBytes int // 0 is no limit
	MaxDepth       int // of containers in each other, 0 is no limit

	others    map[string]fate // of elements without a form, by name
	lineBreak string
}

// fate is what becomes of an element that no form of Markdown is for.
type fate uint8

const (
	shown fate = iota // as what it holds
	kept              // as HTML
	removed
)

// Compile returns settings that are ready for a Renderer. To keep goes before to remove.
func (s Settings) Compile() *Settings {
	s.lineBreak = s.Break + "\n"
	if len(s.Keep)+len(s.Remove) > 0 {
		s.others = make(map[string]fate, len(s.Keep)+len(s.Remove))
	}
	for _, name := range s.Remove {
		s.others[name] = removed
	}
	for _, name := range s.Keep {
		s.others[name] = kept
	}
	return &s
}
