// A page of any length on the disk: the bodies of real pages, one after the other, in one body.
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const head = Buffer.from('<!doctype html><html><head><meta charset=utf-8><title>Pages</title></head><body>\n');

/**
 * Writes a page of at least so many bytes to the system's folder for temporary files.
 *
 * @returns {{ file: string, bytes: number, ends: number[], remove(): void }} `ends`: where each body ends; the first begins with
 * the head
 */
export function writeLongPage(pages, bytes) {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-bench-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  const file = join(folder, 'page.html');
  const bodies = pages.map(({ html }) => Buffer.from(bodyOf(html)));
  const ends = [];
  const descriptor = openSync(file, 'w');
  let length = writeSync(descriptor, head);
  while (length < bytes) {
    length += writeSync(descriptor, bodies[ends.length % bodies.length]);
    ends.push(length);
  }
  closeSync(descriptor);
  return { file, bytes: length, ends, remove };
}

function bodyOf(html) {
  const start = /<body\b[^>]*>/i.exec(html);
  const end = html.search(/<\/body\s*>/i);
  return html.slice(start === null ? 0 : start.index + start[0].length, end < 0 ? undefined : end);
}
