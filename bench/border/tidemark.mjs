// The product in the build with test hooks. It is that of the users but for a look at the document's first bytes, and one
// document is a job that does nothing: the price of the call without that of the conversion.
import { join } from 'node:path';
import { open as openTidemark } from '../drivers/tidemark.mjs';

export async function open({ root }) {
  process.env.TIDEMARK_BINARY_PATH = join(root, 'build', 'tidemark.testhooks.node');
  const { convert, convertSync, close } = await openTidemark({ root });
  const nothing = '<!--tidemark:nothing-->';
  return { convert: () => convert(nothing), convertSync: () => convertSync(nothing), close };
}
