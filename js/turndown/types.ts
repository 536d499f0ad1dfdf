import type { ElementView } from '../rules/element.js';

/** An element as filters and replacements see it: one of the DOM where its types are there, or what can be read of it. */
export type TurndownElement = (typeof globalThis extends { HTMLElement: { prototype: infer Element } }
  ? Element
  : ElementView) & {
  /** Whether it stands on lines of its own. */
  readonly isBlock: boolean;
  /** Whether it is code, or in code. */
  readonly isCode: boolean;
  /** Whether it shows and says nothing. */
  readonly isBlank: boolean;
  /** The white space at the edges of what is in it, which is written outside of it. */
  readonly flankingWhitespace: { readonly leading: string; readonly trailing: string };
};

/** The options of Turndown. */
export interface TurndownOptions {
  headingStyle?: 'setext' | 'atx' | undefined;
  hr?: string | undefined;
  br?: string | undefined;
  bulletListMarker?: '-' | '+' | '*' | undefined;
  codeBlockStyle?: 'indented' | 'fenced' | undefined;
  fence?: '```' | '~~~' | undefined;
  emDelimiter?: '_' | '*' | undefined;
  strongDelimiter?: '__' | '**' | undefined;
  linkStyle?: 'inlined' | 'referenced' | undefined;
  linkReferenceStyle?: 'full' | 'collapsed' | 'shortcut' | undefined;
  preformattedCode?: boolean | undefined;
  keepReplacement?: AsyncReplacementFunction | undefined;
  blankReplacement?: AsyncReplacementFunction | undefined;
  defaultReplacement?: AsyncReplacementFunction | undefined;
}

/** Which elements: those of a name, of one of some names, or for which a function returns true. */
export type Filter = string | string[] | FilterFunction;

// Methods, so that functions for elements of the DOM are taken where these are not those.
/** Reports whether a rule is for an element. */
export type FilterFunction = { call(node: TurndownElement, options: TurndownOptions): boolean }['call'];

/** Returns what is written of an element. */
export type ReplacementFunction = {
  call(content: string, node: TurndownElement, options: TurndownOptions): string;
}['call'];

/** Returns what is written of an element, or a promise of it, for which `turndownAsync` waits. */
export type AsyncReplacementFunction = {
  call(content: string, node: TurndownElement, options: TurndownOptions): string | PromiseLike<string>;
}['call'];

/** How some elements are written. */
export interface Rule {
  filter: Filter;
  replacement?: AsyncReplacementFunction | undefined;
  /** What is written at the end of the document. */
  append?: ((options: TurndownOptions) => string) | undefined;
}

/** A document as one of the DOM: an element, a document or a fragment. */
export interface NodeLike {
  readonly nodeType: number;
}
