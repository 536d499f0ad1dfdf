// Writes to package.json what programs may import of it: see scripts/lib/exports.mjs. Run it after a change of scripts/subpaths.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withSubpaths } from './lib/exports.mjs';
import { root } from './lib/go-env.mjs';

const file = join(root, 'package.json');
const manifest = JSON.parse(readFileSync(file, 'utf8'));
writeFileSync(file, `${JSON.stringify(withSubpaths(manifest), null, 2)}\n`);
