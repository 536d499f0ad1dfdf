import { decoderOf } from './host.js';
import { followed } from './pieces.js';

type Pieces = AsyncGenerator<Uint8Array, void, undefined>;

/** The pieces without their Content-Encoding. An answer of `fetch` still names one that has been undone: what begins as HTML is HTML. */
export async function* decoded(pieces: Pieces, coding: string): Pieces {
  if (coding === 'identity') return yield* pieces;
  const { done, value } = await pieces.next();
  if (done) return;
  const all = followed([value], pieces);
  if (beginsAsHtml(value)) return yield* all;
  const decode = decoderOf(coding);
  if (decode === undefined) throw new Error(`Nothing here decodes the Content-Encoding '${coding}'`);
  yield* decode(all);
}

const beginsAsHtml = (piece: Uint8Array) =>
  /^(?:\xef\xbb\xbf)?\s*(?:<(?:[a-z!?/]|$)|$)/i.test(String.fromCharCode(...piece.subarray(0, 256)));
