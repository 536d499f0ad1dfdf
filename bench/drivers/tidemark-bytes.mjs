// The product as a server or a crawler calls it: HTML as the bytes that came, Markdown as bytes to be sent.
import { open as openTidemark, version } from './tidemark.mjs';

export { version };
export const name = 'tidemark, bytes';

export async function open(args) {
  const { tidemark, close } = await openTidemark(args);
  const asked = { ...args.options, output: 'bytes' };
  return {
    prepare: (html) => Buffer.from(html),
    textOf: (markdown) => Buffer.from(markdown.buffer, markdown.byteOffset, markdown.length).toString(),
    convert: (bytes) => tidemark.convert(bytes, asked),
    convertSync: (bytes) => tidemark.convertSync(bytes, asked),
    tidemark,
    close,
  };
}
