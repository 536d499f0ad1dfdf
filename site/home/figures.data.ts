// The figures of the home page, as docs/performance.md has them: where its tables change so that they are not found, the build fails.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../.vitepress/pages.js';

export interface Figures {
  /** MB of HTML each second on one thread, of long articles, by converter. */
  readonly throughput: readonly { readonly name: string; readonly speed: number }[];
  /** Milliseconds for a small document among large ones, and for the event loop, by converter. */
  readonly latency: readonly {
    readonly name: string;
    readonly median: string;
    readonly longest: string;
    readonly busy: string;
  }[];
  /** When, and on what, it was measured. */
  readonly measured: string;
}

declare const data: Figures;

export { data };

const text = readFileSync(join(root, 'docs', 'performance.md'), 'utf8');

/** Returns the rows of the first table below a heading, each by the names of its columns. */
function table(heading: string): Record<string, string>[] {
  const section = text.split(/^## /m).find((one) => one.startsWith(`${heading}\n`));
  const lines = section
    ?.match(/(?:^\|.*\n)+/m)?.[0]
    .trim()
    .split('\n');
  if (lines === undefined) throw new Error(`docs/performance.md has no table below ${heading}`);
  const [columns = [], , ...rows] = lines.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
  return rows.map((cells) => Object.fromEntries(cells.map((cell, i) => [columns[i] || 'name', cell])));
}

/** Returns a cell without the range that is in brackets behind it. */
function cell(row: Record<string, string> | undefined, column: string): string {
  const text = row?.[column];
  if (text === undefined) throw new Error(`docs/performance.md has no column ${column}`);
  return text.replace(/ \(.*/, '');
}

export default {
  watch: [join(root, 'docs', 'performance.md')],
  load(): Figures {
    const busy = table('All cores, and the event loop');
    return {
      throughput: table('One thread, long articles').map((row) => ({
        name: cell(row, 'MB/s'),
        speed: Number(cell(row, 'geometric mean')),
      })),
      latency: table('A small document among large ones').map((row) => ({
        name: cell(row, 'name'),
        median: cell(row, 'median, ms'),
        longest: cell(row, 'longest, ms'),
        busy: cell(
          busy.find(({ name }) => name === row['name']),
          'loop busy, %',
        ),
      })),
      measured: /^Measured on [\d-]+/m.exec(text)?.[0] ?? '',
    };
  },
};
