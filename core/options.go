package core

import (
	"reflect"
	"sync"

	"tidemark/core/internal/schema"
)

//go:generate go run ./internal/tool/genoptions
//go:generate go run ./internal/tool/genextraction
//go:generate go run ./internal/tool/gentree

// Options says how Markdown is written and where a conversion stops. The zero value of a field stands for its default,
// so the zero Options are [DefaultOptions].
//
// This struct is the one declaration of the options: the tags, which internal/schema explains, say what JavaScript
// sends, and the TypeScript type, docs/options.md, the form of the playground and [DefaultOptions] are generated from them
// and from the comments.
type Options struct {
	// How headings are written: `# Title`, or underlined with `=` and `-`. Levels 3 to 6 are always `atx`, and so is a heading
	// after text in an item of a list without paragraphs.
	HeadingStyle string `js:"headingStyle" values:"atx|setext"`

	// The line written for `<hr>`: any thematic break of CommonMark, of at least three `-`, `*` or `_`. Where `---` would begin
	// front matter it is `___`.
	HR string `js:"hr" text:"thematicBreak" default:"---"`

	// What starts an item of a bullet list. The next list takes another marker where the two would run together.
	BulletListMarker string `js:"bulletListMarker" values:"-|*|+"`

	// How blocks of code are written: between fences, or indented by four spaces. Code with a language, and code that cannot
	// be indented where it stands, has fences even so.
	CodeBlockStyle string `js:"codeBlockStyle" values:"fenced|indented"`

	// The fence of code blocks. It is made longer where the code holds the same.
	Fence string `js:"fence" values:"\x60\x60\x60|~~~"`

	// What is written around emphasis.
	EmDelimiter string `js:"emDelimiter" values:"*|_"`

	// What is written around strong emphasis.
	StrongDelimiter string `js:"strongDelimiter" values:"**|__"`

	// Where the address of a link is written: beside its text, or in a list of references at the end.
	LinkStyle string `js:"linkStyle" values:"inlined|referenced"`

	// The form of a referenced link: `[text][1]`, `[text][]` or `[text]`. Without `linkStyle: 'referenced'` it changes
	// nothing.
	LinkReferenceStyle string `js:"linkReferenceStyle" values:"full|collapsed|shortcut"`

	// What ends a line for `<br>`: a backslash, or two spaces.
	BR string `js:"br" values:"\\|  "`

	// The most columns of a line, 0 for any number: paragraphs, in lists and quotations too, are broken at spaces where that
	// changes nothing of what is rendered. Wide characters of East Asia take two columns. What cannot be broken, such as a
	// long word, an address, a heading, a table or code, may be longer.
	Wrap int `js:"wrap" min:"0" max:"10000" default:"0"`

	// The extensions of GitHub Flavored Markdown. `true` and `false` stand for all of them.
	GFM *GFM `js:"gfm"`

	// Whether text is escaped: `smart` escapes a character where it would mean something to Markdown, but leaves bare addresses
	// such as `https://example.com/` as they are where every reader that makes a link of one makes it of just that address; `strict`
	// escapes them too, so that no text becomes a link, and keeps what shows nothing, such as empty headings, items and links and no-break
	// spaces at the edges of blocks: what was rendered from Markdown comes back as it was; `none` writes all text as it is, so that
	// Markdown inside the HTML stays Markdown.
	Escape string `js:"escape" values:"smart|strict|none"`

	// The absolute URL that relative links and images are resolved against. A `<base>` in the document is itself
	// resolved against it, and ignored if its scheme is `javascript:`, `vbscript:` or `data:`. Without either, relative
	// URLs stay as they are.
	BaseURL string `js:"baseUrl" text:"absoluteURL"`

	// The encoding of bytes, as a label of the [WHATWG Encoding Standard](https://encoding.spec.whatwg.org/#names-and-labels).
	// A byte order mark goes before it; `<meta charset>`, anywhere in the head or in the first 1024 bytes, and then the `encoding` of
	// `<?xml?>` come after it. Without any of these, they are UTF-8 if the first 1024 from the first that is not ASCII on are valid
	// as such, and windows-1252 if not. Strings have no encoding and ignore it.
	Encoding string `js:"encoding" text:"encodingLabel"`

	// What becomes of inline HTML that Markdown has no form for, such as `<sub>`, `<sup>`, `<kbd>`, `<mark>` and `<ins>`:
	// kept as HTML, or dropped around its text, which stays. Line breaks in cells of tables and in headings are HTML, too.
	HTML string `js:"html" values:"keep|drop"`

	// How tables are written: `auto` writes a table of GitHub Flavored Markdown, and what is in a table that only lays out
	// a page as if there was no table; `gfm` writes a table whatever it is for; `html` writes HTML, unless `html: 'drop'`.
	Tables string `js:"tables" values:"auto|gfm|html"`

	// What becomes of images: kept, replaced by their alternative text, or dropped.
	Images string `js:"images" values:"keep|alt|drop"`

	// What becomes of images whose address is a `data:` URL, which can be very long. `images` goes before it where that
	// is not `keep`.
	DataImages string `js:"dataImages" values:"alt|keep|drop"`

	// What becomes of links to `javascript:`, `vbscript:` and `data:` URLs: dropped around their text, or kept. An image
	// at one of the first two becomes its alternative text unless they are kept; `dataImages` is for those at the third.
	// Commands of TeX that lead elsewhere or load something are dropped from formulas or kept likewise.
	UnsafeLinks string `js:"unsafeLinks" values:"drop|keep"`

	// What becomes of links that show nothing and have no name, such as those that cover a picture of the style sheet, and of those that
	// lead nowhere, to an empty address, `#` or a script that does nothing: dropped around their text, or kept. A link that shows
	// nothing but has a name, in `aria-label`, `title` or its icon, has that as its text.
	EmptyLinks string `js:"emptyLinks" values:"drop|keep"`

	// What becomes of what the page hides, by `hidden`, `display: none` and their like: `auto` leaves it out, but for what a click shows,
	// such as panels of tabs, and for pages that hide more than they show; `keep` writes all of it, `drop` none.
	Hidden string `js:"hidden" values:"auto|keep|drop"`

	// What becomes of what is in `<noscript>`: `auto` writes images that a script would load, and all of it in a page that shows nothing
	// else; `keep` writes all of it, `drop` none.
	Noscript string `js:"noscript" values:"auto|keep|drop"`

	// What becomes of formulas, be they from KaTeX, MathJax, MathML or their like: written as TeX between dollars, as code
	// between dollars where Markdown would read something else in that, or dropped.
	Math string `js:"math" values:"dollar|drop"`

	// Whether what the document says of itself, such as its title, its authors and its address, comes before the Markdown, as YAML
	// between lines of `---`: [front matter](markdown-rules.md#front-matter).
	Frontmatter bool `js:"frontmatter"`

	// How much of a document is converted: `all`, or `main` for its [main content](extract.md#main-content), without menus, advertisements and what else
	// surrounds it on the page: an article, posts of a forum, a product, a list. An object stands for `main`. A stream waits for the end of the document.
	Content *Content `js:"content"`

	// What is converted of a document: the elements that match, one after another as blocks, and nothing else. An element in
	// another that matches is converted with that. This and the three below take CSS selectors, and are told in [selectors](markdown-rules.md#selectors).
	Include []string `js:"include" text:"selector"`

	// Elements that are left out, with all that is in them.
	Exclude []string `js:"exclude" text:"selector"`

	// Elements that are kept as HTML, without what would run in them. `html: 'drop'` does not drop them.
	Keep []string `js:"keep" text:"selector"`

	// Elements that are converted as if their tags were not there.
	Unwrap []string `js:"unwrap" text:"selector"`

	// How elements are written another way than their own: the first rule whose selector matches is for an element, before all that is
	// written without rules. See [rules](rules.md).
	Rules []Rule `js:"rules"`

	// Whether who is asked also says which rule is for which element: rules need no selectors then. It is for what is made of rules in
	// JavaScript, and no option there.
	Decides bool `js:"#decides"`

	// What is written: Markdown; plain text that reads well aloud; or the same as clean HTML, without scripts, styles and what only lays out
	// a page. Options that say how Markdown is written say nothing of the other two.
	Format string `js:"format" values:"markdown|text|html"`

	// What is cleaned up for language models, which pay for each token and read no links. `true` and `false` stand for all of them. See
	// [clean-up](extract.md#clean-up-for-language-models).
	Clean *Clean `js:"clean" default:"false"`

	// Options that are set together: `llm` is `clean: true`. What is set beside it goes before it.
	Preset string `js:"preset" values:"none|llm"`

	// What is made of a document: see [extract](extract.md). What is not asked for costs nothing.
	Parts []string `js:"parts" for:"extract" values:"markdown|metadata|content|headings|links|images|tables|code|footnotes" default:"markdown|metadata|content|headings|links|images|tables|code|footnotes"`

	// How the Markdown is cut into [chunks](chunks.md), for search and for language models: `true` for the defaults of the members below.
	// Headings then hold no HTML, so that their texts are what the chunks say they are under.
	Chunks *Chunks `js:"chunks" for:"extract" optional:"true" default:"false"`

	// Whether who converts takes an extraction where Markdown would be, in a form for js/extraction/.
	Extracts bool `js:"#extract"`

	// Whether a stream writes chunks where Markdown would be, each as a line of JSON.
	StreamsChunks bool `js:"#chunkStream"`

	// The way to count tokens, if what is given is text of which the tokens are to be counted: their number is all that is returned.
	Counts string `js:"#tokens" choices:"o200k|cl100k|bytes"`

	// The most bytes of HTML to take: of bytes as they are given, before they are decoded (decoded they can be three
	// times as many), of a string as UTF-8. Over it the conversion fails with `ERR_INPUT_TOO_LARGE`. The default is
	// 64 MiB, the highest 1 GiB.
	MaxInputBytes int `js:"maxInputBytes" min:"1" max:"1073741824" default:"67108864"`

	// The most bytes of Markdown to make, as UTF-8. Over it the conversion fails with `ERR_INPUT_TOO_LARGE`. The default
	// is 256 MiB, the highest 1 GiB.
	MaxOutputBytes int `js:"maxOutputBytes" min:"1" max:"1073741824" default:"268435456"`

	// How deep blocks that Markdown nests may be in each other: quotations, and lists, which count twice, for themselves and
	// for their items. Over it the conversion fails with `ERR_INPUT_TOO_LARGE`. The default is also the highest. Other elements
	// may be nested to any depth.
	MaxDepth int `js:"maxDepth" min:"1" max:"100000" default:"100000"`

	// Turndown, if it is not nil, has Markdown written in the forms of Turndown, and of the other options only the encoding and the limits
	// count. In JavaScript it is the class TurndownService.
	Turndown *Turndown `js:"-"`
}

