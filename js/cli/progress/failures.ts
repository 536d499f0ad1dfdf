import { style } from '../help/style.js';
import { number } from './figures.js';
import type { Tally } from './tally.js';

/** Lists the failures, each in a line. */
export function tellFailures({ failures, failed }: Tally): void {
  for (const { path, code, message } of failures) {
    process.stderr.write(`${style(process.stderr, 'red', 'tidemark:')} ${path}: ${message} (${code})\n`);
  }
  const more = failed - failures.length;
  if (more > 0) process.stderr.write(`tidemark: and ${number(more)} more\n`);
}
