// Generated from core/options.go by `go generate ./core`. Do not edit.

import type { Rule } from './rules/rule.js';

/**
 * How Markdown is written and where a conversion stops. An option that is absent or `undefined` has its default.
 */
export interface Options {
  /**
   * How headings are written: `# Title`, or underlined with `=` and `-`. Levels 3 to 6 are always `atx`, and so is a
   * heading after text in an item of a list without paragraphs.
   *
   * @default 'atx'
   */
  readonly headingStyle?: 'atx' | 'setext' | undefined;

  /**
   * The line written for `<hr>`: any thematic break of CommonMark, of at least three `-`, `*` or `_`. Where `---` would
   * begin front matter it is `___`.
   *
   * @default '---'
   */
  readonly hr?: string | undefined;

  /**
   * What starts an item of a bullet list. The next list takes another marker where the two would run together.
   *
   * @default '-'
   */
  readonly bulletListMarker?: '-' | '*' | '+' | undefined;

  /**
   * How blocks of code are written: between fences, or indented by four spaces. Code with a language, and code that
   * cannot be indented where it stands, has fences even so.
   *
   * @default 'fenced'
   */
  readonly codeBlockStyle?: 'fenced' | 'indented' | undefined;

  /**
   * The fence of code blocks. It is made longer where the code holds the same.
   *
   * @default '```'
   */
  readonly fence?: '```' | '~~~' | undefined;

  /**
   * What is written around emphasis.
   *
   * @default '*'
   */
  readonly emDelimiter?: '*' | '_' | undefined;

  /**
   * What is written around strong emphasis.
   *
   * @default '**'
   */
  readonly strongDelimiter?: '**' | '__' | undefined;

  /**
   * Where the address of a link is written: beside its text, or in a list of references at the end.
   *
   * @default 'inlined'
   */
  readonly linkStyle?: 'inlined' | 'referenced' | undefined;

  /**
   * The form of a referenced link: `[text][1]`, `[text][]` or `[text]`. Without `linkStyle: 'referenced'` it changes
   * nothing.
   *
   * @default 'full'
   */
  readonly linkReferenceStyle?: 'full' | 'collapsed' | 'shortcut' | undefined;

  /**
   * What ends a line for `<br>`: a backslash, or two spaces.
   *
   * @default '\\'
   */
  readonly br?: '\\' | '  ' | undefined;

  /**
   * The most columns of a line, 0 for any number: paragraphs, in lists and quotations too, are broken at spaces where
   * that changes nothing of what is rendered. Wide characters of East Asia take two columns. What cannot be broken,
   * such as a long word, an address, a heading, a table or code, may be longer.
   *
   * @default 0
   */
  readonly wrap?: number | undefined;

  /**
   * The extensions of GitHub Flavored Markdown. `true` and `false` stand for all of them.
   *
   * @default true
   */
  readonly gfm?: boolean | GfmOptions | undefined;

  /**
   * Whether text is escaped: `smart` escapes a character where it would mean something to Markdown, but leaves bare
   * addresses such as `https://example.com/` as they are where every reader that makes a link of one makes it of just
   * that address; `strict` escapes them too, so that no text becomes a link, and keeps what shows nothing, such as
   * empty headings, items and links and no-break spaces at the edges of blocks: what was rendered from Markdown comes
   * back as it was; `none` writes all text as it is, so that Markdown inside the HTML stays Markdown.
   *
   * @default 'smart'
   */
  readonly escape?: 'smart' | 'strict' | 'none' | undefined;

  /**
   * The absolute URL that relative links and images are resolved against. A `<base>` in the document is itself resolved
   * against it, and ignored if its scheme is `javascript:`, `vbscript:` or `data:`. Without either, relative URLs stay
   * as they are.
   */
  readonly baseUrl?: string | undefined;

