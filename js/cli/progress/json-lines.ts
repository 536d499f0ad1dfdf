import type { Reporter } from './reporter.js';
import type { Tally } from './tally.js';

const interval = 1000; // ms

/** A line of JSON each second, and at the end one for each failure and one of type `end`. */
export function jsonLines(tally: Tally): Reporter {
  const tell = (line: object) => process.stderr.write(`${JSON.stringify(line)}\n`);
  const timer = setInterval(() => tell(stateOf('progress', tally)), interval);
  timer.unref();
  return {
    counts: true,
    end() {
      clearInterval(timer);
      for (const { remark, ...failure } of [...tally.remarks, ...tally.failures])
        tell({ type: remark ? 'remark' : 'failure', ...failure });
      tell(stateOf('end', tally));
    },
  };
}

function stateOf(type: string, { converted, skipped, failed, bytes, seconds, total, left }: Tally): object {
  return { type, converted, skipped, failed, bytes, seconds: round(seconds), total, left: left && round(left) };
}

const round = (seconds: number) => Math.round(seconds * 1000) / 1000;
