import { join } from 'node:path';
import type { Binding, Engine, Pool } from './binding.js';
import { loadError, shortageError } from './load-error.js';
import { defaultMemoryLimit } from './memory-limit.js';
import { shortage } from './preflight.js';

// A broken installation fails here, when the package is loaded, and not in the first call.
const binding = load();
binding.suggestMemoryLimit(defaultMemoryLimit());

export const engine: Engine = binding;
export const pool: Pool = binding;

function load(): Binding {
  const chosen = process.env['TIDEMARK_BINARY_PATH'] || undefined;
  const file = chosen ?? join(__dirname, '..', '..', 'build', 'tidemark.node');
  const isChosen = chosen !== undefined;
  const short = shortage(file);
  if (short !== undefined) throw shortageError(file, isChosen, short);
  try {
    return require(file) as Binding;
  } catch (cause) {
    throw loadError(file, isChosen, cause);
  }
}
