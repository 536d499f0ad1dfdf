import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './go-env.mjs';

const { peerDependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What bundles leave to the programs that have them: the module of WebAssembly, and the peers. */
export const ofPrograms = ['@tidemark/*', ...Object.keys(peerDependencies).flatMap((name) => [name, `${name}/*`])];
