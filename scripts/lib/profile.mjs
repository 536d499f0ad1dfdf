// What is hot in the engine, for the compiler.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Missing, root } from './go-env.mjs';

/**
 * The -gcflags for the engine. Go's own -pgo would compile the standard library anew with it, which takes most of a minute of every
 * installation. The profile is made by `npm run profile`, which names it after what is in it: Go knows it by its path alone, and
 * writes that into what it builds, so the path is relative to where Go is run. `budget` is up to which cost functions become a part of others that
 * are hot, if not Go's 2000.
 */
export function profiled(budget) {
  const name = readdirSync(join(root, 'core')).find((file) => /^engine\.\w+\.pgo$/.test(file));
  if (name === undefined) throw new Missing('The profile core/engine.*.pgo is missing. Get the package anew.');
  const flags = `-pgoprofile=core/${name}${budget === undefined ? '' : ` -d=pgoinlinebudget=${budget}`}`;
  return `tidemark/core/...=${flags}`;
}