  /**
   * The encoding of bytes, as a label of the [WHATWG Encoding
   * Standard](https://encoding.spec.whatwg.org/#names-and-labels). A byte order mark goes before it; `<meta charset>`,
   * anywhere in the head or in the first 1024 bytes, and then the `encoding` of `<?xml?>` come after it. Without any of
   * these, they are UTF-8 if the first 1024 from the first that is not ASCII on are valid as such, and windows-1252 if
   * not. Strings have no encoding and ignore it.
   */
  readonly encoding?: string | undefined;

  /**
   * What becomes of inline HTML that Markdown has no form for, such as `<sub>`, `<sup>`, `<kbd>`, `<mark>` and `<ins>`:
   * kept as HTML, or dropped around its text, which stays. Line breaks in cells of tables and in headings are HTML,
   * too.
   *
   * @default 'keep'
   */
  readonly html?: 'keep' | 'drop' | undefined;

  /**
   * How tables are written: `auto` writes a table of GitHub Flavored Markdown, and what is in a table that only lays
   * out a page as if there was no table; `gfm` writes a table whatever it is for; `html` writes HTML, unless `html:
   * 'drop'`.
   *
   * @default 'auto'
   */
  readonly tables?: 'auto' | 'gfm' | 'html' | undefined;

  /**
   * What becomes of images: kept, replaced by their alternative text, or dropped.
   *
   * @default 'keep'
   */
  readonly images?: 'keep' | 'alt' | 'drop' | undefined;

  /**
   * What becomes of images whose address is a `data:` URL, which can be very long. `images` goes before it where that
   * is not `keep`.
   *
   * @default 'alt'
   */
  readonly dataImages?: 'alt' | 'keep' | 'drop' | undefined;

  /**
   * What becomes of links to `javascript:`, `vbscript:` and `data:` URLs: dropped around their text, or kept. An image
   * at one of the first two becomes its alternative text unless they are kept; `dataImages` is for those at the third.
   * Commands of TeX that lead elsewhere or load something are dropped from formulas or kept likewise.
   *
   * @default 'drop'
   */
  readonly unsafeLinks?: 'drop' | 'keep' | undefined;

  /**
   * What becomes of links that show nothing and have no name, such as those that cover a picture of the style sheet,
   * and of those that lead nowhere, to an empty address, `#` or a script that does nothing: dropped around their text,
   * or kept. A link that shows nothing but has a name, in `aria-label`, `title` or its icon, has that as its text.
   *
   * @default 'drop'
   */
  readonly emptyLinks?: 'drop' | 'keep' | undefined;

  /**
   * What becomes of what the page hides, by `hidden`, `display: none` and their like: `auto` leaves it out, but for
   * what a click shows, such as panels of tabs, and for pages that hide more than they show; `keep` writes all of it,
   * `drop` none.
   *
   * @default 'auto'
   */
  readonly hidden?: 'auto' | 'keep' | 'drop' | undefined;

  /**
   * What becomes of what is in `<noscript>`: `auto` writes images that a script would load, and all of it in a page
   * that shows nothing else; `keep` writes all of it, `drop` none.
   *
   * @default 'auto'
   */
  readonly noscript?: 'auto' | 'keep' | 'drop' | undefined;

  /**
   * What becomes of formulas, be they from KaTeX, MathJax, MathML or their like: written as TeX between dollars, as
   * code between dollars where Markdown would read something else in that, or dropped.
   *
   * @default 'dollar'
   */
  readonly math?: 'dollar' | 'drop' | undefined;

  /**
   * Whether what the document says of itself, such as its title, its authors and its address, comes before the
   * Markdown, as YAML between lines of `---`: [front matter](markdown-rules.md#front-matter).
   *
   * @default false
   */
  readonly frontmatter?: boolean | undefined;

  /**
   * How much of a document is converted: `all`, or `main` for its [main content](extract.md#main-content), without
   * menus, advertisements and what else surrounds it on the page: an article, posts of a forum, a product, a list. An
   * object stands for `main`. A stream waits for the end of the document.
   *
   * @default 'all'
   */
  readonly content?: 'all' | 'main' | ContentOptions | undefined;

