import type { OwnSettings } from '../options/settings.js';
import { bar } from './bar.js';
import { jsonLines } from './json-lines.js';
import type { Reporter } from './reporter.js';
import type { Tally } from './tally.js';

/** Begins to tell about a run on standard error. */
export function progressOf({ progress = 'auto', quiet }: OwnSettings, several: boolean, tally: Tally): Reporter {
  if (progress === 'json') return jsonLines(tally);
  const drawn = progress === 'bar' || (progress === 'auto' && several && process.stderr.isTTY && !quiet);
  return bar(tally, { drawn, summary: drawn });
}
