package core

import (
	"bytes"
	"encoding/json"

	"tidemark/core/internal/html"
	"tidemark/core/internal/page"
	"tidemark/core/internal/turndown"
)

// Turndown has Markdown written in the forms of Turndown (https://github.com/mixmark-io/turndown), by options with its names. They are
// taken as Turndown takes them: texts are written as they are, and an option with a value that Turndown does not know has its effect there.
// There are no defaults.
type Turndown struct {
	HeadingStyle       string `json:"headingStyle"` // setext; any other is atx
	HR                 string `json:"hr"`
	BulletListMarker   string `json:"bulletListMarker"`
	CodeBlockStyle     string `json:"codeBlockStyle"` // indented, fenced
	Fence              string `json:"fence"`          // its first character
	EmDelimiter        string `json:"emDelimiter"`
	StrongDelimiter    string `json:"strongDelimiter"`
	LinkStyle          string `json:"linkStyle"`          // inlined, referenced
	LinkReferenceStyle string `json:"linkReferenceStyle"` // collapsed, shortcut; any other is full
	BR                 string `json:"br"`
	PreformattedCode   bool   `json:"preformattedCode"`

	// Elements without a form in Markdown that are kept as HTML, or left out, by their names in lower case.
	Keep   []string `json:"keep"`
	Remove []string `json:"remove"`

	Formless bool   `json:"formless"` // no element has a form in Markdown
	Root     string `json:"root"`     // the element, by its name, whose content is the document: the first

	// Asks has whoever converts asked which elements are written as what, and then for these: see [Stream.Finish]. InOrder has them asked for in
	// the order in which they end, rather than all of a level at once.
	Asks    bool `json:"asks"`
	InOrder bool `json:"inOrder"`

	// Unfinished leaves the edges of the Markdown as they are, and sets the definitions of its links apart after a U+0000.
	Unfinished bool `json:"unfinished"`
}

// turndownPrefix is what options begin with that are those of js/turndown/. No other has a name with a #.
const turndownPrefix = `{"#turndown":`

func parseTurndown(text []byte) (Options, error) {
	o := DefaultOptions()
	var holder struct {
		Turndown *Turndown `json:"#turndown"`
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&holder); err != nil {
		return Options{}, &Error{Code: CodeInvalidOption, Message: "Expected options of Turndown but received others: " + err.Error()}
	}
	o.Turndown = holder.Turndown
	return o, nil
}

// settings compiles the options for the renderer, with the limits of o.
func (t *Turndown) settings(o *Options) *turndown.Settings {
	s := turndown.Settings{
		HeadingSetext:    t.HeadingStyle == "setext",
		HR:               t.HR,
		Bullet:           t.BulletListMarker,
		Fence:            firstCharacter(t.Fence),
		Em:               t.EmDelimiter,
		Strong:           t.StrongDelimiter,
		Break:            t.BR,
		PreformattedCode: t.PreformattedCode,
		Keep:             t.Keep,
		Remove:           t.Remove,
		Formless:         t.Formless,
		Root:             t.Root,
		Unfinished:       t.Unfinished,
		MaxOutputBytes:   o.MaxOutputBytes,
		MaxDepth:         o.MaxDepth,
	}
	switch t.CodeBlockStyle {
	case "indented":
	case "fenced":
		s.Code = turndown.Fenced
	default:
		s.Code = turndown.PlainCode
	}
	switch t.LinkStyle {
	case "inlined":
	case "referenced":
		s.Link = turndown.Referenced
	default:
		s.Link = turndown.PlainLink
	}
	switch t.LinkReferenceStyle {
	case "collapsed":
		s.Reference = turndown.Collapsed
	case "shortcut":
		s.Reference = turndown.Shortcut
	}
	if t.Asks {
		s.Rules = turndown.AskedRules(t.InOrder)
	}
	return s.Compile()
}

func firstCharacter(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}

// parsed are the options by which documents are parsed: for Turndown as what would be in a body.
func (c *Converter) parsed() html.Options {
	if c.extracts || c.writesChunks {
		return c.parsedToExtract()
	}
	if c.turndown != nil {
		return html.Options{InBody: true, Comments: true}
	}
	return html.Options{FirstTags: true, Scripting: true, Embedded: true, Islands: true, Classes: page.Classes}
}

// turndownRenderer returns the renderer of the forms of Turndown.
func (s *scratch) turndownRenderer() *turndown.Renderer {
	if s.turndown == nil {
		s.turndown = new(turndown.Renderer)
		s.turndown.Meter(&s.meter)
	}
	return s.turndown
}
