package inline

// ReferenceStyle is the form of a link that refers to a definition.
type ReferenceStyle uint8

const (
	Full      ReferenceStyle = iota // [text][1]
	Collapsed                       // [text][]
	Shortcut                        // [text]
)

// Options are the options of inline content, checked and complete. A Writer only reads them.
type Options struct {
	Em             byte   // * or _
	Strong         string // ** or __
	LinkReferenced bool
	LinksReferred  bool // some links are, see Link.Referenced
	ReferenceStyle ReferenceStyle
	Break          string // a backslash or two spaces
	Wrap           int    // the most columns of a line of a paragraph, 0 is any

	Strikethrough, TaskLists, Autolinks, Footnotes, Alerts bool // GFM

	EscapeNone    bool
	KeepAddresses bool // bare addresses in text stay as they are where readers agree on what they are
	KeepPadding   bool // no-break spaces at the edges of blocks stay
	DropHTML      bool
	OneLine       bool // line breaks are spaces
	Plain         bool // text is written, and no Markdown
}
