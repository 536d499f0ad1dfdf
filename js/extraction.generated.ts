// Generated from core/extraction.go by `go generate ./core`. Do not edit.

/** What is made of a document for programs. What is not asked for is not there. */
export interface Extraction {
  /** The format that was asked for, which is that of the one of the next three that is there. */
  readonly format: Format;

  /** The content of the document as Markdown. */
  readonly markdown?: string;

  /** The content of the document as plain text. */
  readonly text?: string;

  /** The content of the document as clean HTML. */
  readonly html?: string;

  /** What the document is called, as the metadata has it. Empty where that is not asked for. */
  readonly title: string;

  /** What the document says of itself. */
  readonly metadata?: Metadata;

  /** What of the page is the content. */
  readonly content?: MainContent;

  /** The headings of the content. */
  readonly headings?: readonly Heading[];

  /** The links of the page, those beside the content too. */
  readonly links?: readonly Link[];

  /** The images of the page, those beside the content too. */
  readonly images?: readonly Image[];

  /** The tables of data of the content. */
  readonly tables?: readonly Table[];

  /** The code blocks of the content. */
  readonly code?: readonly CodeBlock[];

  /** The footnotes of the content. */
  readonly footnotes?: readonly Footnote[];

  /** The Markdown, cut into chunks. Absent unless they are asked for. */
  readonly chunks?: readonly Chunk[];

  /** What who uses the extraction should know. */
  readonly warnings: readonly Warning[];
}

/** What the content of a document is written as. */
export type Format = 'markdown' | 'text' | 'html';

/** What a document says of itself. What it does not say is empty. */
export interface Metadata {
  /** The title of the page, without the name of the site. */
  readonly title?: string;

  /** The names of those who wrote it. */
  readonly authors?: readonly string[];

  /** When it was published, in ISO 8601, as precisely as it is known. */
  readonly published?: string;

  /** When it was last changed, so too. */
  readonly modified?: string;

  /** The name of the site. */
  readonly siteName?: string;

  /** What the page says it is about. */
  readonly description?: string;

  /** A language tag of BCP 47. */
  readonly language?: string;

  /** The address that the page wants to be known by. */
  readonly canonical?: string;

  /** The address of the image that stands for it. */
  readonly image?: string;

  /** The address of the icon of the site. */
  readonly favicon?: string;

  /** The feeds that it links to. */
  readonly feeds?: readonly Feed[];

  /** What it is found by. */
  readonly keywords?: readonly string[];

  /** The part of the site that it is in. */
  readonly section?: string;

  /** What it is, by Schema.org, or else by Open Graph. */
  readonly type?: string;

  /** Where each field was found, by its name. */
  readonly sources?: Readonly<Record<string, string>>;
}

/** What has been found to be the content of a page. */
export interface MainContent {
  /** What kind of page it is. Absent if all of the page was asked for. */
  readonly kind?: PageKind;

  /**
   * From 0 to 1: how much of it belongs to the content, and of the content to it, in all likelihood. 1 if all of the
   * page was asked for.
   */
  readonly confidence: number;

  /** A CSS selector that matches the elements that hold it. */
  readonly selector: string;

  /** What was kept where nothing was likely to be the content. Absent where something was. */
  readonly fallback?: Fallback;
}

/** A heading that is in the Markdown. */
export interface Heading {
  /** 1 to 6. */
  readonly level: number;

  /** Without markup. */
  readonly text: string;

  /** What links lead to it by. */
  readonly id?: string;

  /** The texts of the headings it is under, outermost first. */
  readonly path: readonly string[];

  /** Where it is in the document. */
  readonly html: readonly [start: number, end: number];

  /** Where it is in the Markdown. */
  readonly markdown?: readonly [start: number, end: number];
}

/** A link of the page, in the Markdown or not. */
export interface Link {
  /** Absolute where it is known what it is relative to. */
  readonly url: string;

  /** Without markup; of a link that shows none the name that it says aloud. */
  readonly text: string;

  /** Its attribute. */
  readonly title?: string;

  /** The words of its attribute. */
  readonly rel?: readonly string[];

  /** Whether it leads to the same site. */
  readonly internal: boolean;

  /** The part of the page it is in. */
  readonly where: Region;

