// The product where there is no addon for the platform, and in browsers.
import { open as openTidemark, version } from './tidemark.mjs';

export { version };
export const name = 'tidemark, WebAssembly';

export async function open(args) {
  process.env.TIDEMARK_BACKEND = 'wasm';
  const { convertSync, close } = await openTidemark(args);
  return { convertSync, close };
}
