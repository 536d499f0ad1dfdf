import type { Call } from '../call.js';
import type { ExtractOptions } from '../options.generated.js';

/**
 * The options of `extract` that say how documents become Markdown, and of each call: `timeout` is for the conversion of a document, and as much for
 * the answer of an address.
 */
export interface MarkdownFields extends Omit<ExtractOptions, 'parts' | 'format'>, Call {}

/** The same, and how documents are had. */
export interface MarkdownLoaderFields extends MarkdownFields {
  /**
   * Gets what addresses with `http:` or `https:` lead to.
   *
   * @default the global `fetch`
   */
  readonly fetch?: typeof globalThis.fetch | undefined;
}
