// The product, from the checkout that is measured.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readVersion } from '../lib/package.mjs';
import { root as here } from '../lib/paths.mjs';

export const name = 'tidemark';
export const version = (root = here) => readVersion(root);

export async function open({ root, options }) {
  const tidemark = createRequire(join(root, 'package.json'))('tidemark');
  const { convert, convertSync, close } = tidemark;
  return {
    convert: (html) => convert(html, options),
    convertSync: (html) => convertSync(html, options),
    close,
    tidemark,
  };
}
