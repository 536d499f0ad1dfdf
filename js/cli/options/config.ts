import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { nearest } from '../../nearest.js';
import { UsageError } from '../usage-error.js';
import { declarations } from './declarations.generated.js';
import { importDefault } from './module.js';
import { own } from './own.js';

const usual = ['json', 'js', 'mjs', 'cjs'].map((ending) => `tidemark.config.${ending}`);

/** Returns the options of a configuration, by their names in JavaScript: of the file that is named, or of that in the current folder. */
export async function readConfig(named: string | undefined): Promise<Record<string, unknown>> {
  const path = named ?? usual.find((name) => existsSync(name));
  if (path === undefined) return {};
  const value = extname(path) === '.json' ? await readJson(path) : await importDefault(path);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError(`${path} has to hold an object of options`);
  }
  for (const name of Object.keys(value)) requireKnown(name, path);
  return { ...value };
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`${path} could not be read: ${(error as Error).message}`);
  }
}

const names = [...own, ...declarations].map(({ name }) => name);

function requireKnown(name: string, path: string): void {
  if (names.includes(name)) return;
  const meant = nearest(name, names);
  throw new UsageError(
    `${path} has an option ${JSON.stringify(name)} that is none${meant === undefined ? '' : `. Did you mean ${meant}?`}`,
  );
}
