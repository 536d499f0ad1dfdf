import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import picomatch from 'picomatch';
import { type Document, type Failure, failure } from './document.js';
import { walk } from './walk.js';

/** What is a document in a folder. Patterns take whatever they match. */
export const endings = /\.(?:x?html?|shtml)(?:\.(?:gz|br|zst))?$/i;

/**
 * Yields the documents that the operands name, files, folders, patterns and `-`, while folders are read. `except` is a folder that is not gone
 * into: that of the results.
 */
export async function* inputs(operands: readonly string[], except?: string): AsyncGenerator<Document | Failure> {
  const several = operands.length > 1;
  for (const operand of operands) {
    if (operand === '-') {
      yield { path: '-', kept: 'stdin.html' };
      continue;
    }
    let found = 0;
    for await (const input of inputsOf(operand, except)) {
      found++;
      yield several && !('code' in input) ? { ...input, kept: fromHere(input.path) } : input;
    }
    if (found === 0) yield { path: operand, code: 'ERR_NO_INPUT', message: 'There is no document in it' };
  }
}

async function* inputsOf(operand: string, except?: string): AsyncGenerator<Document | Failure> {
  const stats = await statOf(operand);
  if (stats?.isDirectory()) yield* below(operand, (name) => endings.test(name), except);
  else if (stats !== undefined) yield { path: operand, kept: basename(operand) };
  else yield* matching(operand, except);
}

async function* matching(operand: string, except?: string): AsyncGenerator<Document | Failure> {
  const pattern = operand.replace(/^\.\//, '');
  const { base, glob, isGlob } = picomatch.scan(pattern);
  if (!isGlob) yield failure(operand, { code: 'ENOENT' });
  else yield* below(base === '' ? '.' : base, picomatch(glob), except);
}

async function* below(
  folder: string,
  wants: (relative: string) => boolean,
  except?: string,
): AsyncGenerator<Document | Failure> {
  const leftOut = except === undefined ? undefined : resolve(except);
  const enters = (name: string) => resolve(folder, name) !== leftOut;
  try {
    for await (const { relative, error } of walk(folder, enters)) {
      const path = join(folder, relative);
      if (error !== undefined) yield failure(path, error);
      else if (wants(relative)) yield { path, kept: relative };
    }
  } catch (error) {
    yield failure(folder, error);
  }
}

async function statOf(path: string): Promise<Stats | undefined> {
  return stat(path).catch(() => undefined);
}

/** The path from the current folder on, as far as it is below that. */
function fromHere(path: string): string {
  return relative('', path)
    .split(/[\\/]/)
    .filter((name) => name !== '..')
    .join('/');
}
