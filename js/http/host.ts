// What takes more than JavaScript and what all hosts have. Builds for other hosts than Node.js have js/web/http-host.ts in its place.
import { pipeline, Readable, type Transform } from 'node:stream';
import * as zlib from 'node:zlib';

type Decoder = (pieces: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

const chunkSize = 64 * 1024;
const { createZstdDecompress } = zlib as { createZstdDecompress?: (options: object) => Transform }; // since Node.js 22.15

const streams: Readonly<Record<string, (() => Transform) | undefined>> = {
  gzip: () => zlib.createGunzip({ chunkSize }),
  'x-gzip': () => zlib.createGunzip({ chunkSize }),
  deflate: () => zlib.createInflate({ chunkSize }),
  br: () => zlib.createBrotliDecompress({ chunkSize }),
  zstd: createZstdDecompress && (() => createZstdDecompress({ chunkSize })),
};

/** Returns what decodes a Content-Encoding, or undefined if nothing does. */
export function decoderOf(coding: string): Decoder | undefined {
  const stream = Object.hasOwn(streams, coding) ? streams[coding] : undefined;
  // The callback is for errors, which come out of the stream too.
  return stream && ((pieces) => pipeline(Readable.from(pieces), stream(), () => undefined));
}
