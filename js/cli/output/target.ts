import { access } from 'node:fs/promises';
import { safePath } from '../../files/safe-name.js';
import type { Named } from '../input/document.js';
import type { Format } from '../options/settings.js';

/** What the names of results end with. */
export const endingOf: Readonly<Record<Format, string>> = {
  md: '.md',
  text: '.txt',
  html: '.html',
  json: '.json',
  jsonl: '.jsonl',
  parquet: '.parquet',
};

/** Whether a path is that of a file with results, and not of a folder for them. */
export function isFileOf(format: Format, path: string): boolean {
  const lower = path.toLowerCase();
  return lower.endsWith(endingOf[format]) || (format === 'md' && lower.endsWith('.markdown'));
}

// In the order in which they take the short name: `a.html` becomes `a.md`, and so does `a.htm` if there is no `a.html` beside it.
const markup = ['.html', '.htm', '.xhtml', '.xht', '.shtml'];
const compressed = ['', '.gz', '.br', '.zst'];
const all = [...markup.flatMap((ending) => compressed.map((end) => ending + end)), '.eml', '.mhtml', '.mht'];

/** Returns where the result of a document is written below the folder for results. Documents beside each other that differ in their ending do not share it. */
export async function targetOf({ kept, has }: Named, format: Format): Promise<string> {
  const ending = all.find((known) => kept.toLowerCase().endsWith(known));
  const stem = kept.slice(0, -(ending?.length ?? 0) || undefined);
  const isShort = ending !== undefined && !/(?:^|\/)$/.test(stem) && !(await isTaken(ending, has));
  return safePath((isShort ? stem : kept) + endingOf[format]);
}

// `a?b` becomes `a%3Fb`, `con` becomes `con_`, what is long ends with a digest, and `a.htm` beside `a.html` becomes `a.htm.md`.
const made = new RegExp(
  String.raw`%[\dA-F]{2}|~[\da-f]{16}|(?:^|/)[a-z]{3}\d?_|(?:${all.map((ending) => ending.replaceAll('.', String.raw`\.`)).join('|')})\.\w+$`,
  'i',
);

/** Reports whether two documents of one folder may have results of this name. All others have names of their own. */
export function mayClash(target: string): boolean {
  return made.test(target);
}

async function isTaken(ending: string, has: Named['has']): Promise<boolean> {
  if (has === undefined) return false;
  for (const before of all.slice(0, all.indexOf(ending))) if (await has(before)) return true;
  return false;
}

/** Whether there is a file beside that at a path, of the same name but for its ending. */
export function filesBeside(path: string): NonNullable<Named['has']> {
  const ending = all.find((known) => path.toLowerCase().endsWith(known)) ?? '';
  const stem = path.slice(0, -ending.length || undefined);
  return (other) => exists(stem + other);
}

/** Reports whether there is something at a path. */
export function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