  /** Where it is in the document. */
  readonly html: readonly [start: number, end: number];

  /** Where it is in the Markdown, if it is. */
  readonly markdown?: readonly [start: number, end: number];
}

/** An image of the page, in the Markdown or not. Of what it does not say the field is empty. */
export interface Image {
  /** Absolute where it is known what it is relative to. */
  readonly url: string;

  /** The address of the largest there is of it, if that is another. */
  readonly largest?: string;

  /** What it says to those who do not see it. */
  readonly alt: string;

  /** Its attribute. */
  readonly title?: string;

  /** That of the figure it is in. */
  readonly caption?: string;

  /** In pixels, as the page says. */
  readonly width?: number;

  /** In pixels, as the page says. */
  readonly height?: number;

  /** The part of the page it is in. */
  readonly where: Region;

  /** Where it is in the document. */
  readonly html: readonly [start: number, end: number];

  /** Where it is in the Markdown, if it is. */
  readonly markdown?: readonly [start: number, end: number];
}

/** A table that is in the Markdown. What a cell says stands in each of the places that it spans. */
export interface Table {
  /** What it says above or below it. */
  readonly caption?: string;

  /** The text of the cells of its first row, empty if that is not marked as header. */
  readonly header: readonly string[];

  /** The text of the cells of the others. */
  readonly rows: readonly (readonly string[])[];

  /** The same as Markdown. */
  readonly markdownHeader: readonly string[];

  /** The same as Markdown. */
  readonly markdownRows: readonly (readonly string[])[];

  /** Where it is in the document. */
  readonly html: readonly [start: number, end: number];

  /** Where it is in the Markdown. */
  readonly markdown?: readonly [start: number, end: number];
}

/** A block of code that is in the Markdown. */
export interface CodeBlock {
  /** As the page says. */
  readonly language?: string;

  /** The code, without line numbers. */
  readonly text: string;

  /** Where it is in the document. */
  readonly html: readonly [start: number, end: number];

  /** Where it is in the Markdown. */
  readonly markdown?: readonly [start: number, end: number];
}

/** A footnote that is in the Markdown. */
export interface Footnote {
  /** What refers to it. */
  readonly label: string;

  /** Without markup. */
  readonly text: string;

  /** Where it is in the document. */
  readonly html: readonly [start: number, end: number];

  /** Where it is in the Markdown. */
  readonly markdown?: readonly [start: number, end: number];
}

/** A part of the Markdown. One after another, the chunks are all of it but for front matter. */
export interface Chunk {
  /**
   * Its part of the Markdown, below what the options ask for in front of it: metadata, and the header of a table that
   * it goes on with.
   */
  readonly text: string;

  /** The texts of the headings it is under, outermost first, those that it begins with included. */
  readonly headings: readonly string[];

  /** Its number, from 0 on. */
  readonly index: number;

  /** How many tokens its text is, as they are counted. */
  readonly tokens: number;

  /** Where it is in the Markdown. */
  readonly markdown: readonly [start: number, end: number];

  /** Where what it was made of is in the document. */
  readonly html?: readonly [start: number, end: number];

  /** How much of its beginning is the end of the chunk before. */
  readonly overlap?: number;

  /** Where the header is in the Markdown that is repeated in front of it. */
  readonly header?: readonly [start: number, end: number];
}

/** Something that who uses an extraction should know. */
export interface Warning {
  /** What kind of warning it is. */
  readonly code: WarningCode;

  /** A sentence for people. */
  readonly message: string;
}

/** A feed that a document links to. */
export interface Feed {
  /** Its address. */
  readonly url: string;

  /** Its title. */
  readonly title?: string;

  /** Its media type. */
  readonly type: string;
}

/** What kind of page one is, in all likelihood. */
export type PageKind = 'article' | 'documentation' | 'service' | 'forum' | 'listing' | 'collection' | 'product';

/** What is kept of a page of which nothing is likely to be its main content. */
export type Fallback = '' | 'page';

/** The part of a page that something stands in, by its landmarks. */
export type Region = 'content' | 'navigation' | 'header' | 'footer' | 'aside' | 'other';

/** WarningCode says what kind of warning one is. The list is closed. */
export type WarningCode = 'EMPTY';
