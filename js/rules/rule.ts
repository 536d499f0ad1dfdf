import type { ElementView } from './element.js';

/** How elements are written that a CSS selector matches: of several rules the first that matches is for an element. */
export type Rule = AsRule | TextRule | TemplateRule | DropRule | FunctionRule;

interface OfElements {
  /** Which elements: a CSS selector. */
  readonly selector: string;
}

interface OfText extends OfElements {
  /** Whether what is written stands in lines of its own, or in the line: as the element does if it is absent. */
  readonly display?: 'block' | 'inline' | undefined;
}

/** Elements are written like others. */
export interface AsRule extends OfElements {
  /** The name of an element, such as `h2`. */
  readonly as: string;
}

/** Markdown is written around what is in them. */
export interface TextRule extends OfText {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** They are written by a template. */
export interface TemplateRule extends OfText {
  /**
   * Markdown in which `{content}` stands for what is in the element, `{text}` for its text, `{html}` for the element as HTML, and
   * `{@name}` for an attribute: each is escaped for its place.
   */
  readonly template: string;
}

/** They are left out, with or without their text. */
export interface DropRule extends OfText {
  readonly drop: true | 'keepText';
}

/** They are written by a function. */
export interface FunctionRule extends OfText {
  /**
   * @param content - the Markdown of what is in the element
   * @param node - the element, which can be read and not changed
   * @returns Markdown, or null to leave the element to the next rule
   */
  replacement(content: string, node: ElementView, context: RuleContext): string | null | Promise<string | null>;
}

/** What a rule is told of the call. */
export interface RuleContext {
  /** The options of the call, as they were when it was made. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Aborted when the call is aborted, runs out of time or fails. */
  readonly signal: AbortSignal;
}
