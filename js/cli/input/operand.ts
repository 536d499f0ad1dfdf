import { stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { type Document, type Failure, failure } from './document.js';
import { walk } from './walk.js';

/** What is a document in a folder, or holds some. Patterns take whatever they match. */
export const endings = /\.(?:x?html?|xht|shtml)(?:\.(?:gz|br|zst))?$|\.(?:eml|mht|mhtml|epub|enex|warc(?:\.gz)?)$/i;

/** What holds several, as far as the name tells. */
export const archives = /\.(?:zip|epub|enex|warc(?:\.gz)?)$/i;

/** A file, folder or pattern of the command line. */
export interface Operand {
  readonly name: string;
  /** The folder that its documents are in: what addresses that begin with `/` lead from. */
  readonly root: string;
  /** The file or the folder in which something may change. */
  readonly place: string;
  documents(): AsyncGenerator<Document | Failure>;
  /** Whether it is a folder or a pattern, and not a file. */
  readonly isWalked: boolean;
  /** Returns the path below the folder for results of what is at a path, if that is named by this. */
  keptOf(path: string): string | undefined;
}

/** Reads the operands. `except` is a folder that is not gone into: that of the results. */
export async function operandsOf(names: readonly string[], except?: string): Promise<Operand[]> {
  const several = names.length > 1;
  return Promise.all(names.map((name) => operandOf(name, several, except === undefined ? undefined : resolve(except))));
}

async function operandOf(name: string, several: boolean, except: string | undefined): Promise<Operand> {
  if (name === '-') return one(name, 'stdin.html', !several);
  const stats = await stat(name).catch(() => undefined);
  const kept = (path: string, own: string) => (several ? fromHere(path) : own);
  if (stats?.isDirectory()) return below(name, name, (path) => endings.test(path), kept, except);
  if (stats !== undefined) return one(name, kept(name, basename(name)), !several);
  const { base, glob, isGlob } = picomatch.scan(name.replace(/^\.\//, ''));
  if (!isGlob) return missing(name);
  return below(name, base === '' ? '.' : base, picomatch(glob), kept, except);
}

function one(name: string, kept: string, alone: boolean): Operand {
  return {
    name,
    root: '.',
    place: name,
    isWalked: false,
    async *documents() {
      yield { path: name, kept, alone };
    },
    keptOf: (path) => (path === resolve(name) ? kept : undefined),
  };
}

function missing(name: string): Operand {
  return {
    name,
    root: '.',
    place: name,
    isWalked: false,
    async *documents() {
      yield failure(name, { code: 'ENOENT' });
    },
    keptOf: () => undefined,
  };
}

function below(
  name: string,
  root: string,
  wants: (relative: string) => boolean,
  kept: (path: string, own: string) => string,
  except: string | undefined,
): Operand {
  const whole = resolve(root);
  const isLeftOut = (path: string) => path === except || path.startsWith(`${except}${sep}`);
  return {
    name,
    root,
    place: root,
    isWalked: true,
    async *documents() {
      try {
        for await (const { relative, error } of walk(root, (below) => resolve(root, below) !== except)) {
          const path = join(root, relative);
          if (error !== undefined) yield failure(path, error);
          else if (wants(relative)) yield { path, kept: kept(path, relative) };
        }
      } catch (error) {
        yield failure(root, error);
      }
    },
    keptOf(path) {
      const own = relative(whole, path).split(sep).join('/');
      if (own.startsWith('../') || isLeftOut(path) || !wants(own)) return undefined;
      return kept(path, own);
    },
  };
}

/** The path from the current folder on, as far as it is below that. */
function fromHere(path: string): string {
  return relative('', path)
    .split(/[\\/]/)
    .filter((name) => name !== '..')
    .join('/');
}
