import { AsyncConverter, ConvertError, convert, convertAll, type Extraction, extract, extractAll } from '../index.js';
import type { Page } from './input/document.js';
import { flags } from './options/flag.js';
import { isExtraction, type Settings } from './options/settings.js';
import { UsageError } from './usage-error.js';

/** What is made of a document. */
export type Result = Uint8Array | Extraction;

/** Returns what converts documents as the settings say. Throws a {@link UsageError} for options that the engine does not take. */
export function converting({ own: { format, timeout }, engine }: Settings): (page: Page) => Promise<Result> {
  const converter = converterOf(engine);
  const call = { timeout, output: 'bytes' } as const; // which nobody has to make strings of
  const extracts = isExtraction(format);
  return async ({ html, options }) => {
    const own = { ...options, ...engine, timeout };
    try {
      if (extracts) return await (options === undefined ? converter.extract(html, { timeout }) : extract(html, own));
      return await (options === undefined ? converter.convert(html, call) : convert(html, { ...own, ...call }));
    } catch (error) {
      if ((error as Error & { code?: string }).code !== 'ERR_QUEUE_FULL') throw error;
      return whenRoom(extracts ? extractAll([html], own) : convertAll([html], { ...own, ...call }));
    }
  };
}

// In a small container one document may take all the room there is.
async function whenRoom(results: AsyncGenerator<Result, void, undefined>): Promise<Result> {
  const { value } = await results.next();
  return value as Result;
}

function converterOf(engine: Settings['engine']): AsyncConverter {
  try {
    return new AsyncConverter(engine);
  } catch (error) {
    if (error instanceof ConvertError) throw new UsageError(withFlags(error.message));
    throw error;
  }
}

/** A message of the engine, in which options are called as the command line calls them. */
function withFlags(message: string): string {
  return message.replaceAll(/\boptions\.([\w.]+)/g, (name, path) => {
    const flag = flags.find((known) => known.engine && known.path.join('.') === path);
    return flag === undefined ? name : `--${flag.flag}`;
  });
}