  /**
   * What is converted of a document: the elements that match, one after another as blocks, and nothing else. An element
   * in another that matches is converted with that. This and the three below take CSS selectors, and are told in
   * [selectors](markdown-rules.md#selectors).
   */
  readonly include?: string | readonly string[] | undefined;

  /**
   * Elements that are left out, with all that is in them.
   */
  readonly exclude?: string | readonly string[] | undefined;

  /**
   * Elements that are kept as HTML, without what would run in them. `html: 'drop'` does not drop them.
   */
  readonly keep?: string | readonly string[] | undefined;

  /**
   * Elements that are converted as if their tags were not there.
   */
  readonly unwrap?: string | readonly string[] | undefined;

  /**
   * How elements are written another way than their own: the first rule whose selector matches is for an element,
   * before all that is written without rules. See [rules](rules.md).
   */
  readonly rules?: readonly Rule[] | undefined;

  /**
   * What is written: Markdown; plain text that reads well aloud; or the same as clean HTML, without scripts, styles and
   * what only lays out a page. Options that say how Markdown is written say nothing of the other two.
   *
   * @default 'markdown'
   */
  readonly format?: 'markdown' | 'text' | 'html' | undefined;

  /**
   * What is cleaned up for language models, which pay for each token and read no links. `true` and `false` stand for
   * all of them. See [clean-up](extract.md#clean-up-for-language-models).
   *
   * @default false
   */
  readonly clean?: boolean | CleanOptions | undefined;

  /**
   * Options that are set together: `llm` is `clean: true`. What is set beside it goes before it.
   *
   * @default 'none'
   */
  readonly preset?: 'none' | 'llm' | undefined;

  /**
   * The most bytes of HTML to take: of bytes as they are given, before they are decoded (decoded they can be three
   * times as many), of a string as UTF-8. Over it the conversion fails with `ERR_INPUT_TOO_LARGE`. The default is 64
   * MiB, the highest 1 GiB.
   *
   * @default 67108864
   */
  readonly maxInputBytes?: number | undefined;

  /**
   * The most bytes of Markdown to make, as UTF-8. Over it the conversion fails with `ERR_INPUT_TOO_LARGE`. The default
   * is 256 MiB, the highest 1 GiB.
   *
   * @default 268435456
   */
  readonly maxOutputBytes?: number | undefined;

  /**
   * How deep blocks that Markdown nests may be in each other: quotations, and lists, which count twice, for themselves
   * and for their items. Over it the conversion fails with `ERR_INPUT_TOO_LARGE`. The default is also the highest.
   * Other elements may be nested to any depth.
   *
   * @default 100000
   */
  readonly maxDepth?: number | undefined;
}

/**
 * What is made of a document besides.
 */
export interface ExtractOptions extends Options {
  /**
   * What is made of a document: see [extract](extract.md). What is not asked for costs nothing.
   *
   * @default ['markdown', 'metadata', 'content', 'headings', 'links', 'images', 'tables', 'code', 'footnotes']
   */
  readonly parts?: readonly ('markdown' | 'metadata' | 'content' | 'headings' | 'links' | 'images' | 'tables' | 'code' | 'footnotes')[] | undefined;

  /**
   * How the Markdown is cut into [chunks](chunks.md), for search and for language models: `true` for the defaults of
   * the members below. Headings then hold no HTML, so that their texts are what the chunks say they are under.
   *
   * @default false
   */
  readonly chunks?: boolean | ChunksOptions | undefined;
}

/**
 * The members of the option `gfm`. A member that is absent has its default.
 */
export interface GfmOptions {
  /**
   * Tables of `|`, as the option `tables` says. Without them, what is in the cells is written one after another.
   *
   * @default true
   */
  readonly tables?: boolean | undefined;

  /**
   * What heads the columns of a table: `auto` takes the first row if it is marked as their header, and an empty row if
   * not, since GFM has no tables without one; `first` takes the first row whatever it is; `empty` always an empty row.
   *
   * @default 'auto'
   */
  readonly headerRow?: 'auto' | 'first' | 'empty' | undefined;

