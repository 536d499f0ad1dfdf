// mdream on as many threads as there are processors: what a user of a synchronous converter does to keep the event loop free.
import { versionOf } from '../lib/package.mjs';
import { openInPiscina } from '../lib/piscina.mjs';

export const name = 'mdream in piscina';
export const version = () => `${versionOf('mdream')} in ${versionOf('piscina')}`;

export const open = () => openInPiscina('mdream');
