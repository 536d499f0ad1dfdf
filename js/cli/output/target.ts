import { access } from 'node:fs/promises';
import type { Document } from '../input/document.js';
import type { Format } from '../options/settings.js';
import { safePath } from './safe-name.js';

/** What the names of results end with. */
export const endingOf: Readonly<Record<Format, string>> = {
  md: '.md',
  text: '.txt',
  html: '.html',
  json: '.json',
  jsonl: '.jsonl',
};

/** Whether a path is that of a file with results, and not of a folder for them. */
export function isFileOf(format: Format, path: string): boolean {
  const lower = path.toLowerCase();
  return lower.endsWith(endingOf[format]) || (format === 'md' && lower.endsWith('.markdown'));
}

// In the order in which they take the short name: `a.html` becomes `a.md`, and so does `a.htm` if there is no `a.html` beside it.
const endings = ['.html', '.htm', '.xhtml', '.xht', '.shtml'];
const compressed = ['', '.gz', '.br', '.zst'];
const all = endings.flatMap((ending) => compressed.map((end) => ending + end));

/** Returns where the result of a document is written below the folder for results. Documents beside each other that differ in their ending do not share it. */
export async function targetOf({ path, kept }: Document, format: Format): Promise<string> {
  const rank = all.findIndex((ending) => kept.toLowerCase().endsWith(ending));
  const stem = kept.slice(0, -(all[rank]?.length ?? 0) || undefined);
  const short = rank >= 0 && stem !== '' && !(await isTaken(path, rank)) ? stem : kept;
  return safePath(short + endingOf[format]);
}

async function isTaken(path: string, rank: number): Promise<boolean> {
  if (rank === 0 || path === '-') return false;
  const stem = path.slice(0, -(all[rank]?.length ?? 0));
  for (const ending of all.slice(0, rank)) if (await exists(stem + ending)) return true;
  return false;
}

/** Reports whether there is something at a path. */
export function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
