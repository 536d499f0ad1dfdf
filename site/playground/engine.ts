// The engine of the page, as WebAssembly on threads of its own. It is loaded when the playground is shown.
import type { Extraction } from 'tidemark';
import { type Chosen, ofConvert } from './schema';

type Engine = typeof import('tidemark/worker');

let engine: Promise<Engine> | undefined;

export const load = (): Promise<Engine> => {
  engine ??= import('tidemark/worker');
  return engine;
};

export type Source = string | Uint8Array;

export interface Conversion {
  readonly markdown: string;
  /** How long it took, from the call to the Markdown. */
  readonly milliseconds: number;
  /** Of the HTML and of the Markdown, as UTF-8. */
  readonly bytes: readonly [html: number, markdown: number];
  /** About how many tokens the Markdown is. */
  readonly tokens: number;
}

const encoder = new TextEncoder();
const bytesOf = (text: Source) => (typeof text === 'string' ? encoder.encode(text).length : text.length);

export async function convert(source: Source, options: Chosen, signal: AbortSignal): Promise<Conversion> {
  const { convert, estimateTokens } = await load();
  const start = performance.now();
  const markdown = await convert(source, { ...ofConvert(options), signal });
  const milliseconds = performance.now() - start;
  return { markdown, milliseconds, bytes: [bytesOf(source), bytesOf(markdown)], tokens: estimateTokens(markdown) };
}

/** Returns what there is of the page for programs. As in `convert`, the content is all of it if nothing is said. */
export async function extract(source: Source, options: Chosen, signal: AbortSignal): Promise<Extraction> {
  const { extract } = await load();
  return extract(source, { content: 'all', chunks: true, ...options, signal });
}

export interface Problem {
  readonly message: string;
  readonly code?: string;
}

/** Returns what went wrong as a sentence, or undefined if a later call took the place of the one that failed. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof DOMException && error.name === 'AbortError') return undefined;
  const { message, code } = error as { message: string; code?: string };
  return { message: /[.?!]$/.test(message) ? message : `${message}.`, ...(code === undefined ? {} : { code }) };
}
