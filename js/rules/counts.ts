import { ConvertError, printed } from '../errors.js';
import { isNativeError, utf8Text, viewOf } from '../host/node.js';

/** Counts the tokens of a text. */
export type Count = (text: string) => number;

// The words of the header of what is asked: core/measured.go writes it.
const header = { kind: 0, count: 1, ends: 2, text: 3, textBytes: 4 } as const;
const asksTokens = 2;

/** Reports whether it is asked for the tokens of texts, and not for what rules write. */
export function isCount(asks: ArrayBuffer): boolean {
  return new Int32Array(asks, 0, 1)[header.kind] === asksTokens;
}

/** Counts the tokens of texts, and yields now and then, where it may go on in another turn of the event loop. Throws ERR_RULE. */
export function* counting(asks: ArrayBuffer, count: Count): Generator<undefined, Uint8Array, undefined> {
  const words = new Int32Array(asks, 0, asks.byteLength >> 2);
  const at = (place: number) => words[place] as number;
  // All at once: to decode each by itself would take several times as long.
  const start = at(header.text);
  const text = utf8Text(viewOf(asks), start, start + at(header.textBytes));
  const tokens = new Float64Array(at(header.count));
  for (let i = 0, from = 0; i < tokens.length; i++) {
    const end = words[at(header.ends) / 4 + i] as number;
    tokens[i] = checked(count, text.slice(from, end));
    from = end;
    yield;
  }
  return new Uint8Array(tokens.buffer);
}

function checked(count: Count, text: string): number {
  let counted: unknown;
  try {
    counted = count(text);
  } catch (cause) {
    const said = isNativeError(cause) ? cause.message : printed(cause);
    throw Object.assign(new ConvertError('ERR_RULE', `The function options.chunks.tokens failed: ${said}`), { cause });
  }
  if (typeof counted === 'number' && counted >= 0 && counted < Infinity) return counted;
  const what = `${printed(counted)} of type ${typeof counted}`;
  throw new ConvertError('ERR_RULE', `The function options.chunks.tokens returned ${what}, and not a number of tokens`);
}
