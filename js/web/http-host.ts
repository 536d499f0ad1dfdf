// What js/http/host.ts is for browsers and for runtimes at the edge.
import { piecesOf, streamOf } from '../http/pieces.js';

type Decoder = (pieces: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

const formats: Readonly<Record<string, 'gzip' | 'deflate' | undefined>> = {
  gzip: 'gzip',
  'x-gzip': 'gzip',
  deflate: 'deflate',
};

export function decoderOf(coding: string): Decoder | undefined {
  const format = Object.hasOwn(formats, coding) ? formats[coding] : undefined;
  return (
    format &&
    ((pieces) => {
      const encoded = streamOf(pieces[Symbol.asyncIterator](), () => undefined);
      return piecesOf(encoded.pipeThrough(new DecompressionStream(format)));
    })
  );
}
