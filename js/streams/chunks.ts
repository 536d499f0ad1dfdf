import type { Call } from '../call.js';
import type { Encoded } from '../encoded.js';
import type { Chunk } from '../extraction.generated.js';
import type { Source } from '../input.js';
import { convertStream } from './iterator.js';

/** Reads a document to its end, and yields its chunks: native code writes a line of JSON for each. */
export async function* chunkStream(
  options: Encoded,
  source: Source,
  call: Call | undefined,
): AsyncGenerator<Chunk, void, undefined> {
  for await (const lines of convertStream<string>(options, source, call, false)) {
    for (const line of lines.split('\n')) if (line !== '') yield JSON.parse(line) as Chunk;
  }
}
