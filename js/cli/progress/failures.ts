import { style } from '../help/style.js';
import type { Failure } from '../input/document.js';
import { number } from './figures.js';
import type { Tally } from './tally.js';

export function tellFailure({ path, code, message, remark }: Failure): void {
  process.stderr.write(`${style(process.stderr, remark ? 'dim' : 'red', 'tidemark:')} ${path}: ${message} (${code})\n`);
}

/** Lists the failures, each in a line. */
export function tellFailures({ failures, failed, remarks }: Tally): void {
  for (const failure of [...remarks, ...failures]) tellFailure(failure);
  const more = failed - failures.length;
  if (more > 0) process.stderr.write(`tidemark: and ${number(more)} more\n`);
}
