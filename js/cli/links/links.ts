import { stat } from 'node:fs/promises';
import { dirname, join, posix, resolve } from 'node:path';
import type { Named } from '../input/document.js';
import type { Job } from '../input/jobs.js';
import type { Operand } from '../input/operand.js';
import type { Format } from '../options/settings.js';
import { filesBeside, targetOf } from '../output/target.js';
import { addressesIn, withAddresses } from './anchors.js';

const mostKnown = 100_000;

/** Has links between documents that are converted lead to what becomes of them. */
export class Links {
  readonly #operands: readonly Operand[];
  readonly #format: Format;
  readonly #known = new Map<string, Promise<Named | undefined>>(); // by their paths

  constructor(operands: readonly Operand[], format: Format) {
    this.#operands = operands;
    this.#format = format;
  }

  /** Returns the HTML of a document with the addresses that its results have. What leads elsewhere stays as it is. */
  async rewritten(job: Job): Promise<Job['html']> {
    const beside = job.beside ?? ((address: string) => this.#file(job.path, address));
    const found = new Map<string, string>();
    for (const address of addressesIn(job.html)) {
      const to = await this.#target(address, beside);
      if (to !== undefined) found.set(address, relative(job.target, to));
    }
    return found.size === 0 ? job.html : withAddresses(job.html, found);
  }

  async #target(address: string, beside: (address: string) => Promise<Named | undefined>): Promise<string | undefined> {
    const path = pathOf(address);
    if (path === undefined) return undefined;
    for (const candidate of candidates(path)) {
      const named = await beside(candidate);
      if (named !== undefined) return targetOf(named, this.#format);
    }
    return undefined;
  }

  #file(from: string, address: string): Promise<Named | undefined> {
    const root = this.#operands.find(({ keptOf }) => keptOf(resolve(from)) !== undefined)?.root ?? '.';
    const path = resolve(address.startsWith('/') ? join(root, address) : join(dirname(from), address));
    let known = this.#known.get(path);
    if (known === undefined) {
      if (this.#known.size >= mostKnown) this.#known.clear();
      known = this.#find(path);
      this.#known.set(path, known);
    }
    return known;
  }

  async #find(path: string): Promise<Named | undefined> {
    for (const { keptOf } of this.#operands) {
      const kept = keptOf(path);
      if (kept === undefined) continue;
      const stats = await stat(path).catch(() => undefined);
      return stats?.isFile() ? { kept, has: filesBeside(path) } : undefined;
    }
    return undefined;
  }
}

/** The path of an address that is relative, and not within the document or a question to a server. */
function pathOf(address: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|$)|\?/i.test(address)) return undefined;
  try {
    return decodeURIComponent(address);
  } catch {
    return undefined;
  }
}

/** What servers look for at a path. */
function candidates(path: string): string[] {
  if (path.endsWith('/')) return [`${path}index.html`];
  return /\.[^/.]+$/.test(path) ? [path] : [`${path}.html`, `${path}/index.html`];
}

/** The address of a result in another. */
function relative(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to);
  return path.split('/').map(encodeURIComponent).join('/');
}
