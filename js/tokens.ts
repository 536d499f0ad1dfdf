import { engine } from './backend/load.js';
import { submit } from './calls/submit.js';
import { invalidArg, invalidOption } from './errors.js';
import type { Failure } from './native/binding.js';
import { inSlices } from './native/input.js';
import { failed } from './native/status.js';
import { withInternal } from './options.js';

/** What tokens are counted by: encodings of OpenAI's models, which others are near to, or one token for four bytes. */
export type TokenEncoding = 'o200k' | 'cl100k' | 'bytes';

const known: readonly unknown[] = ['o200k', 'cl100k', 'bytes'];

/**
 * Estimates how many tokens a language model takes a text for, as the chunks of `extract` are measured. It takes microseconds for each kilobyte, and no
 * vocabulary. How far off it is, is told in docs/chunks.md.
 *
 * @throws ConvertError
 *
 * @example
 * estimateTokens('High water at noon.'); // 6
 */
export function estimateTokens(text: string, encoding: TokenEncoding = 'o200k'): number {
  if (typeof text !== 'string') throw invalidArg('a string', 'text', text);
  if (!known.includes(encoding)) throw invalidOption("'o200k', 'cl100k' or 'bytes'", 'encoding', encoding);
  const outcome = engine.convertSync(withInternal('', 'tokens', encoding), inSlices(text), text.length, 0);
  if (typeof outcome === 'string') return Number(outcome);
  throw failed(outcome as Failure | number);
}

/** The same of UTF-8, on another thread, for encodings that are known to be right. */
export async function countTokens(text: Uint8Array, encoding: TokenEncoding): Promise<number> {
  return Number(await submit(withInternal('{"encoding":"utf-8"}', 'tokens', encoding), text, undefined, 0));
}
