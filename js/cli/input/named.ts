import { lstat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Operand } from './operand.js';

/** What some operands name, without a list of the documents, of which there may be millions. */
export class Named {
  readonly #files = new Set<string>();
  readonly #walked = new Map<string, Operand[]>(); // by their folder

  add(operand: Operand): void {
    const place = resolve(operand.place);
    if (!operand.isWalked) this.#files.add(place);
    else this.#walked.set(place, [...(this.#walked.get(place) ?? []), operand]);
  }

  /** Reports whether the document at a path is one of them. */
  async has(path: string): Promise<boolean> {
    const whole = resolve(path);
    if (this.#files.has(whole)) return true;
    if (this.#walked.size === 0) return false;
    for (let folder = dirname(whole), below = whole; folder !== below; below = folder, folder = dirname(folder)) {
      if (this.#walked.get(folder)?.some(({ keptOf }) => keptOf(whole) !== undefined)) return true;
      if (await isLink(folder)) return false; // It is not gone into from above.
    }
    return false;
  }
}

async function isLink(path: string): Promise<boolean> {
  const stats = await lstat(path).catch(() => undefined);
  return stats?.isSymbolicLink() === true;
}