// Chunks says how Markdown is cut into chunks. The zero value of a field stands for its default.
type Chunks struct {
	// The largest size of a chunk. Only what cannot be cut, such as a single character, is larger.
	Size int `js:"size" min:"1" max:"1073741824" default:"512"`

	// What sizes are in: tokens of a language model, as `tokens` counts them, or characters as JavaScript does.
	Unit string `js:"unit" values:"tokens|characters"`

	// How tokens are counted: estimated for the encodings of OpenAI's models, which others are near to, or as a number of bytes for each; or
	// by a function of JavaScript, which is called with texts and returns their tokens.
	Tokens string `js:"tokens" values:"o200k|cl100k|bytes" function:"true"`

	// How much of the end of a chunk the next one begins with again at most, in whole blocks or sentences.
	Overlap int `js:"overlap" min:"0" max:"1073741824" default:"0"`

	// Whether a chunk that begins within a table begins with the header of the table.
	RepeatHeader bool `js:"repeatHeader"`

	// Whether each chunk begins with what the document says of itself, its title and its address for example, as front matter.
	Metadata bool `js:"metadata"`

	// Measure counts tokens in the place of Tokens, if it is not nil. In JavaScript it is a function for that.
	Measure func(text string) int `js:"-"`
}

// Clean says what is cleaned up for language models. The zero value cleans nothing.
type Clean struct {
	// Parameters of addresses that tell who sent the reader, such as `utm_source` and `fbclid`, go.
	TrackingParameters bool `js:"trackingParameters"`

	// Titles of links that say what the text of the link says, or its address, go.
	LinkTitles bool `js:"linkTitles"`

	// Links that lead to a place in the document itself, as those of tables of contents do, are their text.
	SelfLinks bool `js:"selfLinks"`

	// Images that say nothing go: icons, pixels, those with an empty alternative text, and those that say only what they are named.
	DecorativeImages bool `js:"decorativeImages"`

	// Bars of links that share the page with others go.
	ShareBars bool `js:"shareBars"`

	// Links to where a link before led already are their text.
	RepeatedLinks bool `js:"repeatedLinks"`

	// Links are written as references where that is shorter.
	References bool `js:"references"`
}

