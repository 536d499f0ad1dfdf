// The product, from the checkout that is measured.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readVersion } from '../lib/package.mjs';
import { root as here } from '../lib/paths.mjs';

export const name = 'tidemark';
export const version = (root = here) => readVersion(root);
export const load = (root) => createRequire(join(root, 'package.json'))('tidemark');

export async function open({ root, options }) {
  const tidemark = load(root);
  const { AsyncConverter, convert, convertSync, close } = tidemark;
  // Made for the first stream: a program that makes none does not pay for it.
  let made;
  const converter = () => {
    made ??= new AsyncConverter({ maxInputBytes: 2 ** 30, maxOutputBytes: 2 ** 30, ...options });
    return made;
  };
  return {
    convert: (html) => convert(html, options),
    convertSync: (html) => convertSync(html, options),
    streams: {
      stream: (source, sink) => pipeline(source, converter().stream(), sink),
      convertStream: (source, sink) => pipeline(converter().convertStream(source), sink),
      webStream: (source, sink) => pipeline(Readable.toWeb(source).pipeThrough(converter().webStream()), sink),
    },
    withRules: (given) => {
      const rules = given.map(({ tag, write }) => ({ selector: tag, replacement: write }));
      const ruled = new AsyncConverter({ rules });
      return { convert: (html) => ruled.convert(html), convertSync: (html) => convertSync(html, { rules }) };
    },
    close,
    tidemark,
  };
}
