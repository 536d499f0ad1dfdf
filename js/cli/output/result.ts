import type { AsyncConverter, CallAll, Extraction, Inputs } from '../../index.js';
import { type Format, isExtraction } from '../options/settings.js';

type Outcomes = AsyncGenerator<PromiseSettledResult<string | Extraction>, void, undefined>;

/** Converts documents to what a format is made of. */
export function outcomesOf(converter: AsyncConverter, format: Format, documents: Inputs, call: CallAll): Outcomes {
  const settle = { ...call, errors: 'settle' } as const;
  return isExtraction(format) ? converter.extractAll(documents, settle) : converter.convertAll(documents, settle);
}

/** The text that is written of a result. It ends with a line end, unless it is empty. */
export function written(result: string | Extraction, format: Format, source: string): string {
  if (typeof result === 'string') return result === '' ? '' : `${result}\n`;
  return `${JSON.stringify({ source, ...result }, null, format === 'json' ? 2 : undefined)}\n`;
}
