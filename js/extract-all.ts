import { requireCall } from './call.js';
import { type CallAll, callAllNames, convertInOrder, readCallAll } from './convert-all.js';
import type { Encoded } from './encoded.js';
import { extracting } from './extract.js';
import { readExtraction } from './extraction/read.js';
import type { Extraction } from './extraction.generated.js';
import type { Inputs } from './input.js';
import type { ExtractOptions } from './options.generated.js';
import { checkedOptions } from './options.js';

/**
 * {@link extract} for the documents of an iterable or async iterable, as `convertAll` converts them: several at a time, in the same order.
 *
 * @example
 * for await (const { title, links } of extractAll(pages, { parts: ['metadata', 'links'] })) await save(title, links);
 */
export function extractAll(
  inputs: Inputs,
  options: ExtractOptions & CallAll & { errors: 'settle' },
): AsyncGenerator<PromiseSettledResult<Extraction>, void, undefined>;
export function extractAll(
  inputs: Inputs,
  options?: ExtractOptions & CallAll & { errors?: 'throw' | undefined },
): AsyncGenerator<Extraction, void, undefined>;
export function extractAll(
  inputs: Inputs,
  options?: ExtractOptions & CallAll,
): AsyncGenerator<Extraction | PromiseSettledResult<Extraction>, void, undefined>;
export function extractAll(
  inputs: Inputs,
  options?: ExtractOptions & CallAll,
): AsyncGenerator<Extraction | PromiseSettledResult<Extraction>, void, undefined> {
  return convertInOrder(
    inputs,
    () => ({
      options: extracting(checkedOptions(options, callAllNames)),
      call: readCallAll(options ?? {}, 'options'),
    }),
    readExtraction,
  );
}

/** {@link extractAll} as the method of a converter, whose options are checked already. */
export const extractAllAs = (
  options: Encoded,
  inputs: Inputs,
  call: CallAll,
): AsyncGenerator<Extraction | PromiseSettledResult<Extraction>, void, undefined> =>
  convertInOrder(
    inputs,
    () => ({ options: extracting(options), call: readCallAll(requireCall(call, callAllNames), 'call') }),
    readExtraction,
  );
