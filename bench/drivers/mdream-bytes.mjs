// mdream where HTML comes as bytes and Markdown is sent as bytes: it takes and gives strings, which are made of the one and become the other.
import { open as openMdream, version } from './mdream.mjs';

export { version };
export const name = 'mdream, bytes';

export async function open() {
  const { convertSync } = await openMdream();
  const bufferOf = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    prepare: (html) => Buffer.from(html),
    textOf: (markdown) => bufferOf(markdown).toString(),
    convertSync: (bytes) => Buffer.from(convertSync(bufferOf(bytes).toString())),
  };
}
