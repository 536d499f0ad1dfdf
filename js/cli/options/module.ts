import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '../usage-error.js';

/** Returns the default export of a module, or what a CommonJS module exports. */
export async function importDefault(path: string): Promise<unknown> {
  try {
    const { default: value } = (await import(pathToFileURL(resolve(path)).href)) as { default?: unknown };
    if (value !== undefined) return value;
  } catch (error) {
    throw new UsageError(`${path} could not be loaded: ${(error as Error).message}`);
  }
  throw new UsageError(`${path} has no default export`);
}