// Rule says how the elements are written that its selector matches. It has a Selector, and one of As, Template, Drop and Replacement, or Before and
// After, or Display alone.
type Rule struct {
	// Which elements.
	Selector string `js:"selector" text:"oneSelector"`

	// The element that they are written like, such as `h2`.
	As string `js:"as" text:"element"`

	// Markdown that is written before and after what is in them.
	Before string `js:"before" text:"any"`
	After  string `js:"after" text:"any"`

	// Markdown in which `{content}` stands for what is in them, `{text}` for their text, `{html}` for them as HTML, and `{@name}` for an
	// attribute of theirs.
	Template string `js:"template" text:"template"`

	// Whether they are left out: `true`, or `keepText` for all but their text.
	Drop string `js:"drop" choices:"true|keepText"`

	// Whether what is written stands in lines of its own.
	Display string `js:"display" choices:"block|inline"`

	// Whether who converts is asked: see [Stream.Finish]. In JavaScript a function.
	Replacement bool `js:"replacement" function:"true"`
}

// Content is how much of a document is converted. The zero value is all of it.
type Content struct {
	// All of it, or its main content.
	Of string `js:"#of" values:"all|main"`

	// Which fault is the lesser one where it is not certain what belongs to the main content: with `precision` something may be missing, with
	// `recall` there may be something too much, and `balance` weighs both alike.
	Prefer string `js:"prefer" values:"balance|precision|recall"`
}