  /**
   * `~~deleted~~` for `<del>`, `<s>` and `<strike>`. Without it they are inline HTML, if `html` keeps that.
   *
   * @default true
   */
  readonly strikethrough?: boolean | undefined;

  /**
   * `[x]` or `[ ]` for a checkbox that comes first in a list item. Without it the checkbox is dropped.
   *
   * @default true
   */
  readonly taskLists?: boolean | undefined;

  /**
   * `[^1]` and `[^1]: text` for the footnotes of a page. Without it they are links and a list.
   *
   * @default true
   */
  readonly footnotes?: boolean | undefined;

  /**
   * `> [!NOTE]` for the boxes that say what kind they are: note, tip, important, warning or caution. Without it they
   * are what is in them.
   *
   * @default true
   */
  readonly alerts?: boolean | undefined;

  /**
   * Whether the reader of the Markdown makes links of bare addresses: text that looks like one and is no link is then
   * escaped. A link whose text is its address is `<https://example.com/>` either way, which all of CommonMark knows.
   *
   * @default true
   */
  readonly autolinks?: boolean | undefined;
}

/**
 * The members of the option `content`. A member that is absent has its default.
 */
export interface ContentOptions {
  /**
   * Which fault is the lesser one where it is not certain what belongs to the main content: with `precision` something
   * may be missing, with `recall` there may be something too much, and `balance` weighs both alike.
   *
   * @default 'balance'
   */
  readonly prefer?: 'balance' | 'precision' | 'recall' | undefined;
}

/**
 * The members of the option `clean`. A member that is absent has its default.
 */
export interface CleanOptions {
  /**
   * Parameters of addresses that tell who sent the reader, such as `utm_source` and `fbclid`, go.
   *
   * @default false
   */
  readonly trackingParameters?: boolean | undefined;

  /**
   * Titles of links that say what the text of the link says, or its address, go.
   *
   * @default false
   */
  readonly linkTitles?: boolean | undefined;

  /**
   * Links that lead to a place in the document itself, as those of tables of contents do, are their text.
   *
   * @default false
   */
  readonly selfLinks?: boolean | undefined;

  /**
   * Images that say nothing go: icons, pixels, those with an empty alternative text, and those that say only what they
   * are named.
   *
   * @default false
   */
  readonly decorativeImages?: boolean | undefined;

  /**
   * Bars of links that share the page with others go.
   *
   * @default false
   */
  readonly shareBars?: boolean | undefined;

  /**
   * Links to where a link before led already are their text.
   *
   * @default false
   */
  readonly repeatedLinks?: boolean | undefined;

  /**
   * Links are written as references where that is shorter.
   *
   * @default false
   */
  readonly references?: boolean | undefined;
}

/**
 * The members of the option `chunks`. A member that is absent has its default.
 */
export interface ChunksOptions {
  /**
   * The largest size of a chunk. Only what cannot be cut, such as a single character, is larger.
   *
   * @default 512
   */
  readonly size?: number | undefined;

  /**
   * What sizes are in: tokens of a language model, as `tokens` counts them, or characters as JavaScript does.
   *
   * @default 'tokens'
   */
  readonly unit?: 'tokens' | 'characters' | undefined;

  /**
   * How tokens are counted: estimated for the encodings of OpenAI's models, which others are near to, or as a number of
   * bytes for each; or by a function of JavaScript, which is called with texts and returns their tokens.
   *
   * @default 'o200k'
   */
  readonly tokens?: 'o200k' | 'cl100k' | 'bytes' | ((text: string) => number) | undefined;

  /**
   * How much of the end of a chunk the next one begins with again at most, in whole blocks or sentences.
   *
   * @default 0
   */
  readonly overlap?: number | undefined;

  /**
   * Whether a chunk that begins within a table begins with the header of the table.
   *
   * @default false
   */
  readonly repeatHeader?: boolean | undefined;

  /**
   * Whether each chunk begins with what the document says of itself, its title and its address for example, as front
   * matter.
   *
   * @default false
   */
  readonly metadata?: boolean | undefined;
}
