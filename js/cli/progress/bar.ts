import { createLogUpdate } from 'log-update';
import { style } from '../help/style.js';
import { tellFailures } from './failures.js';
import { clock, megabytes, number } from './figures.js';
import type { Reporter } from './reporter.js';
import type { Tally } from './tally.js';

const interval = 100; // ms

/** A line on a terminal that is drawn anew while the run goes on, and at its end the failures and a summary. */
export function bar(tally: Tally, { drawn, summary }: { drawn: boolean; summary: boolean }): Reporter {
  const line = createLogUpdate(process.stderr);
  const draw = () => line(lineOf(tally, process.stderr.columns ?? 80));
  const timer = drawn ? setInterval(draw, interval) : undefined;
  timer?.unref();
  return {
    counts: drawn,
    end() {
      clearInterval(timer);
      if (drawn) line.clear();
      if (drawn) line.done();
      tellFailures(tally);
      if (summary) process.stderr.write(`${summaryOf(tally)}\n`);
    },
  };
}

/** The line, such as `━━━━──── 1,234/2,000  52 MB/s  0:12 left  3 failed`. */
export function lineOf(tally: Tally, columns: number): string {
  const { done, total, failed, left } = tally;
  const parts = [
    total === undefined ? `${number(done)} files` : `${number(done)}/${number(total)} files`,
    `${megabytes(tally.bytes / Math.max(tally.seconds, 0.001))}/s`,
    ...(left === undefined ? [] : [`${clock(left)} left`]),
    ...(failed === 0 ? [] : [`${number(failed)} failed`]),
  ];
  const text = parts.join('  ');
  const room = Math.min(30, columns - text.length - 3);
  if (total === undefined || room < 5) return text;
  const full = Math.round((room * Math.min(done, total)) / Math.max(1, total));
  return `${style(process.stderr, 'green', '━'.repeat(full))}${style(process.stderr, 'dim', '─'.repeat(room - full))}  ${text}`;
}

function summaryOf({ converted, skipped, failed, bytes, seconds }: Tally): string {
  const parts = [
    `${number(converted)} converted`,
    ...(skipped === 0 ? [] : [`${number(skipped)} skipped`]),
    ...(failed === 0 ? [] : [`${number(failed)} failed`]),
  ];
  return `${parts.join(', ')}: ${megabytes(bytes)} in ${seconds < 60 ? `${seconds.toFixed(1)} s` : clock(seconds)}`;
}