// GFM switches the extensions of GitHub Flavored Markdown (https://github.github.com/gfm/). The zero value has none of
// them; a nil pointer to it, in [Options], all of them.
type GFM struct {
	// Tables of `|`, as the option `tables` says. Without them, what is in the cells is written one after another.
	Tables bool `js:"tables"`

	// What heads the columns of a table: `auto` takes the first row if it is marked as their header, and an empty row if not, since GFM has
	// no tables without one; `first` takes the first row whatever it is; `empty` always an empty row.
	HeaderRow string `js:"headerRow" values:"auto|first|empty"`

	// `~~deleted~~` for `<del>`, `<s>` and `<strike>`. Without it they are inline HTML, if `html` keeps that.
	Strikethrough bool `js:"strikethrough"`

	// `[x]` or `[ ]` for a checkbox that comes first in a list item. Without it the checkbox is dropped.
	TaskLists bool `js:"taskLists"`

	// `[^1]` and `[^1]: text` for the footnotes of a page. Without it they are links and a list.
	Footnotes bool `js:"footnotes"`

	// `> [!NOTE]` for the boxes that say what kind they are: note, tip, important, warning or caution. Without it they are
	// what is in them.
	Alerts bool `js:"alerts"`

	// Whether the reader of the Markdown makes links of bare addresses: text that looks like one and is no link is then
	// escaped. A link whose text is its address is `<https://example.com/>` either way, which all of CommonMark knows.
	Autolinks bool `js:"autolinks"`
}

// optionFields is the declaration of Options, read once.
var optionFields = sync.OnceValue(func() []schema.Field { return schema.Of(reflect.TypeFor[Options]()) })

// Validate returns an [Error] with [CodeInvalidOption] for the first field with a value that is not documented. Its
// message calls options by their names in JavaScript.
func (o Options) Validate() error {
	if err := schema.Check(optionFields(), reflect.ValueOf(o)); err != nil {
		return optionError(err)
	}
	_, err := o.rules()
	return err
}

// complete checks the options and writes the defaults out, into a copy that shares nothing with o.
func (o Options) complete() (Options, error) {
	if reflect.ValueOf(o).IsZero() {
		return DefaultOptions(), nil // as most are, which need no reading of the declaration
	}
	if err := o.Validate(); err != nil {
		return Options{}, err
	}
	if o.Clean == nil {
		o.Clean = presets(o.Preset).Clean
	}
	schema.FillZero(optionFields(), reflect.ValueOf(&o).Elem())
	return o, nil
}

func optionError(err error) error {
	if err == nil {
		return nil
	}
	return &Error{Code: CodeInvalidOption, Message: err.Error()}
}
