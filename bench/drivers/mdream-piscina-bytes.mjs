// The same on as many threads as there are processors.
import { versionOf } from '../lib/package.mjs';
import { openInPiscina } from '../lib/piscina.mjs';
import { open as openOnThread } from './mdream-bytes.mjs';

export const name = 'mdream in piscina, bytes';
export const version = () => `${versionOf('mdream')} in ${versionOf('piscina')}`;

export async function open() {
  const { prepare, textOf } = await openOnThread();
  return { ...(await openInPiscina('mdream-bytes')), prepare, textOf };
}
